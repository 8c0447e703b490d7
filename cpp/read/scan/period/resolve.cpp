#include <algorithm>
#include <utility>

#include "knowledge/tables.hpp"
#include "read/scan/period/period.hpp"

namespace mujun::scan {
namespace {

constexpr int months_in_year = 12;
/// Annual figures come out until April; until then 全年 means the year before.
constexpr int last_month_of_annual_reports = 4;

std::optional<int> year_of(const PeriodMention& mention, std::optional<Day> published,
                           std::optional<int> context_year) {
  if (mention.year) return mention.year;
  if (mention.relative_year) {
    if (mention.year_in_context && context_year) return *context_year + *mention.relative_year;
    if (!published) return std::nullopt;
    const bool looks_back = mention.past_year && published->month() <= last_month_of_annual_reports;
    return published->year() + *mention.relative_year - (looks_back ? 1 : 0);
  }
  if (context_year) return context_year;
  if (published) return published->year();
  return std::nullopt;
}

struct Days {
  Day first;
  Day last;
};

/// The years of a date: 去年 of the year 1 is none.
bool lies_in_calendar(Days days) {
  return days.first.year() >= 1 && days.last.year() <= 9999;
}

std::optional<Day> day_in(int year, int month, int day) {
  if (day < 1 || day > Day::month_end(year, month).day()) return std::nullopt;
  return Day::of(year, month, day);
}

/// `count` months from the month that lies `offset` months from month 1 of `year`.
Days months_from(int year, int offset, int count) {
  const auto month_at = [year](int index) {
    const int carry = index >= 0 ? index / months_in_year : -((months_in_year - 1 - index) / months_in_year);
    return std::pair{year + carry, index - carry * months_in_year + 1};
  };
  const auto [first_year, first_month] = month_at(offset);
  const auto [last_year, last_month] = month_at(offset + count - 1);
  return {Day::of(first_year, first_month, 1), Day::month_end(last_year, last_month)};
}

std::optional<Days> days_without_month(const PeriodMention& mention, Day published) {
  const int back = mention.last_day > published.day() ? 1 : 0;
  const Days month = months_from(published.year(), published.month() - 1 - back, 1);
  const auto first = day_in(month.first.year(), month.first.month(), mention.first_day);
  const auto last = day_in(month.first.year(), month.first.month(), mention.last_day);
  if (!first || !last) return std::nullopt;
  return Days{*first, *last};
}

/// What is counted from the publication date and knows no year of its own.
std::optional<Days> days_from_publication(const PeriodMention& mention, std::optional<Day> published) {
  if (!published) return std::nullopt;
  if (mention.now) return Days{*published, *published};
  if (mention.relative_day) {
    const Day day{published->since_epoch + *mention.relative_day};
    return Days{day, day};
  }
  if (mention.relative_month) {
    return months_from(published->year(), published->month() - 1 + *mention.relative_month, 1);
  }
  if (mention.relative_quarter) {
    const int quarter = (published->month() - 1) / 3 + *mention.relative_quarter;
    return months_from(published->year(), quarter * 3, 3);
  }
  return days_without_month(mention, *published);
}

std::optional<Days> last_years(int years, std::optional<Day> published, std::optional<int> context_year) {
  if (!context_year && !published) return std::nullopt;
  const int last = context_year ? *context_year : published->year() - 1;
  if (years > last) return std::nullopt;  // 近三千年
  return Days{Day::of(last - years + 1, 1, 1), Day::of(last, 12, 31)};
}

std::optional<Days> days_of_year(const PeriodMention& mention, int year, std::optional<Day> published) {
  if (mention.end_relative_year && !published) return std::nullopt;
  const int last_year = mention.end_relative_year ? published->year() + *mention.end_relative_year
                                                  : mention.end_year.value_or(year);
  const int first_month = mention.first_month == 0 ? 1 : mention.first_month;
  const int last_month = mention.last_month == 0 ? months_in_year : mention.last_month;
  if (mention.first_day == 0)
    return Days{Day::of(year, first_month, 1), Day::month_end(last_year, last_month)};
  const auto first = day_in(year, first_month, mention.first_day);
  // The last third of a month ends with it: 下旬 is the 21st to the 31st, or to whichever day is the last.
  const Day month_end = Day::month_end(last_year, last_month);
  const bool to_month_end = mention.last_day == 31 && mention.first_day != 31;
  const auto last = to_month_end ? std::optional(month_end) : day_in(last_year, last_month, mention.last_day);
  if (!first || !last) return std::nullopt;
  return Days{*first, *last};
}

/// 国庆假期 in a page of March is the year before's; nothing for a year whose days holidays.csv lacks.
std::optional<Days> days_of_holiday(const PeriodMention& mention, int year, std::optional<Day> published) {
  using knowledge::HolidayRow;
  const auto same = std::ranges::equal_range(knowledge::holiday_rows, mention.holiday, {}, &HolidayRow::name);
  const auto in_year = [&](int wanted) -> std::optional<Days> {
    const auto row = std::ranges::find(same, wanted, &HolidayRow::year);
    if (row == same.end()) return std::nullopt;
    return Days{Day::of(row->year, row->first_month, row->first_day),
                Day::of(row->year, row->last_month, row->last_day)};
  };
  const auto days = in_year(year);
  const bool says_year = mention.year || mention.relative_year;
  const bool ahead = days && published && *published < days->first && !says_year;
  return ahead ? in_year(year - 1) : days;
}

std::optional<Days> days_of(const PeriodMention& mention, std::optional<Day> published,
                            std::optional<int> context_year) {
  if (mention.same_period || mention.shape == PeriodShape::vague) return std::nullopt;
  if (mention.last_years) return last_years(*mention.last_years, published, context_year);
  const bool day_alone = mention.first_day > 0 && mention.first_month == 0;
  const bool from_publication =
      mention.now || mention.relative_day || mention.relative_month || mention.relative_quarter || day_alone;
  if (from_publication) return days_from_publication(mention, published);
  const bool clock_alone = mention.shape == PeriodShape::clock && !mention.year && mention.first_day == 0;
  if (clock_alone) return std::nullopt;
  const auto year = year_of(mention, published, context_year);
  if (!year) return std::nullopt;
  return mention.holiday.empty() ? days_of_year(mention, *year, published)
                                 : days_of_holiday(mention, *year, published);
}

}  // namespace

std::optional<Period> resolve(const PeriodMention& mention, std::optional<Day> published,
                              std::optional<int> context_year) {
  const auto days = days_of(mention, published, context_year);
  if (!days || days->last < days->first || !lies_in_calendar(*days)) return std::nullopt;
  if (mention.shape == PeriodShape::until) return Period{std::nullopt, days->last};
  if (mention.shape != PeriodShape::since) return Period{days->first, days->last};
  // 自9月1日起 in a page of July: the time is still to come, and its end is unknown.
  if (!published || *published < days->first) return std::nullopt;
  return Period{days->first, published};
}

}  // namespace mujun::scan
