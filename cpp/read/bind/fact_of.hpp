// From a draft to a row: the value in its unit and in the base unit, and the trail of entries that made it.
#pragma once

#include "read/bind/sentence.hpp"

namespace mujun::bind {

void set_value(const Surroundings& around, const Draft& draft, Fact& fact);
/// `subject` is the word the subject was known by, `period` the mention the period came from.
void set_trail(const Surroundings& around, const Draft& draft,
               const std::optional<knowledge::EntryRef>& subject, const scan::PeriodMention* period,
               Fact& fact);

}  // namespace mujun::bind
