#include "compute/panel_period.hpp"

#include <tuple>

#include "compute/input_error.hpp"

namespace mujun::compute {
namespace {

/// The same day of the month in any year; the last of February is one day.
bool same_day_of_year(Day one, Day other) {
  if (one.month() != other.month()) return false;
  return one.day() == other.day() || (one.is_month_end() && other.is_month_end());
}

bool whole_months(const Period& period) {
  return period.start->day() == 1 && period.end->is_month_end();
}

int months(const Period& period) {
  return months_between(*period.start, *period.end);
}

int years(const Period& period) {
  return period.end->year() - period.start->year();
}

}  // namespace

std::string written(const Period& period) {
  if (period.empty()) return "no period";
  if (!period.end) return period.start->iso() + "..";
  if (!period.start || period.start == period.end) return period.end->iso();
  return period.start->iso() + ".." + period.end->iso();
}

bool are_alike(const Period& one, const Period& other) {
  if (one.empty() || other.empty()) return true;
  if (one.start.has_value() != other.start.has_value() || !one.end || !other.end) return false;
  if (!one.start) return true;  // two stocks, each known at its day
  if (same_day_of_year(*one.start, *other.start) && same_day_of_year(*one.end, *other.end))
    return years(one) == years(other);
  return whole_months(one) && whole_months(other) && months(one) == months(other);
}

void check_alike(const Period& one, const Period& other) {
  if (!are_alike(one, other))
    throw InputError("unlike periods: " + written(one) + " and " + written(other) + " do not compare");
}

void check_earlier(const Period& now, const Period& base) {
  check_alike(now, base);
  if (!now.empty() && !base.empty() && *base.end >= *now.end)
    throw InputError("the base must lie before: " + written(base) + " is not earlier than " + written(now));
}

}  // namespace mujun::compute
