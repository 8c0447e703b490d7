#include "compute/rule_condition.hpp"

#include <algorithm>
#include <tuple>

#include "compute/input_error.hpp"
#include "model/characters.hpp"
#include "read/pipeline.hpp"
#include "read/scan/period/period.hpp"

namespace mujun::screening {
namespace {

using compute::InputError;
using knowledge::WordClass;

constexpr knowledge::ClassMask binding_words =
    mask(WordClass::status_word) | mask(WordClass::level_verb) | mask(WordClass::qualifier_before);
constexpr knowledge::ClassMask growth_words =
    mask(WordClass::growth_verb) | mask(WordClass::growth_basis) | binding_words;

[[noreturn]] void refuse(std::u16string_view words, const std::string& why) {
  throw InputError("'" + to_utf8(words) + "' " + why);
}

[[noreturn]] void refuse_period(std::u16string_view words) {
  refuse(words,
         "names a period, which a frame does not have: leave it out and give the frame of that period");
}

/// The one fact that the words state.
Fact fact_of(std::u16string_view words, const knowledge::Knowledge& knowledge) {
  const std::u32string page(words.begin(), words.end());  // folded text has no characters beyond the BMP
  const Reading reading = read_page(PageView(page), {}, knowledge);
  if (reading.facts.size() != 1 || reading.facts.front().indicator.empty()) {
    refuse(words, "names no indicator with a bound");
  }
  const Fact& fact = reading.facts.front();
  if (!fact.period.empty()) refuse_period(words);
  return fact;
}

/// What the words say beside the indicator and its bound must be known to say nothing more. Gives back
/// whether they say that the bound is to be reached.
bool check_rest(std::u16string_view rest, const RuleWords& known, knowledge::ClassMask classes,
                const knowledge::Knowledge& knowledge) {
  if (!scan::find_periods(rest, knowledge).empty()) refuse_period(rest);
  bool reaching = false;
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t reached = length_of(known.reaching, rest, at);
    reaching = reaching || reached > 0;
    std::size_t length =
        std::max({reached, length_of(known.fillers, rest, at), length_of(known.bearers, rest, at)});
    if (const auto match = knowledge.lexicon().longest(rest, at, classes)) {
      length = std::max<std::size_t>(length, match->length);
    }
    if (is_space(rest[at])) length = 1;
    if (length == 0) refuse(rest.substr(at), "is a part of the rule that cannot be read");
    at += length;
  }
  return reaching;
}

/// A fall of 3% or more is a growth of -3% or less.
Comparison turned(Comparison comparison) {
  switch (comparison) {
    case Comparison::at_least:
      return Comparison::at_most;
    case Comparison::over:
      return Comparison::under;
    case Comparison::at_most:
      return Comparison::at_least;
    case Comparison::under:
      return Comparison::over;
    case Comparison::between:
      break;
  }
  return comparison;
}

Comparison comparison_of(const Fact& fact, bool reaching, std::u16string_view words) {
  switch (fact.qualifier) {
    case Qualifier::at_least:
      return Comparison::at_least;
    case Qualifier::over:
      return Comparison::over;
    case Qualifier::at_most:
      return Comparison::at_most;
    case Qualifier::under:
      return Comparison::under;
    case Qualifier::exact:
      if (fact.value_high) return Comparison::between;
      if (reaching) return Comparison::at_least;
      refuse(words, "says no bound: write 不低于, 超过, 不高于 or 低于");
    case Qualifier::about:
    case Qualifier::nearly:
      break;
  }
  refuse(words, "is no exact bound");
}

/// A growth is a column of its own; shares and levels go by the indicator's name.
std::string column_of(const Fact& fact, std::u16string_view words) {
  if (fact.measure == Measure::level || fact.measure == Measure::share) return fact.indicator;
  if (fact.measure == Measure::growth && fact.basis == Basis::average) return fact.indicator + "年均增速";
  const bool yearly = fact.basis == Basis::none || fact.basis == Basis::yoy;
  if (fact.measure == Measure::growth && yearly) return fact.indicator + "增速";
  refuse(words, "compares with something that a frame of firms does not have");
}

/// 亩均 says by what to divide, though the bound itself often does not (亩均税收不低于8万元).
std::string unit_of(const Fact& fact, std::u16string_view indicator) {
  const bool per_mu = indicator.find(u"亩均") != std::u16string_view::npos;
  return per_mu && fact.unit.find('/') == std::string::npos && fact.measure == Measure::level
             ? fact.unit + "/亩"
             : fact.unit;
}

/// Without the words that only say who the rule is for.
std::u16string bare(std::u16string_view indicator, const RuleWords& known) {
  while (true) {
    const std::size_t length = length_of(known.bearers, indicator, 0);
    if (length == 0 || length == indicator.size()) return std::u16string(indicator);
    indicator.remove_prefix(length);
  }
}

}  // namespace

std::size_t length_of(const std::vector<std::u16string>& list, std::u16string_view text, std::size_t at) {
  std::size_t longest = 0;
  for (const std::u16string& word : list) {
    if (word.size() > longest && text.substr(at).starts_with(word)) longest = word.size();
  }
  return longest;
}

Condition read_condition(std::u16string_view words, const Quantity& bound, const RuleWords& known,
                         const knowledge::Knowledge& knowledge) {
  Fact fact = fact_of(words, knowledge);
  const std::u16string named = to_utf16(fact.indicator);
  const std::size_t at = words.rfind(named);
  if (at == std::u16string_view::npos) refuse(words, "cannot be read word by word");
  const std::u16string_view before = words.substr(0, at);
  const std::size_t after = at + named.size();
  if (after > bound.outer.start) refuse(words, "must name the indicator before its bound");
  const std::u16string_view between = words.substr(after, bound.outer.start - after);
  const bool growth = fact.measure == Measure::growth;
  const knowledge::ClassMask classes = growth ? growth_words : binding_words;
  // Both are looked at, so that no word is passed over.
  const bool reaching_before = check_rest(before, known, classes, knowledge);
  const bool reaching = check_rest(between, known, classes, knowledge) || reaching_before;
  for (const std::u16string& word : known.any) {
    if (named.find(word) != std::u16string::npos) {
      refuse(words, "names several indicators for one bound: give each its own");
    }
  }
  fact.indicator = to_utf8(bare(named, known));
  Condition condition;
  condition.text = to_utf8(words);
  condition.indicator = column_of(fact, words);
  condition.comparison = comparison_of(fact, reaching, words);
  condition.value = fact.value;
  condition.high = fact.value_high.value_or(fact.value);
  condition.unit = unit_of(fact, named);
  if (growth && fact.value < 0) {
    condition.comparison = turned(condition.comparison);
    std::tie(condition.value, condition.high) = std::minmax({condition.value, condition.high});
  }
  return condition;
}

}  // namespace mujun::screening
