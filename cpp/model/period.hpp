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
  std::string iso() const;
  friend auto operator<=>(Day, Day) = default;
};

/// First and last day, both included. A stock has an end and no start; both empty where the page gives no
/// time.
struct Period {
  std::optional<Day> start;
  std::optional<Day> end;

  bool empty() const { return !start && !end; }
  friend bool operator==(const Period&, const Period&) = default;
};

}  // namespace mujun
