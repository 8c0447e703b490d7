#include "model/characters.hpp"
#include "read/scan/period/core.hpp"

namespace mujun::scan {
namespace {

using enum PeriodReading;

constexpr int months_in_quarter = 3;

bool is_end(char16_t c) {
  return c == u'末' || c == u'底';
}

bool is_day_unit(char16_t c) {
  return c == u'日' || c == u'号';
}

}  // namespace

/// 前7个月, 前三季度, 头两个月, 首十個月.
std::uint32_t CoreReader::read_first_months(std::uint32_t at, PeriodMention& mention) const {
  const char16_t c = unit_at(text_, at);
  if ((c != u'前' && c != u'头' && c != u'首') || !starts_count(unit_at(text_, at + 1))) return no_place;
  const Count count = read_count(text_, at + 1);
  std::uint32_t unit = count.end;
  if (unit_at(text_, unit) == u'个') ++unit;
  const bool month = unit_at(text_, unit) == u'月' && count.value <= 12;
  const bool quarter = unit_at(text_, unit) == u'季' && count.value <= 4;
  if (count.value < 1 || (!month && !quarter)) return no_place;
  mention.first_month = 1;
  mention.last_month = month ? count.value : count.value * months_in_quarter;
  if (quarter) return read_behind_quarter(unit + 1, mention);
  return unit_at(text_, unit + 1) == u'份' ? unit + 2 : unit + 1;
}

/// 第一季度, 第四季.
std::uint32_t CoreReader::read_ordinal_quarter(std::uint32_t at, PeriodMention& mention) const {
  if (unit_at(text_, at) != u'第' || !starts_count(unit_at(text_, at + 1))) return no_place;
  const Count count = read_count(text_, at + 1);
  if (count.value < 1 || count.value > 4 || unit_at(text_, count.end) != u'季') return no_place;
  mention.last_month = count.value * months_in_quarter;
  mention.first_month = mention.last_month - months_in_quarter + 1;
  return read_behind_quarter(count.end + 1, mention);
}

/// Behind 季 or 上半年: 度, 末.
std::uint32_t CoreReader::read_behind_quarter(std::uint32_t at, PeriodMention& mention) const {
  if (unit_at(text_, at) == u'度') ++at;
  if (!is_end(unit_at(text_, at))) return at;
  mention.shape = PeriodShape::until;
  return at + 1;
}

std::uint32_t CoreReader::read_behind_month(std::uint32_t at, PeriodMention& mention) const {
  const auto bound = read_word(text_, at - 1, time_words, knowledge_);  // 月底 in 5月底
  if (bound && (bound->reading == month_end || bound->reading == month_start)) {
    mention.use(bound->entry);
    mention.shape = PeriodShape::until;
    if (bound->reading == month_start) mention.first_day = mention.last_day = 1;
    return bound->end;
  }
  if (unit_at(text_, at) == u'份') ++at;
  if (is_end(unit_at(text_, at))) {
    mention.shape = PeriodShape::until;
    return at + 1;
  }
  if (mention.first_month != mention.last_month) return at;
  const std::uint32_t day = skip_spaces(text_, at);
  const auto third = read_word(text_, day, time_words, knowledge_);
  if (third && third->reading == days) {
    mention.first_day = third->first;
    mention.last_day = third->second;
    mention.use(third->entry);
    return third->end;
  }
  if (!starts_count(unit_at(text_, day))) return at;
  const Count first = read_count(text_, day);
  if (first.value < 1 || first.value > 31) return at;
  std::uint32_t unit = skip_spaces(text_, first.end);
  Count last = first;
  const std::uint32_t mark = read_range_mark(text_, first.end);
  if (mark != no_place && starts_count(unit_at(text_, mark))) {  // 15-20日
    last = read_count(text_, mark);
    unit = skip_spaces(text_, last.end);
  }
  if (!is_day_unit(unit_at(text_, unit)) || last.value > 31 || last.value < first.value) return at;
  mention.first_day = first.value;
  mention.last_day = last.value;
  return read_behind_day(unit + 1, mention);
}

std::uint32_t CoreReader::read_behind_day(std::uint32_t at, PeriodMention& mention) const {
  const std::uint32_t mark = read_range_mark(text_, at);
  if (mark != no_place && starts_count(unit_at(text_, mark))) {  // 15日至20日
    const Count last = read_count(text_, mark);
    if (is_day_unit(unit_at(text_, last.end)) && last.value > mention.last_day && last.value <= 31) {
      mention.last_day = last.value;
      return last.end + 1;
    }
  }
  return read_time_of_day(at, mention);
}

/// What may follow a day: a weekday, 上午, a clock time.
std::uint32_t CoreReader::read_time_of_day(std::uint32_t at, PeriodMention& mention) const {
  std::uint32_t end = at;
  for (int parts = 0; parts < 3; ++parts) {
    std::uint32_t next = skip_spaces(text_, end);
    if (unit_at(text_, next) == u'T' && is_digit(unit_at(text_, next + 1))) ++next;
    const auto word = read_word(text_, next, time_words, knowledge_);
    if (word && word->reading == time_of_day) {
      mention.use(word->entry);
      end = word->end;
      continue;
    }
    const std::uint32_t clock = read_clock(text_, next, true);
    if (clock == no_place) break;
    end = clock;
  }
  return end;
}

}  // namespace mujun::scan
