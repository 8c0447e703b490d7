// A screening rule's text → its conditions, or an error that says what cannot be read.
#include <cmath>
#include <string>

#include "compute/input_error.hpp"
#include "compute/rule.hpp"
#include "compute/unit.hpp"
#include "fuzz/input.hpp"
#include "fuzz/invariants.hpp"

namespace {

using namespace mujun;
using screening::Part;

screening::RuleWords rule_words() {
  screening::RuleWords words;
#include "fuzz/rule_words.inc"  // written by start.py from knowledge/rules/words.toml
  return words;
}

/// How many conditions stand in the tree.
std::size_t count(const Part& part, std::size_t conditions) {
  if (part.join == screening::Join::none) {
    fuzz::require(part.condition < conditions, "a rule's tree holds its conditions");
    return 1;
  }
  fuzz::require(part.parts.size() > 1, "what is joined are two or more");
  std::size_t all = 0;
  for (const Part& inner : part.parts) all += count(inner, conditions);
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const screening::RuleWords words = rule_words();
  const std::u32string page = fuzz::to_utf32(fuzz::as_bytes(data, size));
  const fuzz::StoredText stored(page);
  try {
    const auto rule = screening::parse_rule(stored.view(), words, *knowledge::Knowledge::builtin());
    for (const screening::Condition& condition : rule.conditions) {
      fuzz::require(!condition.indicator.empty(), "a condition has an indicator");
      fuzz::require(std::isfinite(condition.value), "a condition's bound is finite");
      fuzz::require(condition.comparison != screening::Comparison::between ||
                        (std::isfinite(condition.high) && condition.value <= condition.high),
                    "a condition's bounds are in order");
    }
    fuzz::require(count(rule.whole, rule.conditions.size()) == rule.conditions.size(),
                  "a rule's tree holds each condition once");
  } catch (const compute::InputError& error) {
    fuzz::require(*error.what() != '\0', "an error says what is wrong");
  }
  try {
    compute::parse_unit(fuzz::as_bytes(data, size));
  } catch (const compute::InputError& error) {
    fuzz::require(*error.what() != '\0', "an error says what is wrong");
  }
  return 0;
}
