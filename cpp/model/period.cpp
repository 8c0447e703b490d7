#include "model/period.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace mujun {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

Day day_of(sys_days days) {
  return {static_cast<std::int32_t>(days.time_since_epoch().count())};
}

year_month_day calendar(Day day) {
  return sys_days{std::chrono::days{day.since_epoch}};
}

std::chrono::month month_of(int number) {
  return std::chrono::month{static_cast<unsigned>(number)};
}

/// The digits of `text` as a number; nothing where anything else stands there.
std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

Day Day::of(int year, int month, int day) {
  return day_of(std::chrono::year{year} / month_of(month) / std::chrono::day{static_cast<unsigned>(day)});
}

Day Day::month_end(int year, int month) {
  return day_of(std::chrono::year{year} / month_of(month) / std::chrono::last);
}

std::optional<Day> Day::parse(std::string_view iso) {
  if (iso.size() != 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = number(iso.substr(0, 4));
  const auto month = number(iso.substr(5, 2));
  const auto day = number(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const year_month_day date{std::chrono::year{*year}, month_of(*month),
                            std::chrono::day{static_cast<unsigned>(*day)}};
  if (!date.ok()) return std::nullopt;
  return day_of(date);
}

int Day::year() const {
  return static_cast<int>(calendar(*this).year());
}

int Day::month() const {
  return static_cast<int>(static_cast<unsigned>(calendar(*this).month()));
}

int Day::day() const {
  return static_cast<int>(static_cast<unsigned>(calendar(*this).day()));
}

bool Day::is_month_end() const {
  return *this == month_end(year(), month());
}

Day Day::months_before(int months) const {
  const int number = year() * months_a_year + month() - 1 - months;
  const Day last = month_end(number / months_a_year, number % months_a_year + 1);
  return is_month_end() ? last : of(last.year(), last.month(), std::min(day(), last.day()));
}

std::string Day::iso() const {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", year(), month(), day());
  return text.data();
}

int months_between(Day first, Day last) {
  return months_a_year * (last.year() - first.year()) + last.month() - first.month() + 1;
}

Period Period::months_before(int months) const {
  const auto back = [&](std::optional<Day> day) {
    return day ? std::optional(day->months_before(months)) : day;
  };
  return {back(start), back(end)};
}

}  // namespace mujun
