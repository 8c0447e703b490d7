#include "read/bind/grammar/rules.hpp"

#include <algorithm>

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

/// (1222万亩), (折合53.6亿元): alone in brackets.
bool is_in_brackets(const Surroundings& around, Span outer) {
  constexpr std::uint32_t longest_word = 5;
  const std::u16string_view text = around.page().folded.text;
  if (outer.end >= text.size() || outer.start == 0 || text[outer.end] != u')') return false;
  const std::uint32_t floor = outer.start - std::min(outer.start, longest_word + 1);
  const std::size_t behind = text.substr(floor, outer.start - floor).rfind(u'(');
  if (behind == std::u16string_view::npos) return false;
  const std::size_t open = floor + behind;
  if (open + 1 == outer.start) return true;
  const auto word =
      around.page().knowledge.lexicon().longest(text, open + 1, knowledge::WordClass::conversion_word);
  return word && open + 1 + word->length == outer.start;
}

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
  return is_in_brackets(around, quantity.outer) ? kinds | in_brackets : kinds;
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
