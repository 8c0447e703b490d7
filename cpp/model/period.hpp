// Days and closed periods of days.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mujun {

/// A day of the proleptic Gregorian calendar, as days since 1970-01-01 (Arrow's date32).
struct Day {
  std::int32_t since_epoch = 0;

  static Day of(int year, int month, int day);
  /// The last day of a month.
  static Day month_end(int year, int month);
  /// ISO text, `2019-05-10`; nothing where it is no day.
  static std::optional<Day> parse(std::string_view iso);
  int year() const;
  int month() const;
  int day() const;
  bool is_month_end() const;
  /// The same day that many months before; a month's last day leads to a month's last day.
  Day months_before(int months) const;
  std::string iso() const;
  friend auto operator<=>(Day, Day) = default;
};

inline constexpr int months_a_year = 12;

/// The months from the first day's to the last day's, both included.
int months_between(Day first, Day last);

/// First and last day, both included. A stock has an end and no start; both empty where the page gives no
/// time.
struct Period {
  std::optional<Day> start;
  std::optional<Day> end;

  bool empty() const { return !start && !end; }
  /// Both ends moved back.
  Period months_before(int months) const;
  friend bool operator==(const Period&, const Period&) = default;
};

}  // namespace mujun
