// The middle of a period expression, without the words that bound it: 今年一季度, 2019年1-5月, 十四五.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "read/scan/period/parts.hpp"
#include "read/scan/period/period.hpp"
#include "read/scan/period/words.hpp"

namespace mujun::scan {

/// Reads one expression at a place. Each function takes the place and gives where what it read ends, or
/// no_place; `mention` changes only where something was read.
class CoreReader {
 public:
  /// `found` are the mentions before, for 当月.
  CoreReader(std::u16string_view text, const knowledge::Knowledge& knowledge,
             const std::vector<PeriodMention>& found)
      : text_(text), knowledge_(knowledge), found_(found) {}

  /// `bounded` says that the place is one for a time: behind a year, or at the end of a range.
  std::uint32_t read(std::uint32_t at, bool bounded, PeriodMention& mention) const;

 private:
  // period_core.cpp: words
  std::uint32_t read_one(std::uint32_t at, bool bounded, PeriodMention& mention) const;
  std::uint32_t read_range_end(std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_time_word(std::uint32_t at, bool bounded, PeriodMention& mention) const;
  std::uint32_t read_plan(std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_behind_plan(const PeriodWord& plan, std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_plan_end(const PeriodWord& plan, std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_event(const PeriodWord& event, PeriodMention& mention) const;
  bool stands_apart(std::uint32_t at) const;
  const PeriodMention* month_spoken_of() const;

  // period_years.cpp: figures, and what stands behind a year
  std::uint32_t read_short_year(std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_number(std::uint32_t at, bool bounded, PeriodMention& mention) const;
  std::uint32_t read_months_together(const Count& first, PeriodMention& mention) const;
  std::uint32_t read_unit(const Count& first, const Count& last, std::uint32_t start, bool bounded,
                          PeriodMention& mention) const;
  std::uint32_t read_years(const Count& first, const Count& last, std::uint32_t behind,
                           PeriodMention& mention) const;
  std::uint32_t read_last_years(std::uint32_t start, const Count& count, std::uint32_t behind,
                                PeriodMention& mention) const;
  bool is_list_item(const Count& first, std::uint32_t start, char16_t& unit) const;
  std::uint32_t read_behind_year(std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_part_of_year(std::uint32_t at, PeriodMention& mention) const;

  // period_months.cpp: months, quarters, days
  std::uint32_t read_first_months(std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_ordinal_quarter(std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_behind_quarter(std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_behind_month(std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_behind_day(std::uint32_t at, PeriodMention& mention) const;
  std::uint32_t read_time_of_day(std::uint32_t at, PeriodMention& mention) const;

  std::u16string_view text_;
  const knowledge::Knowledge& knowledge_;
  const std::vector<PeriodMention>& found_;
};

}  // namespace mujun::scan
