// Figures that stand against something else: gaps, contributions.
#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/grammar/rules.hpp"

namespace mujun::bind {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

/// The wording before `end`, or what was last spoken of where there is none.
name::Phrase wording_or_memory(const Surroundings& around, Span within, const Memory& memory, Draft& draft) {
  name::Phrase phrase = around.phrases().before(within);
  draft.new_indicator = !phrase.empty();
  return phrase.empty() ? memory.indicator : phrase;
}

namespace {

/// 高于全国1.0个、全省0.2个百分点: the unit of points stands behind the last of them.
std::optional<UnitExpr> points_behind(const Surroundings& around, const Figure& figure) {
  for (const Token& token : around.page().tokens.within({figure.quantity->outer.end, figure.clause.end})) {
    if (token.kind != TokenKind::quantity) continue;
    const Quantity& next = around.page().scan.quantities[token.index];
    if (around.is_points(next)) return next.unit;
    if (!around.is_count(next)) break;
  }
  return std::nullopt;
}

/// Where the clause's words begin behind its last amount; a rank parts no comparison.
std::uint32_t behind_amounts(const Surroundings& around, const Figure& figure) {
  std::uint32_t start = figure.left.start;
  const auto before = around.page().tokens.within({figure.clause.start, figure.left.start});
  for (auto token = before.rbegin(); token != before.rend(); ++token) {
    if (token->kind != TokenKind::quantity) continue;
    if (around.page().scan.quantities[token->index].shape != Shape::ordinal) return start;
    start = figure.clause.start;
  }
  return start;
}

}  // namespace

bool gap(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  if (quantity.shape == Shape::ordinal || quantity.shape == Shape::doubling) return false;
  const Token* word = around.last(figure.left, WordClass::gap_word);
  if (!word || is_against_itself(around, figure, *word)) return false;
  const std::optional<UnitExpr> points =
      around.is_count(quantity) ? points_behind(around, figure) : std::nullopt;
  draft.unit = points;
  Span other{word->span.end, quantity.outer.start};  // 高于全省平均增速23个百分点
  std::uint32_t end = word->span.start;
  bool compares = !around.only_light(other);
  if (compares && around.is_count(quantity) && !points) return false;
  if (!compares) {  // 比全省平均水平高出5个百分点, 比第二位的怀宁县高18万元
    const std::uint32_t start = behind_amounts(around, figure);
    const std::u16string_view before = around.text({start, word->span.start});
    const std::size_t than = before.find_last_of(u"比较");
    compares = than != std::u16string_view::npos;
    if (compares) {
      end = start + static_cast<std::uint32_t>(than);
      other = {end + 1, word->span.start};
    }
  }
  const bool in_points = points || around.is_points(quantity) || around.is_ratio(quantity);
  if (!in_points && !compares) return false;  // 高于500万元 alone is a bound
  draft.indicator = wording_or_memory(around, {std::min(figure.left.start, end), end}, memory, draft);
  draft.new_indicator = false;
  const std::u16string_view told = around.text(word->span);
  const std::size_t pace =
      told.ends_with(u"进度") ? told.find_first_of(u"时序目任计") : std::u16string_view::npos;
  draft.reference = pace < told.size() ? std::u16string(told.substr(pace))
                                       : around.reference(other);  // 超序时进度3个百分点
  draft.sign = around.word(*word).direction < 0 ? -1 : 1;
  draft.measure = Measure::gap;
  return true;
}

/// 与目标仍有0.9个百分点的差距, 与2025年的目标差4.8个百分点: so much is missing.
bool short_of(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const std::u16string_view left = around.text(figure.left), right = around.text(figure.right);
  const bool is_distance = right.starts_with(u"的差距") || right.starts_with(u"的缺口");
  const bool is_missing =
      left.size() > 1 && left.ends_with(u'差') && is_one_of(left[left.size() - 2], u"还尚仍标只仅");
  if (!is_distance && !is_missing) return false;
  if (memory.indicator.empty() || figure.quantity->shape != Shape::amount) return false;
  draft.indicator = memory.indicator;
  draft.new_indicator = false;
  draft.sign = -1;
  draft.measure = Measure::gap;
  const Draft* last = memory.last_group.empty() ? nullptr : &memory.last_group.back();
  if (last && last->subject)
    draft.reference = *last->subject;
  else if (around.text({figure.clause.start, figure.quantity->span.start}).find(u"目标") !=
           std::u16string_view::npos)
    draft.reference = u"目标";
  return true;
}

/// 、全省0.2个百分点 behind a gap: the same against another.
bool next_gap(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  if (memory.last_group.empty() || memory.last_group.back().measure != Measure::gap ||
      memory.last_group.back().figure->clause != figure.clause || figure.left.size() < 2 ||
      !is_one_of(around.text(figure.left).front(), u"、和与及") ||
      around.last(figure.left, WordClass::gap_word))
    return false;
  const bool in_points = around.is_points(*figure.quantity);
  const std::optional<UnitExpr> points = in_points ? std::nullopt : points_behind(around, figure);
  if (!in_points && !points) return false;
  const Draft& before = memory.last_group.back();
  draft.unit = points;
  draft.reference = around.reference({figure.left.start + 1, figure.left.end});
  draft.indicator = before.indicator;
  draft.new_indicator = false;
  draft.sign = before.sign;
  draft.measure = Measure::gap;
  return !draft.reference.empty();
}

bool contribution(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  // 涨幅中翘尾因素达到了3.7个百分点: an indicator that is itself a part of a rate.
  if (const Token* part =
          around.is_points(quantity) ? around.last(figure.left, WordClass::indicator) : nullptr;
      part && around.only_light({part->span.end, quantity.outer.start}) &&
      around.page().knowledge.indicator(part->entry.index).dimension == "point") {
    draft.indicator = around.phrases().named(part->span);
    draft.measure = Measure::contribution;
    return true;
  }
  const Token* word = around.last(figure.left, WordClass::contribution_word);
  constexpr std::u16string_view rate = u"贡献率";
  if (!word) {
    if (around.text(figure.left).find(rate.back()) == std::u16string_view::npos) return false;
    draft.indicator = around.phrases().before(figure.left);  // 科技进步贡献率提高到60%
    draft.measure = Measure::contribution;
    return draft.indicator.text.ends_with(rate);
  }
  const bool is_rate = around.text(word->span) == rate;
  if (!is_rate && !around.is_points(quantity)) return false;  // 带动投资增长6.5% is a growth
  std::uint32_t end = word->span.start;
  if (is_rate) {  // 对全市工业增长贡献率达84.7%
    const std::u16string_view before = around.text({figure.left.start, word->span.start});
    if (const std::size_t to = before.rfind(u'对'); to != std::u16string_view::npos) {
      end = figure.left.start + static_cast<std::uint32_t>(to);
      std::uint32_t whole_end = word->span.start;
      if (const Token* verb = around.last({end, whole_end}, WordClass::growth_verb))
        whole_end = verb->span.start;
      draft.reference = std::u16string(around.text({end + 1, whole_end}));
    } else {
      end = word->span.end;  // 科技进步贡献率 is a name of its own
    }
  } else {  // 拉动全市增长20.8个百分点, 影响价格总水平下降约0.08个百分点
    const Token* verb = around.last({word->span.end, quantity.outer.start}, WordClass::growth_verb);
    const Token* basis = around.first({word->span.end, quantity.outer.start}, WordClass::growth_basis);
    const std::uint32_t whole_end = basis  ? basis->span.start
                                    : verb ? verb->span.start
                                           : quantity.outer.start;
    draft.reference = std::u16string(around.text({word->span.end, whole_end}));
    // 对全县工业增加值增长贡献率达41%，拉动全县增长3个百分点: the whole is the one just named.
    if (!memory.last_group.empty() && memory.last_group.back().measure == Measure::contribution &&
        memory.last_group.back().reference.starts_with(draft.reference))
      draft.reference = memory.last_group.back().reference;
    const bool falls = around.word(*word).direction < 0 || (verb && around.word(*verb).direction < 0);
    draft.sign = falls ? -1 : 1;
  }
  draft.indicator = wording_or_memory(around, {figure.left.start, end}, memory, draft);
  draft.measure = Measure::contribution;
  return true;
}

}  // namespace mujun::bind
