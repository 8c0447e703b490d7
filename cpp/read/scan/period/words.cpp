#include "read/scan/period/words.hpp"

#include <array>
#include <charconv>
#include <utility>

namespace mujun::scan {
namespace {

using enum PeriodReading;

constexpr std::array<std::pair<std::string_view, PeriodReading>, 38> readings{{
    {"published", published},
    {"context", context},
    {"year", year},
    {"past_year", past_year},
    {"year_end", year_end},
    {"past_year_end", past_year_end},
    {"year_start", year_start},
    {"months", months},
    {"days", days},
    {"month_end", month_end},
    {"month_start", month_start},
    {"month", month},
    {"quarter", quarter},
    {"day", day},
    {"same_month", same_month},
    {"same_period", same_period},
    {"now", now},
    {"vague", vague},
    {"years", years},
    {"marked_years", marked_years},
    {"event", event},
    {"time_of_day", time_of_day},
    {"holiday", holiday},
    {"until", until},
    {"reach", reach},
    {"from", from},
    {"than", than},
    {"outer_than", outer_than},
    {"last", last},
    {"until_behind", until_behind},
    {"since_behind", since_behind},
    {"than_behind", than_behind},
    {"prices", prices},
    {"plan_behind", plan_behind},
    {"plan_first", plan_first},
    {"plan_last", plan_last},
    {"span_behind", span_behind},
    {"dateline", dateline},
}};

/// Takes the next word off `value`.
std::string_view next_word(std::string_view& value) {
  const std::size_t space = value.find(' ');
  const std::string_view word = value.substr(0, space);
  value = space == std::string_view::npos ? std::string_view() : value.substr(space + 1);
  return word;
}

/// A lookalike has no value, and says `none`.
PeriodReading reading_named(std::string_view name) {
  for (const auto& [known, reading] : readings) {
    if (known == name) return reading;
  }
  return none;
}

}  // namespace

std::optional<PeriodWord> read_word(std::u16string_view text, std::uint32_t at, knowledge::ClassMask classes,
                                    const knowledge::Knowledge& knowledge) {
  const auto match = knowledge.lexicon().longest(text, at, classes | lookalikes);
  if (!match) return std::nullopt;
  PeriodWord word{.end = at + match->length, .entry = match->entry.index};
  std::string_view value = knowledge.word(match->entry.index).value;
  word.reading = reading_named(next_word(value));
  if (word.reading == holiday) word.name = next_word(value);
  for (int* number : {&word.first, &word.second, &word.third}) {
    const std::string_view digits = next_word(value);
    if (digits == "apart") word.apart = true;
    std::from_chars(digits.data(), digits.data() + digits.size(), *number);
  }
  return word;
}

}  // namespace mujun::scan
