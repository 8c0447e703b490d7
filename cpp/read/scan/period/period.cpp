#include "read/scan/period/period.hpp"

#include "model/characters.hpp"
#include "read/scan/period/bounds.hpp"
#include "read/scan/period/core.hpp"
#include "read/scan/starts.hpp"

namespace mujun::scan {
namespace {

using knowledge::Knowledge;

/// Past a whole number and its 年 (26年 is a duration), else past one unit.
std::uint32_t behind_number(std::u16string_view text, std::uint32_t at) {
  if (!starts_count(text[at])) return at + 1;
  const Count count = read_count(text, at);
  return unit_at(text, count.end) == u'年' ? count.end + 1 : count.end;
}

/// 2019, 2019-05, 2019Q1, 2019H1.
std::optional<PeriodMention> read_short_form(std::u16string_view text) {
  PeriodMention mention;
  const Count year = text.empty() || !is_digit(text[0]) ? Count{} : read_count(text, 0);
  if (year.digits != 4 || !is_year(year.value)) return std::nullopt;
  mention.year = year.value;
  const std::u16string_view rest = text.substr(year.end);
  if (rest.empty()) return mention;
  if (rest.size() < 2 || !is_digit(rest[1])) return std::nullopt;
  const Count part = read_count(rest, 1);
  const int months = rest[0] == u'Q' ? 3 : rest[0] == u'H' ? 6 : rest[0] == u'-' ? 1 : 0;
  if (months == 0 || part.end != rest.size() || part.value < 1 || part.value * months > 12)
    return std::nullopt;
  mention.last_month = part.value * months;
  mention.first_month = mention.last_month - months + 1;
  return mention;
}

std::u16string_view trimmed(std::u16string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<PeriodMention> find_periods(std::u16string_view text, const Knowledge& knowledge) {
  return find_periods(text, knowledge, find_starts(text, knowledge).periods);
}

std::vector<PeriodMention> find_periods(std::u16string_view text, const Knowledge& knowledge,
                                        const PlaceSet& starts) {
  std::vector<PeriodMention> found;
  const CoreReader core(text, knowledge, found);
  const auto size = static_cast<std::uint32_t>(text.size());
  std::uint32_t free = 0;  // where the last mention ended
  for (std::uint32_t at = starts.next(0); at < size; at = starts.next(at)) {
    PeriodMention mention;
    const std::uint32_t end = core.read(at, false, mention);
    const std::uint32_t hidden = end == no_place ? no_place : lookalike_over(text, at, knowledge);
    if (end == no_place) {
      at = behind_number(text, at);
    } else if (hidden != no_place) {
      at = hidden;
    } else {
      mention.span = {at, end};
      read_bounds(text, free, knowledge, mention);
      at = free = mention.span.end;
      found.push_back(mention);
    }
  }
  return found;
}

std::optional<Period> parse_period(std::u16string_view text, const Knowledge& knowledge,
                                   std::optional<Day> published) {
  const std::u16string_view whole = trimmed(text);
  if (const auto mention = read_short_form(whole)) return resolve(*mention, published, std::nullopt);
  const std::vector<PeriodMention> found = find_periods(whole, knowledge);
  if (found.size() != 1 || found[0].span != Span{0, static_cast<std::uint32_t>(whole.size())})
    return std::nullopt;
  return resolve(found[0], published, std::nullopt);
}

}  // namespace mujun::scan
