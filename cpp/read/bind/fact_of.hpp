// From a draft to a row: the value in its unit and in the base unit, and the trail of entries that made it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/bind/sentence.hpp"
#include "read/bind/when/clock.hpp"
#include "read/bind/who/owner.hpp"

namespace mujun::bind {

void set_value(const Surroundings& around, const Draft& draft, Fact& fact);
/// What a movement without a word for it is measured against: over a year the year before, over several years
/// the time before them. 比年初 is a year before only at a year's end.
void set_unsaid_basis(const Surroundings& around, const Draft& draft, Fact& fact);
/// How surely a fact is read: the product of what its wording, its owner and its period leave in doubt, each
/// set so that of the facts with 0.8 and more at least nine in ten are right
/// (tests/pages/test_confidence.py).
float confidence(const Draft& draft, const Who& subject, const When& when);

/// The knowledge entries that made a fact, in reading order, each once: "indicator:gdp growth_verb:grow".
class Trail {
 public:
  explicit Trail(const Surroundings& around) : around_(around) {}
  /// `subject` is the word the subject was known by, `period` the mention the period came from.
  std::string of(const Draft& draft, const std::optional<knowledge::EntryRef>& subject,
                 const scan::PeriodMention* period);

 private:
  static constexpr std::size_t usual_length = 192;
  const Surroundings& around_;
  std::vector<knowledge::EntryRef> told_;
};

}  // namespace mujun::bind
