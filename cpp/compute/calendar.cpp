#include "compute/calendar.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace mujun::compute {
namespace {

constexpr std::array<std::pair<std::string_view, int>, 4> kinds_of_year_parts{
    {{"year", months_a_year}, {"half", 6}, {"quarter", 3}, {"month", 1}}};

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

Shape shape(const Period& period) {
  const Day last = *period.end;
  if (!period.start || period.start == last) return {"day", 0};
  const Day first = *period.start;
  if (first.day() != 1 || !last.is_month_end()) return {"days", 0};
  const int length = months_between(first, last);
  for (const auto& [kind, months] : kinds_of_year_parts) {
    if (length == months && (first.month() - 1) % months == 0) return {kind, last.month() / months};
  }
  return {"months", 0};
}

std::string label(const Period& period) {
  if (!period.end) return period.start ? period.start->iso() + ".." : "";
  const auto [kind, number] = shape(period);
  const std::string last = period.end->iso();
  const std::string year = last.substr(0, 4);
  constexpr std::size_t month = 7;  // characters of 2019-05
  if (kind == "day") return last;
  if (kind == "year") return year;
  if (kind == "half") return year + "-S" + std::to_string(number);
  if (kind == "quarter") return year + "-Q" + std::to_string(number);
  if (kind == "month") return last.substr(0, month);
  const std::string first = period.start->iso();
  return kind == "months" ? first.substr(0, month) + ".." + last.substr(0, month) : first + ".." + last;
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
