// Periods against each other.
#pragma once

#include <optional>

#include "model/fact.hpp"
#include "model/period.hpp"

namespace mujun::compute {

/// The period that a growth of this basis looks back to: the same days a year before, or the month or quarter
/// before. Empty where the basis names no such period, or where it does not fit the period.
Period compared_with(const Period& period, Basis basis);

/// The calendar year of the period's last day; empty without one.
Period year_of(const Period& period);

/// How much of the period is gone at the end of `day`, from 0 to 1. Needs both ends.
double elapsed(const Period& period, Day day);

}  // namespace mujun::compute
