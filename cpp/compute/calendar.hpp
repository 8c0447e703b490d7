// Periods against each other.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/fact.hpp"
#include "model/period.hpp"

namespace mujun::compute {

/// The period that a growth of this basis looks back to: the same days a year before, or the month or quarter
/// before. Empty where the basis names no such period, or where it does not fit the period.
Period compared_with(const Period& period, Basis basis);

/// The calendar year of the period's last day; empty without one.
Period year_of(const Period& period);

/// Which kind of period it is: day, year, half, quarter, month, months for other whole months, and days for
/// the rest; and its number within the year, 1 the first half, 0 where it has none. It must have a last day.
struct Shape {
  std::string_view kind;
  int number;
};
Shape shape(const Period& period);

/// "2019", "2019-S1", "2019-Q1", "2019-05", "2019-01..2019-05", else its days; as SDMX writes what it has a
/// form for.
std::string label(const Period& period);

/// A day as the tables hold it.
std::optional<std::int32_t> days(std::optional<Day> day);

/// How much of the period is gone at the end of `day`, from 0 to 1. Needs both ends.
double elapsed(const Period& period, Day day);

}  // namespace mujun::compute
