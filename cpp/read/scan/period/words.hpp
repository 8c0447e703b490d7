// What the entries of periods.toml say: each entry's `value` is the name of a reading, and its numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "knowledge/knowledge.hpp"

namespace mujun::scan {

enum class PeriodReading : std::uint8_t {
  // period_year
  published,  // published -1: 去年
  context,    // context -1: 上年
  // period_part
  year,           // 年内: the year itself
  past_year,      // 全年
  year_end,       // 年底
  past_year_end,  // 年末
  year_start,     // 年初
  months,         // months 1 6: 上半年
  days,           // days 1 10: 上旬, behind a month
  month_end,      // 月底, and 末 of a quarter
  month_start,    // 月初
  month,          // month -1: 上月
  quarter,        // quarter 0: 本季度
  day,            // day -1: 昨天
  same_month,     // 当月: the month last spoken of
  same_period,    // 同期
  now,            // 目前; now 1: of 现有 only the first character, for the rest is a verb
  vague,          // 近日
  years,          // years 2021 2025: 十四五
  marked_years,   // years that need quotation marks or 时期 behind them: “九五”
  event,          // event 2012 11 8: 党的十八大, a day only where 以来 stands behind
  time_of_day,    // 上午
  holiday,        // holiday national_day: 国庆假期, its days as holidays.csv has them
  // period_bound, before
  until,       // 截至
  reach,       // 到 至: until where a day or an end stands behind
  from,        // 自: taken along where 以来 or 起 stands behind
  than,        // 比: what is behind is a base
  outer_than,  // 高于: the same, but the word is another rule's too
  last,        // 近: 近三年
  // period_bound, behind
  until_behind,  // 之前 为止
  since_behind,  // 以来
  than_behind,   // 相比 持平
  prices,        // 不变价: of a base year
  plan_behind,   // 规划: the plan itself, a mark of time only
  plan_first,    // 开局之年: the plan's first year
  plan_last,     // 收官之年
  span_behind,   // 期间 时期
  dateline,      // 电 讯
  none,          // of a period_lookalike: the word hides the shorter one inside it (年初步 hides 年初)
};

struct PeriodWord {
  std::uint32_t end = 0;
  PeriodReading reading = PeriodReading::none;
  int first = 0;  // the numbers behind the reading's name
  int second = 0;
  int third = 0;
  std::string_view name = {};  // of a holiday
  bool apart = false;          // only where no other word runs into it: 后年 but not 投产后年产值
  std::uint16_t entry = 0xFFFF;
};

inline constexpr knowledge::ClassMask time_words =
    knowledge::mask(knowledge::WordClass::period_year) | knowledge::mask(knowledge::WordClass::period_part);
inline constexpr knowledge::ClassMask bound_words = knowledge::mask(knowledge::WordClass::period_bound);

inline constexpr knowledge::ClassMask lookalikes = knowledge::mask(knowledge::WordClass::period_lookalike);

/// The longest word of the classes, or lookalike, at `at`; nothing where there is none.
std::optional<PeriodWord> read_word(std::u16string_view text, std::uint32_t at, knowledge::ClassMask classes,
                                    const knowledge::Knowledge& knowledge);

}  // namespace mujun::scan
