#include "compute/calendar.hpp"

#include <algorithm>

namespace mujun::compute {
namespace {

constexpr int months_a_year = 12;

bool is_month_end(Day day) {
  return day == Day::month_end(day.year(), day.month());
}

/// A month's last day leads to a month's last day.
Day months_before(Day day, int months) {
  const int month = day.year() * months_a_year + day.month() - 1 - months;
  const int year = month / months_a_year;
  const Day last = Day::month_end(year, month % months_a_year + 1);
  return is_month_end(day)
             ? last
             : std::min(last, Day::of(year, month % months_a_year + 1, std::min(day.day(), last.day())));
}

Period months_before(const Period& period, int months) {
  const auto back = [&](std::optional<Day> day) {
    return day ? std::optional(months_before(*day, months)) : day;
  };
  return {back(period.start), back(period.end)};
}

/// The period is these many whole months; a stock's last day ends one.
bool lasts_months(const Period& period, int months) {
  if (!period.end || !is_month_end(*period.end)) return false;
  if (!period.start) return true;
  return period.start->since_epoch == months_before(*period.end, months).since_epoch + 1;
}

}  // namespace

Period compared_with(const Period& period, Basis basis) {
  switch (basis) {
    case Basis::yoy:
      return months_before(period, months_a_year);
    case Basis::mom:
      return lasts_months(period, 1) ? months_before(period, 1) : Period{};
    case Basis::qoq:
      return lasts_months(period, 3) ? months_before(period, 3) : Period{};
    default:
      return {};
  }
}

Period year_of(const Period& period) {
  if (!period.end) return {};
  return {Day::of(period.end->year(), 1, 1), Day::of(period.end->year(), 12, 31)};
}

double elapsed(const Period& period, Day day) {
  const int whole = period.end->since_epoch - period.start->since_epoch + 1;
  const int gone = day.since_epoch - period.start->since_epoch + 1;
  return std::clamp(static_cast<double>(gone) / whole, 0.0, 1.0);
}

}  // namespace mujun::compute
