#include "read/bind/fact_of.hpp"

#include <algorithm>
#include <cmath>

namespace mujun::bind {
namespace {

using knowledge::EntryRef;
using knowledge::WordClass;

/// Sets a unit's symbol and base, and gives its factor to the coherent base of its dimension (万元/亩's 元/亩
/// is 3/2000 元/平方米).
double set_unit(const knowledge::Knowledge& knowledge, UnitExpr expression, Fact& fact) {
  double factor = 1;
  if (expression.numerator != no_unit) {
    const auto& unit = knowledge.unit(static_cast<std::uint16_t>(expression.numerator));
    fact.unit = unit.symbol_utf8;
    fact.base_unit = unit.base_utf8;
    factor = static_cast<double>(unit.factor_num) / static_cast<double>(unit.factor_den);
  }
  if (expression.denominator != no_unit) {
    const auto& unit = knowledge.unit(static_cast<std::uint16_t>(expression.denominator));
    fact.unit += "/" + unit.symbol_utf8;
    fact.base_unit += "/" + unit.base_utf8;
    factor = factor * static_cast<double>(unit.factor_den) / static_cast<double>(unit.factor_num);
  }
  return factor;
}

/// Of a wording that the taxonomy does not hold: least where a list or a table sets it off, most where it was
/// cut out of running text beside a count, or is a word or two (家企业).
float doubt_of_wording(const Draft& draft) {
  if (draft.indicator.empty()) return 0.45F;  // 翻番: of what, a person must see
  if (draft.rule == "respectively" || draft.rule == "table_cell") return 0.95F;
  const bool is_bare = draft.indicator.text.size() <= 2;
  return (draft.rule == "counted_noun" ? 0.75F : 0.85F) * (is_bare ? 0.85F : 1.0F);
}

/// 6月末存款比年初增加98亿元: against the last year's end, which lies a year back only at a year's end.
bool is_against_year_end(const Surroundings& around, Span before, const Fact& fact) {
  const std::optional<Day>& end = fact.period.end;
  if (fact.basis != Basis::yoy || !end || *end == Day::of(end->year(), 12, 31)) return false;
  const std::u16string_view words = around.text(before);
  const std::size_t than = words.find_last_of(u"比较");
  if (than == std::u16string_view::npos) return false;
  const std::u16string_view against = words.substr(than + 1);
  return against.starts_with(u"年初") || against.starts_with(u"上年末") || against.starts_with(u"去年末");
}

}  // namespace

void set_value(const Surroundings& around, const Draft& draft, Fact& fact) {
  const Quantity& quantity = *draft.figure->quantity;
  const bool in_percent = quantity.shape == Shape::doubling || quantity.shape == Shape::fraction;
  const bool by_times = draft.measure == Measure::growth && around.is_times(quantity);  // 增长3倍 is +300%
  const double factor = by_times ? 100 : 1;
  double base_factor = 1;
  if (in_percent || by_times || draft.measure == Measure::rank) {
    fact.unit = fact.base_unit = draft.measure == Measure::rank ? "位" : "%";
  } else {
    base_factor = set_unit(around.page().knowledge, draft.unit.value_or(quantity.unit), fact);
  }
  // 4700多万农民: a noun that counts people says so where no unit does.
  const std::u16string_view wording = draft.indicator.text;
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  if (fact.unit.empty() && (knowledge.ends_with(wording, WordClass::people_noun) ||
                            knowledge.ends_with(wording, WordClass::outcome_noun)))
    fact.unit = fact.base_unit = "人";
  const bool large = around.is_large(quantity);
  if (fact.unit.empty() && large && knowledge.ends_with(wording, WordClass::money_noun))
    fact.unit = fact.base_unit = "元";  // 总投资5760万
  fact.value = draft.sign * factor * quantity.low.scaled(draft.power).to_double();
  if (quantity.is_range)
    fact.value_high = draft.sign * factor * quantity.high.scaled(draft.power).to_double();
  fact.precision = factor * std::abs(quantity.last_digit.scaled(draft.power).to_double()) / 2;
  fact.base_value = fact.value * base_factor;
  fact.qualifier = draft.qualifier.value_or(quantity.qualifier);
}

void set_unsaid_basis(const Surroundings& around, const Draft& draft, Fact& fact) {
  const bool moves = fact.measure == Measure::growth || fact.measure == Measure::change;
  const std::optional<Day>&start = fact.period.start, &end = fact.period.end;
  const Span before{draft.figure->clause.start, draft.figure->quantity->outer.start};
  if (moves && is_against_year_end(around, before, fact)) fact.basis = Basis::prior;
  if (!moves || !start || !end || !draft.reference.empty()) return;
  const std::u16string_view words = around.text(before);
  const auto tokens = around.page().tokens.within(before);
  const bool says_so = words.find(u"连续") != std::u16string_view::npos ||
                       std::any_of(tokens.begin(), tokens.end(), [&](const name::Token& token) {
                         const bool compares =
                             token.kind == name::TokenKind::period &&
                             around.page().scan.periods[token.index].shape == scan::PeriodShape::base;
                         return compares || token.is(WordClass::growth_basis);
                       });
  if (says_so || fact.basis == Basis::average) return;
  if (start->year() < end->year()) {
    fact.basis = Basis::prior;  // 五年来发电装机容量增长40%
  } else if (fact.basis == Basis::none && *start == Day::of(end->year(), 1, 1) &&
             *end == Day::of(end->year(), 12, 31)) {
    fact.basis = Basis::yoy;  // 去年人均收入增加302元
  }
}

float confidence(const Draft& draft, const Who& subject, const When& when) {
  float sure = draft.confidence;
  if (!draft.indicator.indicator) sure *= doubt_of_wording(draft);
  if (draft.measure == Measure::rank || draft.measure == Measure::share) sure *= 0.9F;
  sure *= subject.confidence < 0.7F ? subject.confidence : subject.said ? 1.0F : 0.97F;
  switch (when.told) {
    case Told::beside:
    case Told::before:
    case Told::nowhere:
      break;
    case Told::on_page:
      sure *= 0.95F;
      break;
    case Told::by_season:
      sure *= 0.5F;
      break;
  }
  // 国有企业营�: what is lost cannot be vouched for.
  if (draft.indicator.text.find(u'\uFFFD') != std::u16string::npos) sure *= 0.5F;
  return sure;
}

std::string Trail::of(const Draft& draft, const std::optional<EntryRef>& subject,
                      const scan::PeriodMention* period) {
  const Page& page = around_.page();
  const Quantity& quantity = *draft.figure->quantity;
  told_.clear();
  std::string trail;
  trail.reserve(usual_length);
  const auto add = [&](EntryRef entry) {
    if (std::ranges::find(told_, entry) != told_.end()) return;
    told_.push_back(entry);
    if (!trail.empty()) trail += ' ';
    page.knowledge.append_name(entry, trail);
  };
  const auto add_word = [&](std::uint16_t word) {
    if (word != scan::no_word) add({page.knowledge.word(word).word_class, word});
  };
  if (subject) add(*subject);
  if (period) std::for_each(period->words.begin(), period->words.end(), add_word);
  const bool named_right = draft.indicator.span.start >= quantity.outer.end;
  const Span left = draft.read_from.empty() ? draft.figure->left : draft.read_from;
  const Span looked_at{left.start, named_right ? draft.indicator.span.end : left.end};
  for (const name::Token& token : page.tokens.within(looked_at)) {
    if (token.kind == name::TokenKind::word && !token.is(WordClass::indicator)) add(token.entry);
    if (token.kind != name::TokenKind::period) continue;
    const auto& words = page.scan.periods[token.index].words;
    std::for_each(words.begin(), words.end(), add_word);
  }
  if (draft.indicator.indicator) add({WordClass::indicator, *draft.indicator.indicator});
  const UnitExpr unit = draft.unit.value_or(quantity.unit);
  if (unit.numerator != no_unit) add({WordClass::unit, static_cast<std::uint16_t>(unit.numerator)});
  if (unit.denominator != no_unit) add({WordClass::unit, static_cast<std::uint16_t>(unit.denominator)});
  add_word(quantity.qualifier_word);
  return trail;
}

}  // namespace mujun::bind
