// The digits of period expressions: counts, dates written in figures, clock times.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mujun::scan {

inline constexpr std::uint32_t no_place = 0xFFFFFFFF;

/// A run of digits with what it says; `value` is -1 for what is no plain count (1,100; 5.5; 三百; more than 4
/// digits).
struct Count {
  std::uint32_t end = 0;
  int value = -1;
  int digits = 0;  // of a run that is read digit by digit: 2018, 二〇一八, 八七
  bool chinese = false;
};

/// Whether a count can start with this character.
bool starts_count(char16_t c);

/// The whole run of digits at `at`, so that a scan that goes on behind it stays linear.
Count read_count(std::u16string_view text, std::uint32_t at);

/// Past up to two spaces (a PDF's `2023 年 2 月`).
std::uint32_t skip_spaces(std::u16string_view text, std::uint32_t at);

inline char16_t unit_at(std::u16string_view text, std::uint32_t at) {
  return at < text.size() ? text[at] : u'\0';
}
inline char16_t unit_before(std::u16string_view text, std::uint32_t at) {
  return at > 0 && at <= text.size() ? text[at - 1] : u'\0';
}

bool is_year(int value);

struct CalendarDate {
  std::uint32_t end;
  int year;
  int month;
  int day;
};

/// 2020-05-15, 2020.5.15, 2020/5/15.
std::optional<CalendarDate> read_figures_date(std::u16string_view text, std::uint32_t at);

/// 10:40, 10:40:56, 8点30分, 6点半, 9时许; the end, or no_place. `told` says that 上午 or a date stands
/// before, after which 9时 alone is a clock time too.
std::uint32_t read_clock(std::u16string_view text, std::uint32_t at, bool told);

/// - — ~ 至 到 between the ends of a range; the end, or no_place.
std::uint32_t read_range_mark(std::u16string_view text, std::uint32_t at);

}  // namespace mujun::scan
