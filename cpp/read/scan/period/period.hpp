// Period words: found as expressions, resolved against the publication date and the running context. Never
// the clock.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/period.hpp"
#include "model/place_set.hpp"
#include "model/text.hpp"

namespace mujun::scan {

/// How an expression bounds time.
enum class PeriodShape : std::uint8_t {
  over,   // 今年一季度, 2018年, 1-5月: first to last day
  until,  // 截至4月15日, 2018年末, 目前, 至2022年底: known at a day
  since,  // 今年以来, 2013年以来: from the first day to the publication day
  base,   // 去年同期, 比上年 …: the thing compared with; never a fact's own period
  clock,  // 10:40, 8点30分, a dateline's 5月2日电: a mark of time that bounds no fact
  vague,  // 近日, 前不久, 成立之初: a time that no day can be given
};

inline constexpr std::uint16_t no_word = 0xFFFF;

/// What a period expression says before anything is resolved. Unset parts are to come from the context.
struct PeriodMention {
  Span span;  // folded copy
  PeriodShape shape = PeriodShape::over;
  std::optional<int> year;           // 2018
  std::optional<int> relative_year;  // 今年 0, 去年 -1: counted from the publication year
  bool year_in_context = false;  // 上年 当年 全年: relative_year counts from the year last spoken of
  bool past_year = false;  // 全年 年末: in a page of January to April they look back at the year before
  std::optional<int> last_years;  // 近三年 3, 五年来 5
  int first_month = 0;            // 1-5月: 1, 5; 一季度: 1, 3; 0 for none
  int last_month = 0;
  int first_day = 0;  // 4月15日: 15, 15; 0 for none
  int last_day = 0;
  std::optional<int> end_year;           // 2016-2020年; 十四五: 2021, 2025
  std::optional<int> end_relative_year;  // 去年11月至今年4月: 0, counted from the publication year
  bool of_clause = false;  // 连续3年, 五年累计: last_years of their clause's amounts and of nothing else
  std::optional<int> relative_month;    // 本月 0, 上月 -1: counted from the publication month
  std::optional<int> relative_quarter;  // 本季度 0, 上季度 -1
  std::optional<int> relative_day;      // 昨天 -1
  std::string_view holiday;             // national_day: its days, as knowledge::holiday_rows has them
  bool now = false;                     // 目前 截至目前 今天: the publication day
  bool same_period = false;  // 同期: as base the context's period one year before, as over the context's own
  std::array<std::uint16_t, 4> words{no_word, no_word, no_word, no_word};  // the knowledge entries used

  /// Notes an entry for the trail; what finds no room is let go.
  void use(std::uint16_t word) {
    for (std::uint16_t& used : words) {
      if (used != no_word && used != word) continue;
      used = word;
      return;
    }
  }
};

/// All period expressions of the folded text in order, without overlap; with `starts`, those that start
/// there.
std::vector<PeriodMention> find_periods(std::u16string_view text, const knowledge::Knowledge& knowledge);
std::vector<PeriodMention> find_periods(std::u16string_view text, const knowledge::Knowledge& knowledge,
                                        const PlaceSet& starts);

/// The mention as days, whatever its shape (a base is the period compared with). `published` anchors relative
/// years and `now`; `context_year` is the year last spoken of and fills a missing year (else the publication
/// year). 近三年 is the last three full years up to `context_year`, else up to the year before publication. A
/// day without a month (15日) is the last such day up to publication. Nothing where an anchor is needed and
/// missing, for a vague time, and for 同期, which only the caller can carry over.
std::optional<Period> resolve(const PeriodMention& mention, std::optional<Day> published,
                              std::optional<int> context_year);

/// A whole text as one period: 今年1-5月, and the short forms of a panel's period: 2019, 2019-05, 2019Q1,
/// 2019H1.
std::optional<Period> parse_period(std::u16string_view text, const knowledge::Knowledge& knowledge,
                                   std::optional<Day> published);

}  // namespace mujun::scan
