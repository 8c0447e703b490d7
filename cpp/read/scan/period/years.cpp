#include "model/characters.hpp"
#include "read/scan/period/bounds.hpp"
#include "read/scan/period/core.hpp"

namespace mujun::scan {
namespace {

using enum PeriodReading;

constexpr int months_in_quarter = 3;

/// '96年 is 1996, '08年 is 2008.
int full_year(int two_digits) {
  return two_digits + (two_digits >= 50 ? 1900 : 2000);
}

bool is_date_mark(char16_t c) {
  return c == u'-' || c == u'.' || c == u'/';
}

/// What stands behind 年 where a number of years is meant, or a decade.
bool counts_years(std::u16string_view text, std::uint32_t behind) {
  const std::u16string_view rest = text.substr(behind, 3);
  return rest.starts_with(u'代') || rest.starts_with(u"历史") || rest.starts_with(u"的历史");
}

/// 五年累计, 三年间, 五年共: the years are summed up.
bool sums_up(std::u16string_view text, std::uint32_t behind) {
  const std::u16string_view rest = text.substr(behind, 2);
  return rest == u"累计" || rest.starts_with(u'间') || rest.starts_with(u'共');
}

}  // namespace

std::uint32_t CoreReader::read_short_year(std::uint32_t at, PeriodMention& mention) const {
  const char16_t c = unit_at(text_, at);
  if ((c != u'\'' && c != u'’' && c != u'‘') || !is_digit(unit_at(text_, at + 1))) return no_place;
  const Count count = read_count(text_, at + 1);
  if (count.digits != 2 || count.value < 0 || unit_at(text_, count.end) != u'年') return no_place;
  mention.year = full_year(count.value);
  return read_behind_year(count.end + 1, mention);
}

std::uint32_t CoreReader::read_number(std::uint32_t at, bool bounded, PeriodMention& mention) const {
  const Count first = read_count(text_, at);
  const char16_t next = unit_at(text_, first.end);
  if (is_digit(text_[at]) && is_date_mark(unit_at(text_, at + 4))) {
    if (const auto date = read_figures_date(text_, at)) {
      mention.year = date->year;
      mention.first_month = mention.last_month = date->month;
      mention.first_day = mention.last_day = date->day;
      return read_time_of_day(date->end, mention);
    }
  }
  if (next == u':' || next == u'点' || next == u'时') {
    const std::uint32_t clock = read_clock(text_, at, false);
    if (clock != no_place) mention.shape = PeriodShape::clock;
    return clock;
  }
  if (first.value < 0) return no_place;
  const std::uint32_t alone = read_unit(first, first, at, bounded, mention);
  if (alone != no_place) return alone;
  const std::uint32_t behind_mark = read_range_mark(text_, first.end);
  if (behind_mark != no_place && starts_count(unit_at(text_, behind_mark))) {
    const Count last = read_count(text_, behind_mark);
    return last.value > first.value || last.digits == 2 ? read_unit(first, last, at, bounded, mention)
                                                        : no_place;
  }
  const char16_t before = unit_before(text_, at);
  const bool numbers_line = before == 0 || before == u'\n';  // 一、二季度运行情况
  if (!numbers_line) {
    const std::uint32_t end = read_months_together(first, mention);
    if (end != no_place) return end;
  }
  char16_t unit = 0;
  if (!is_list_item(first, at, unit)) return no_place;
  if (unit == u'年') {
    mention.year = first.value;
  } else if (unit == u'月') {
    mention.first_month = mention.last_month = first.value;
  } else {
    mention.last_month = first.value * months_in_quarter;
    mention.first_month = mention.last_month - months_in_quarter + 1;
  }
  return first.end;
}

/// 5、6月, 7、8、9月, 4、5两月: one time, where what follows is not told of each (5、6月分别增长…).
std::uint32_t CoreReader::read_months_together(const Count& first, PeriodMention& mention) const {
  constexpr std::size_t reach = 40;
  Count last = first;
  while (unit_at(text_, last.end) == u'、' && starts_count(unit_at(text_, last.end + 1))) {
    const Count next = read_count(text_, last.end + 1);
    if (next.value != last.value + 1 || next.value > 12) return no_place;
    last = next;
  }
  if (first.value < 1 || last.value == first.value || last.value > 12) return no_place;
  const std::u16string_view rest = text_.substr(last.end);
  std::uint32_t end = last.end;
  for (const std::u16string_view months : {u"两个月", u"两月", u"三个月", u"月份", u"月"}) {
    if (!rest.starts_with(months)) continue;
    end += static_cast<std::uint32_t>(months.size());
    break;
  }
  if (end == last.end || is_digit(unit_at(text_, end))) return no_place;  // 5、6月1日
  std::u16string_view behind = text_.substr(end, reach);
  behind = behind.substr(0, behind.find_first_of(u"。；;\n"));
  if (behind.find(u"分别") != std::u16string_view::npos || behind.find(u'各') != std::u16string_view::npos)
    return no_place;
  mention.first_month = first.value;
  mention.last_month = last.value;
  return end;
}

std::uint32_t CoreReader::read_unit(const Count& first, const Count& last, std::uint32_t start, bool bounded,
                                    PeriodMention& mention) const {
  const std::uint32_t unit = skip_spaces(text_, last.end);
  const bool is_amount = text_[start] == u'两';  // 两月 is two months and no February
  switch (unit_at(text_, unit)) {
    case u'年':
      if (first.end == last.end && first.value < 100) {
        const std::uint32_t end = read_last_years(start, first, unit + 1, mention);
        if (end != no_place) return end;
      }
      return read_years(first, last, unit + 1, mention);
    case u'月':
      if (is_amount || first.value < 1 || last.value > 12 || last.value < first.value) return no_place;
      mention.first_month = first.value;
      mention.last_month = last.value;
      return read_behind_month(unit + 1, mention);
    case u'季':
      if (is_amount || first.value < 1 || last.value > 4 || last.value < first.value) return no_place;
      if (unit_at(text_, unit + 1) != u'度') return no_place;
      mention.first_month = first.value * months_in_quarter - 2;
      mention.last_month = last.value * months_in_quarter;
      return read_behind_quarter(unit + 1, mention);
    case u'日': {
      // 15日 opens a clause or follows 截至; elsewhere it may be a number of days.
      static constexpr CharacterSet of_a_number{u"内均产量报耗期游"};
      if (first.value < 1 || last.value > 31 || last.value < first.value) return no_place;
      const char16_t next = unit_at(text_, unit + 1);
      const bool counts_days = next != 0 && is_one_of(next, of_a_number);
      if (counts_days || (!bounded && !stands_apart(start))) return no_place;
      mention.first_day = first.value;
      mention.last_day = last.value;
      return read_time_of_day(unit + 1, mention);
    }
    default:
      return no_place;
  }
}

/// 近三年, 五年来, 五年累计, 连续3年; the end, or no_place for a mere number of years. `behind` is the place
/// behind 年.
std::uint32_t CoreReader::read_last_years(std::uint32_t start, const Count& count, std::uint32_t behind,
                                          PeriodMention& mention) const {
  static constexpr CharacterSet other_word{u"看源自到说"};   // 五年来看
  static constexpr CharacterSet loose{u"第每数多几半余约"};  // 几十年来
  if (count.value < 1 || count.value > 99) return no_place;
  const char16_t next = unit_at(text_, behind);
  const char16_t after = unit_at(text_, behind + 1);
  const bool has_lai = next == u'来' && (after == 0 || !is_one_of(after, other_word));
  const auto bound = bound_before(text_, start, knowledge_);
  const bool is_bound = bound && bound->word.reading == last;
  const char16_t before = unit_before(text_, start);
  const bool is_loose = is_one_of(before, loose);
  // 2010年以来连续5年: they are the end of the period that is told.
  const bool is_running =
      start >= 2 && text_.substr(start - 2, 2) == u"连续" && !text_.substr(0, start - 2).ends_with(u"以来");
  const bool is_to_come = before == u'来' || before == u'后';  // 未来五年, 今后三年
  const bool is_summed = sums_up(text_, behind) && !is_to_come;
  if (!is_bound && !is_running && ((!has_lai && !is_summed) || is_loose)) return no_place;
  mention.last_years = count.value;
  mention.of_clause = is_running || is_summed;
  return has_lai || ((is_bound || is_summed) && next == u'间') ? behind + 1 : behind;
}

std::uint32_t CoreReader::read_years(const Count& first, const Count& last, std::uint32_t behind,
                                     PeriodMention& mention) const {
  const bool within_year = mention.year || mention.relative_year;
  if (within_year || counts_years(text_, behind)) return no_place;
  PeriodMention read = mention;
  const bool one = first.end == last.end;
  if (first.digits == 4 && is_year(first.value)) {
    read.year = first.value;
  } else if (one && first.digits == 2 && first.chinese) {
    read.year = full_year(first.value);
  } else if (one && first.digits == 2) {
    // 08年 is a year; 96年 is one where a part of it follows (96年底), else it may be a number of years.
    const bool leading_zero = first.value < 10;
    read.year = full_year(first.value);
    const std::uint32_t end = read_behind_year(behind, read);
    if (!leading_zero && end == behind) return no_place;
    mention = read;
    return end;
  } else {
    return no_place;
  }
  if (!one) {
    const int end_year = last.digits == 2 ? first.value / 100 * 100 + last.value : last.value;
    if (!is_year(end_year) || end_year <= first.value) return no_place;
    read.end_year = end_year;
  }
  mention = read;
  return one ? read_behind_year(behind, mention) : behind + (unit_at(text_, behind) == u'度' ? 1 : 0);
}

/// The 3 of 3、4、5月份 and the 2018 of 2018、2019年: the number after it is the next one, and the last has
/// the unit.
bool CoreReader::is_list_item(const Count& first, std::uint32_t start, char16_t& unit) const {
  // 一、二季度运行情况 is a numbered heading.
  const char16_t before = unit_before(text_, start);
  if (!is_year(first.value) && (before == 0 || before == u'\n')) return false;
  Count item = first;
  for (int items = 0; items < 11; ++items) {
    const char16_t mark = unit_at(text_, item.end);
    if (mark != u'、' && mark != u'和' && mark != u'及') break;
    if (!starts_count(unit_at(text_, item.end + 1))) break;
    const Count next = read_count(text_, item.end + 1);
    const bool years = is_year(item.value) && next.value > item.value;
    if (!years && next.value != item.value + 1) break;
    item = next;
    unit = unit_at(text_, item.end);
    const bool year = unit == u'年' && years && !counts_years(text_, item.end + 1);
    const bool month = unit == u'月' && first.value >= 1 && item.value <= 12;
    const bool quarter =
        unit == u'季' && first.value >= 1 && item.value <= 4 && unit_at(text_, item.end + 1) == u'度';
    if (year || month || quarter) return true;
  }
  return false;
}

/// Behind a year: 2018年|底, 今年|一季度, 2019年|度, 去年|同期.
std::uint32_t CoreReader::read_behind_year(std::uint32_t at, PeriodMention& mention) const {
  if (unit_before(text_, at) == u'年') {
    // 2018年底: the word starts at 年 itself. 年初步 and 年内需 are entries too, and say none.
    const auto word = read_word(text_, at - 1, time_words, knowledge_);
    const PeriodReading reading = word ? word->reading : none;
    if (reading == year || reading == year_end || reading == past_year_end || reading == year_start) {
      mention.use(word->entry);
      if (reading != year) mention.shape = PeriodShape::until;
      if (reading == year_start) {
        mention.first_month = mention.last_month = mention.first_day = mention.last_day = 1;
      }
      return word->end;
    }
  }
  if (unit_at(text_, at) == u'度' || unit_at(text_, at) == u'份') ++at;
  std::uint32_t part = skip_spaces(text_, at);
  if (unit_at(text_, part) == u'的') ++part;
  const std::uint32_t end = read_part_of_year(part, mention);
  return end == no_place ? at : end;
}

std::uint32_t CoreReader::read_part_of_year(std::uint32_t at, PeriodMention& mention) const {
  // The part starts from the year read so far, which keeps a second year out: 2019年2020年 are two mentions.
  PeriodMention part = mention;
  std::uint32_t end = read_time_word(at, true, part);
  if (end == no_place && starts_count(unit_at(text_, at))) end = read_number(at, false, part);
  if (end == no_place) end = read_ordinal_quarter(at, part);
  if (end == no_place) end = read_first_months(at, part);
  const bool own_time = part.year != mention.year || part.last_years || part.now || part.relative_day ||
                        part.relative_month || part.relative_quarter || part.shape == PeriodShape::clock ||
                        (part.first_day > 0 && part.first_month == 0);
  if (end == no_place || own_time) return no_place;
  part.relative_year = mention.relative_year;
  part.year_in_context = mention.year_in_context;
  part.past_year = mention.past_year;
  mention = part;
  return end;
}

}  // namespace mujun::scan
