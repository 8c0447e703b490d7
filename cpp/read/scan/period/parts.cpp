#include "read/scan/period/parts.hpp"

#include "model/characters.hpp"

namespace mujun::scan {
namespace {

/// The value of a Chinese digit, 10 for 十, 100 for a greater magnitude; -1 for anything else.
int chinese_value(char16_t c) {
  switch (c) {
    case u'〇':
    case u'○':
    case u'零':
      return 0;
    case u'一':
      return 1;
    case u'二':
    case u'两':
      return 2;
    case u'三':
      return 3;
    case u'四':
      return 4;
    case u'五':
      return 5;
    case u'六':
      return 6;
    case u'七':
      return 7;
    case u'八':
      return 8;
    case u'九':
      return 9;
    case u'十':
      return 10;
    case u'百':
    case u'千':
    case u'万':
    case u'亿':
      return 100;
    default:
      return -1;
  }
}

/// 0 may stand for 〇 inside a year of Chinese digits: 二0一九年.
bool continues_chinese(char16_t c) {
  return chinese_value(c) >= 0 || c == u'0';
}

Count read_chinese(std::u16string_view text, std::uint32_t at) {
  Count count{.end = at, .chinese = true};
  int digits = 0;
  int by_digits = 0;
  int tens = -1;
  int ones = 0;
  bool plain = true;
  for (; count.end < text.size() && continues_chinese(text[count.end]); ++count.end) {
    const int value = text[count.end] == u'0' ? 0 : chinese_value(text[count.end]);
    if (value == 100 || (value == 10 && tens >= 0) || digits > 4) {
      plain = false;
    } else if (value == 10) {
      if (digits > 1) plain = false;
      tens = digits == 0 ? 1 : by_digits;
      digits = 0;
      by_digits = 0;
    } else {
      ++digits;
      by_digits = by_digits * 10 + value;
      ones = by_digits;
    }
  }
  if (!plain) return count;
  if (tens >= 0) {
    if (digits <= 1) count.value = tens * 10 + ones * digits;
  } else if (digits <= 4) {
    count.digits = digits;
    if (digits == 1 || digits == 4) count.value = by_digits;
    // Two digits are a short year (八七年) but not 七八年, 三五年, which are loose counts of years.
    if (digits == 2 && (by_digits / 10 >= 5 || by_digits < 10) && by_digits % 10 != by_digits / 10 + 1) {
      count.value = by_digits;
    }
  }
  return count;
}

Count read_arabic(std::u16string_view text, std::uint32_t at) {
  Count count{.end = at};
  int value = 0;
  bool plain = true;
  for (; count.end < text.size(); ++count.end) {
    const char16_t c = text[count.end];
    if (is_digit(c)) {
      ++count.digits;
      if (count.digits <= 4) value = value * 10 + (c - u'0');
    } else if ((c == u'.' || c == u',') && count.end + 1 < text.size() && is_digit(text[count.end + 1])) {
      plain = false;
    } else {
      break;
    }
  }
  if (plain && count.digits <= 4) count.value = value;
  return count;
}

/// Two figures at most, as in a month, a day or a minute; -1 where none or more stand there.
int read_figures(std::u16string_view text, std::uint32_t& at) {
  const std::uint32_t start = at;
  int value = 0;
  while (at < text.size() && at - start < 3 && is_digit(text[at])) value = value * 10 + (text[at++] - u'0');
  return at == start || at - start > 2 ? -1 : value;
}

/// 10:40:56; but 结构比为6:52:42 is a whole by its parts.
std::uint32_t read_colon_clock(std::u16string_view text, std::uint32_t at) {
  constexpr int whole = 100;
  const bool behind_word = at > 0 && is_han(text[at - 1]);
  const int hour = read_figures(text, at);
  if (hour < 0 || hour > 24) return no_place;
  int sum = hour;
  for (int part = 0; part < 2; ++part) {
    std::uint32_t next = at + 1;
    const char16_t mark = unit_at(text, at);
    if (mark != u':' && mark != u'：') return part == 0 ? no_place : at;
    const std::uint32_t figures = next;
    const int value = read_figures(text, next);
    if (value < 0 || value > 59 || next - figures != 2) return part == 0 ? no_place : at;
    sum += value;
    at = next;
  }
  return behind_word && sum == whole ? no_place : at;
}

}  // namespace

bool starts_count(char16_t c) {
  static constexpr CharacterSet counts{u"0123456789〇○零一二两三四五六七八九十"};
  return is_one_of(c, counts);
}

Count read_count(std::u16string_view text, std::uint32_t at) {
  return is_digit(text[at]) ? read_arabic(text, at) : read_chinese(text, at);
}

std::uint32_t skip_spaces(std::u16string_view text, std::uint32_t at) {
  for (int spaces = 0; spaces < 2 && unit_at(text, at) == u' '; ++spaces) ++at;
  return at;
}

bool is_year(int value) {
  return value >= 1900 && value <= 2100;
}

std::optional<CalendarDate> read_figures_date(std::u16string_view text, std::uint32_t at) {
  int year = 0;
  const std::uint32_t start = at;
  while (at < text.size() && at - start < 4 && is_digit(text[at])) year = year * 10 + (text[at++] - u'0');
  const char16_t mark = unit_at(text, at);
  if (!is_year(year) || (mark != u'-' && mark != u'.' && mark != u'/')) return std::nullopt;
  ++at;
  const int month = read_figures(text, at);
  if (month < 1 || month > 12 || unit_at(text, at) != mark) return std::nullopt;
  ++at;
  const int day = read_figures(text, at);
  if (day < 1 || day > 31) return std::nullopt;
  if (unit_at(text, at) == mark && is_digit(unit_at(text, at + 1))) return std::nullopt;
  return CalendarDate{at, year, month, day};
}

std::uint32_t read_clock(std::u16string_view text, std::uint32_t at, bool told) {
  if (!starts_count(unit_at(text, at))) return no_place;
  if (is_digit(text[at])) {
    const std::uint32_t colon = read_colon_clock(text, at);
    if (colon != no_place) {
      const bool number_goes_on = is_digit(unit_at(text, colon)) ||
                                  (unit_at(text, colon) == u'.' && is_digit(unit_at(text, colon + 1)));
      return number_goes_on ? no_place : colon;
    }
  }
  const Count hour = read_count(text, at);
  const char16_t unit = unit_at(text, hour.end);
  if (hour.value < 0 || hour.value > 24 || (unit != u'点' && unit != u'时')) return no_place;
  const std::uint32_t behind = hour.end + 1;
  const char16_t next = unit_at(text, behind);
  if (next == u'半' || next == u'整' || next == u'许') return behind + 1;
  if (next == u'钟' && unit == u'点') return behind + 1;
  if (starts_count(next)) {
    const Count minute = read_count(text, behind);
    const bool is_minute = minute.value >= 0 && minute.value < 60 && unit_at(text, minute.end) == u'分' &&
                           unit_at(text, minute.end + 1) != u'之';
    if (is_minute) return minute.end + 1;
  }
  const std::uint32_t until = read_range_mark(text, behind);  // 9时至17时
  const bool is_range = until != no_place && starts_count(unit_at(text, until)) &&
                        unit_at(text, read_count(text, until).end) == unit;
  return told || is_range ? behind : no_place;
}

std::uint32_t read_range_mark(std::u16string_view text, std::uint32_t at) {
  at = skip_spaces(text, at);
  static constexpr CharacterSet marks{u"-—–―~～至到"};
  const char16_t mark = unit_at(text, at);
  if (!is_one_of(mark, marks)) return no_place;
  ++at;
  if (unit_at(text, at) == mark && (mark == u'-' || mark == u'—')) ++at;
  return skip_spaces(text, at);
}

}  // namespace mujun::scan
