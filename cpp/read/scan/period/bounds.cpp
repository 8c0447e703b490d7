#include "read/scan/period/bounds.hpp"

#include <algorithm>

#include "model/characters.hpp"
#include "read/scan/period/parts.hpp"

namespace mujun::scan {
namespace {

using enum PeriodReading;
using knowledge::Knowledge;

constexpr std::uint32_t longest_bound = 5;      // 刚刚过去的
constexpr std::uint32_t longest_lookalike = 3;  // of its part before the period word

bool is_point(const PeriodMention& mention) {
  return mention.first_day > 0 || mention.shape == PeriodShape::until;
}

/// 2010年以来连续5年: with the number of years the end is known too.
void run_on(std::u16string_view text, std::uint32_t at, PeriodMention& mention) {
  constexpr std::u16string_view running = u"连续";
  mention.shape = PeriodShape::since;
  const auto number = at + static_cast<std::uint32_t>(running.size());
  const bool runs = mention.year && mention.first_month == 0 && text.substr(at).starts_with(running);
  if (!runs || !starts_count(unit_at(text, number))) return;
  const Count count = read_count(text, number);
  if (count.value < 1 || count.value > 99 || unit_at(text, count.end) != u'年') return;
  mention.shape = PeriodShape::over;
  mention.end_year = *mention.year + count.value - 1;
}

/// 2015年的2.3倍: the year is what the multiple is of.
bool is_times(std::u16string_view text, std::uint32_t at) {
  if (unit_at(text, at) != u'的' || !starts_count(unit_at(text, at + 1))) return false;
  const std::uint32_t end = read_count(text, at + 1).end;
  return unit_at(text, unit_at(text, end) == u'多' ? end + 1 : end) == u'倍';
}

/// 比改造前的2019年多出: what is compared with is described before it.
bool is_compared(std::u16string_view text, std::uint32_t at) {
  constexpr std::uint32_t longest_description = 6;
  if (at == 0 || text[at - 1] != u'的') return false;
  for (std::uint32_t back = 2; back <= std::min(longest_description, at) && is_han(text[at - back]); ++back)
    if (is_one_of(text[at - back], u"比较")) return true;
  return false;
}

/// 恢复到2019年的108%: likewise.
bool is_recovery(std::u16string_view text, const PeriodMention& mention) {
  const std::u16string_view before = text.substr(0, mention.span.start);
  if (!before.ends_with(u"恢复到") && !before.ends_with(u"恢复至") && !before.ends_with(u"相当于"))
    return false;
  const std::uint32_t at = mention.span.end;
  return unit_at(text, at) == u'的' && starts_count(unit_at(text, at + 1));
}

/// 投入使用以来, 成立以来: a short word for what took place, and since then.
bool is_since_event(std::u16string_view text, std::uint32_t at) {
  constexpr std::size_t longest_event = 8;
  static constexpr CharacterSet no_event{u"的年月日季度前后同期"};
  std::size_t end = at;
  while (end < text.size() && end - at <= longest_event && is_han(text[end]) &&
         !is_one_of(text[end], no_event)) {
    if (text.substr(end).starts_with(u"以来")) return end > at;
    ++end;
  }
  return false;
}

/// Where the expression ends with the bound at `at`: `at` itself where the bound says nothing of it.
std::uint32_t bind_behind(std::u16string_view text, std::uint32_t at, const PeriodWord& word,
                          PeriodMention& mention) {
  switch (word.reading) {
    case since_behind:
      // 2018年至今年6月: 至今 is no word there.
      if (unit_at(text, word.end) == u'年' || mention.shape == PeriodShape::base) return at;
      run_on(text, word.end, mention);
      return word.end;
    case until_behind:
      // 2019年前十位 counts from the front; 10月底前6个 does not.
      if (!is_point(mention) && starts_count(unit_at(text, word.end))) return at;
      if (mention.shape == PeriodShape::over) mention.shape = PeriodShape::until;
      return word.end;
    case than_behind:
      mention.shape = PeriodShape::base;
      return word.end;
    case prices:
      mention.shape = PeriodShape::base;
      return at;
    case span_behind:
      return word.end;
    case dateline:
      if (mention.first_day > 0 && mention.shape == PeriodShape::over) mention.shape = PeriodShape::clock;
      return at;
    default:
      return at;
  }
}

void read_behind(std::u16string_view text, const Knowledge& knowledge, PeriodMention& mention) {
  const std::uint32_t at = mention.span.end;
  for (const std::u16string_view compared : {u"比较", u"比"}) {  // 与2005年比，
    const auto end = at + static_cast<std::uint32_t>(compared.size());
    if (!text.substr(at).starts_with(compared) || !is_comma(unit_at(text, end))) continue;
    mention.shape = PeriodShape::base;
    mention.span.end = end;
    return;
  }
  // 2007年4月投入使用以来: what began then stands between.
  if ((mention.year || mention.first_month > 0) && mention.shape == PeriodShape::over &&
      is_since_event(text, at)) {
    run_on(text, at, mention);
    return;
  }
  if (is_times(text, at) || is_recovery(text, mention) || is_compared(text, mention.span.start)) {
    mention.shape = PeriodShape::base;
    return;
  }
  const auto word = read_word(text, at, bound_words, knowledge);
  if (!word) return;
  const PeriodShape shape = mention.shape;
  mention.span.end = bind_behind(text, at, *word, mention);
  if (mention.span.end != at || mention.shape != shape) mention.use(word->entry);
}

void read_before(std::u16string_view text, std::uint32_t free, const Knowledge& knowledge,
                 PeriodMention& mention) {
  const auto bound = bound_before(text, mention.span.start, knowledge);
  if (!bound || bound->start < free) return;
  // 到, 自 and 高于 say more than the time: where they do not bound it they are left to the words.
  bool taken = false;
  switch (bound->word.reading) {
    case until:
      taken = true;
      break;
    case reach:
      taken = is_point(mention);
      break;
    case from:
      taken = mention.shape == PeriodShape::since || mention.end_year;
      break;
    case than:
    case than_behind:  // 相比2016年
      taken = true;
      [[fallthrough]];
    case outer_than:
      mention.shape = PeriodShape::base;
      break;
    case last:
      taken = mention.last_years.has_value();
      break;
    default:
      return;
  }
  mention.use(bound->word.entry);
  if (!taken) return;
  mention.span.start = bound->start;
  const bool to_a_day = bound->word.reading == until || bound->word.reading == reach;
  if (to_a_day && mention.shape == PeriodShape::over) mention.shape = PeriodShape::until;
}

}  // namespace

std::optional<BoundBefore> bound_before(std::u16string_view text, std::uint32_t at,
                                        const Knowledge& knowledge) {
  std::uint32_t end = at;
  while (end > 0 && at - end < 2 && text[end - 1] == u' ') --end;
  for (std::uint32_t length = longest_bound < end ? longest_bound : end; length > 0; --length) {
    const auto word = read_word(text.substr(0, end), end - length, bound_words, knowledge);
    if (word && word->end == end) return BoundBefore{end - length, *word};
  }
  return std::nullopt;
}

std::uint32_t lookalike_over(std::u16string_view text, std::uint32_t at, const Knowledge& knowledge) {
  for (std::uint32_t back = 1; back <= longest_lookalike && back <= at; ++back) {
    const auto word = read_word(text, at - back, lookalikes, knowledge);
    if (word && word->end > at) return word->end;
  }
  return no_place;
}

void read_bounds(std::u16string_view text, std::uint32_t free, const Knowledge& knowledge,
                 PeriodMention& mention) {
  if (mention.shape == PeriodShape::clock) return;
  if (mention.same_period && (mention.relative_year.value_or(0) < 0 || mention.year)) {
    mention.shape = PeriodShape::base;
  }
  read_behind(text, knowledge, mention);
  read_before(text, free, knowledge, mention);
}

}  // namespace mujun::scan
