#include "read/bind/rules.hpp"

namespace mujun::bind {
namespace {

using namespace figure_kind;
using knowledge::mask;
using knowledge::WordClass;

constexpr unsigned amounts = points | times | count | other;
constexpr knowledge::ClassMask moving =
    mask({WordClass::growth_verb, WordClass::gap_word, WordClass::action_verb});  // 增加, 多, 净增

// Comparisons before movements (高于全省…提高), movements before amounts; a count takes its noun from the
// right before a level takes its name from the left.
constexpr Rule rules[] = {
    {"restated", restated, in_brackets},
    {"bracketed", bracketed, in_brackets},
    {"rank", rank, ordinal},
    {"share_bound", share_bound, ratio},
    {"gap", gap, ratio | amounts, mask(WordClass::gap_word)},
    {"gap", next_gap, points | count},
    {"gap", short_of, ratio | amounts},
    {"contribution", contribution, ratio | points},
    {"planned_amount", planned_amount, ordinal | amounts},
    {"completion", completion, ratio},
    {"share_granted", share_granted, ratio},
    {"share_behind", share_behind, ratio},
    {"share_told", share_told, ratio},
    {"share", share, ratio},
    {"share_of_whole", share_of_whole, ratio},
    {"multiple", multiple, ratio | times},
    {"from_to", from_to, ratio | times | count | other, mask(WordClass::range_word)},
    {"growth", growth, ratio | times},
    {"rank_moved", rank_moved, count | other, mask(WordClass::growth_verb)},
    {"change", change, ratio | amounts, moving},
    {"counted_noun", counted_noun, count | other},
    {"level", level, ratio | amounts},
};

/// All that the figure is: a fraction may be written with a unit of its own.
unsigned kinds_of(const Surroundings& around, const Figure& figure) {
  const Quantity& quantity = *figure.quantity;
  unsigned kinds = 0;
  if (quantity.shape == Shape::ordinal) kinds |= ordinal;
  if (around.is_ratio(quantity)) kinds |= ratio;
  if (around.is_points(quantity)) kinds |= points;
  if (around.is_times(quantity)) kinds |= times;
  if (around.is_count(quantity)) kinds |= count;
  if (kinds == 0) kinds = other;
  const std::u16string_view text = around.page().folded.text;
  const Span outer = quantity.outer;
  const bool bracketed =
      outer.start > 0 && text[outer.start - 1] == u'(' && outer.end < text.size() && text[outer.end] == u')';
  return bracketed ? kinds | in_brackets : kinds;
}

}  // namespace

bool read_figure(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const unsigned kinds = kinds_of(around, figure);
  for (const Rule& rule : rules) {
    if ((rule.kinds & kinds) == 0) continue;
    if (rule.needs != 0 && !around.page().tokens.may_hold_any(figure.left, rule.needs)) continue;
    Draft attempt;
    attempt.figure = &figure;
    attempt.rule = rule.name;
    if (!rule.read(around, figure, memory, attempt)) continue;
    draft = std::move(attempt);
    return true;
  }
  return false;
}

}  // namespace mujun::bind
