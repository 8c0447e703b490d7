#include "compute/calendar.hpp"

#include <algorithm>

namespace mujun::compute {
namespace {

/// The period is these many whole months; a stock's last day ends one.
bool lasts_months(const Period& period, int months) {
  if (!period.end || !period.end->is_month_end()) return false;
  if (!period.start) return true;
  return period.start->since_epoch == period.end->months_before(months).since_epoch + 1;
}

}  // namespace

Period compared_with(const Period& period, Basis basis) {
  switch (basis) {
    case Basis::yoy:
      return period.months_before(months_a_year);
    case Basis::mom:
      return lasts_months(period, 1) ? period.months_before(1) : Period{};
    case Basis::qoq:
      return lasts_months(period, 3) ? period.months_before(3) : Period{};
    default:
      return {};
  }
}

Period year_of(const Period& period) {
  if (!period.end) return {};
  return {Day::of(period.end->year(), 1, 1), Day::of(period.end->year(), 12, 31)};
}

std::string label(const Period& period) {
  if (!period.end) return period.start ? period.start->iso() + ".." : "";
  const Day last = *period.end;
  if (!period.start || period.start == last) return last.iso();
  const Day first = *period.start;
  if (first.day() != 1 || !last.is_month_end()) return first.iso() + ".." + last.iso();
  const int length = months_between(first, last);
  const std::string year = last.iso().substr(0, 4);
  const bool fits = (first.month() - 1) % length == 0;
  if (fits && length == months_a_year) return year;
  if (fits && length == 6) return year + "-S" + std::to_string(last.month() / 6);
  if (fits && length == 3) return year + "-Q" + std::to_string(last.month() / 3);
  const auto month = [](Day day) { return day.iso().substr(0, 7); };
  return length == 1 ? month(last) : month(first) + ".." + month(last);
}

std::optional<std::int32_t> days(std::optional<Day> day) {
  return day ? std::optional(day->since_epoch) : std::nullopt;
}

double elapsed(const Period& period, Day day) {
  const int whole = period.end->since_epoch - period.start->since_epoch + 1;
  const int gone = day.since_epoch - period.start->since_epoch + 1;
  return std::clamp(static_cast<double>(gone) / whole, 0.0, 1.0);
}

}  // namespace mujun::compute
