// A screening rule's text, read into conditions by the same reader as pages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/text.hpp"

namespace mujun::screening {

enum class Comparison : std::uint8_t { at_least, over, at_most, under, between };

/// An indicator and its bound, in UTF-8, as the reader gives them: values in `unit`, magnitudes multiplied
/// out.
struct Condition {
  std::string text;  // the rule's own words
  std::string indicator;
  Comparison comparison = Comparison::at_least;
  double value = 0;
  double high = 0;  // of between
  std::string unit;
};

enum class Join : std::uint8_t { none, all, any };

/// The rule as a tree: a condition, or parts of which all or any must hold.
struct Part {
  Join join = Join::none;
  std::size_t condition = 0;
  std::vector<Part> parts = {};
};

struct Rule {
  std::vector<Condition> conditions;
  Part whole;
};

/// The words that join conditions and that say nothing: knowledge/rules/words.toml, folded.
struct RuleWords {
  std::vector<std::u16string> all, any, bearers, fillers, reaching;
};

/// Reads a rule: 年产值不低于5000元/平方米或年实缴税收不低于120元/平方米. 且 binds before 或, and both before
/// a comma, which joins like the next word behind a comma, or like 且 where there is none. Throws InputError
/// naming the words that cannot be read.
Rule parse_rule(const PageView& text, const RuleWords& words, const knowledge::Knowledge& knowledge);

}  // namespace mujun::screening
