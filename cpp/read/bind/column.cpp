#include "read/bind/column.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

bool contains_any(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u16string_view w) { return text.find(w) != std::u16string_view::npos; });
}

bool speaks_of_growth(std::u16string_view head) {
  return contains_any(head, {u"同比", u"增速", u"增长", u"增幅", u"增减", u"升降", u"±", u"比上年"});
}

/// Words of a head that name no indicator.
constexpr std::u16string_view plain_words[] = {
    u"比上年同期", u"比上年", u"同比",   u"增长率", u"增长", u"增速",   u"增幅", u"增减", u"升降",
    u"±",          u"绝对量", u"绝对值", u"绝对数", u"总量", u"指标值", u"数值", u"数量", u"实绩",
    u"累计",       u"完成",   u"本期",   u"本年",   u"本月", u"%",      u"指标"};

}  // namespace

bool is_year(std::u16string_view words) {
  return words.size() == 4 && (words.starts_with(u"19") || words.starts_with(u"20")) && is_digit(words[2]) &&
         is_digit(words[3]);
}

Column HeadReader::column_of(Span head) const {
  Column column{.name = head, .unit = {}, .period = {}, .growth = speaks_of_growth(page_.folded.view(head))};
  column.unit = take_unit(column.name);
  for (const Token& token : page_.tokens.within(column.name)) {
    if (token.kind != TokenKind::period || token.span.start != column.name.start) continue;
    column.period = days_of(token);
    if (column.period) column.name.start = token.span.end;
    break;
  }
  if (const auto words = page_.folded.view(head); !column.period && is_year(words)) {
    int year = 0;
    for (const char16_t c : words) year = year * 10 + (c - u'0');
    column.period = Period{Day::of(year, 1, 1), Day::month_end(year, 12)};
    column.name = {};
  }
  strip_plain_words(column.name);
  // 新增就业增长(人) counts people: only a rate in % is a growth.
  if (column.unit && column.unit->unit != unit_of(u"%")->unit) column.growth = false;
  return column;
}

void HeadReader::strip_plain_words(Span& name) const {
  for (bool again = true; again && !name.empty();) {
    again = false;
    const auto words = page_.folded.view(name);
    if (is_space(words.front()) || words.front() == u'(')
      ++name.start, again = true;
    else if (is_space(words.back()) || words.back() == u')')
      --name.end, again = true;
    for (const auto plain : plain_words) {
      if (again) break;
      if (words.ends_with(plain))
        name.end -= static_cast<std::uint32_t>(plain.size()), again = true;
      else if (words == plain)
        name = {}, again = true;
    }
  }
}

std::optional<Period> HeadReader::days_of(const Token& token) const {
  return scan::resolve(page_.scan.periods[token.index], page_.published, std::nullopt);
}

std::optional<CellUnit> HeadReader::take_unit(Span& name) const {
  const auto words = page_.folded.view(name);
  if (words.empty() || words.back() != u')') return std::nullopt;
  const std::size_t open = words.rfind(u'(');
  if (open == std::u16string_view::npos) return std::nullopt;
  const auto unit = unit_of(words.substr(open));
  if (unit) name.end = name.start + static_cast<std::uint32_t>(open);
  return unit;
}

std::optional<CellUnit> HeadReader::unit_of(std::u16string_view words) const {
  CellUnit found;
  while (!words.empty() && (is_space(words.front()) || words.front() == u'(' || words.front() == u'±'))
    words.remove_prefix(1);
  while (!words.empty() && (is_space(words.back()) || words.back() == u')')) words.remove_suffix(1);
  for (; words.size() > 1; words.remove_prefix(1)) {
    if (words.front() == u'万')
      found.power += 4;
    else if (words.front() == u'亿')
      found.power += 8;
    else if (words.front() == u'千' && words != u"千米" && words != u"千克")
      found.power += 3;
    else
      break;
  }
  if (const auto whole = unit_index(words)) {
    found.unit.numerator = *whole;
    return found;
  }
  const std::size_t slash = words.find(u'/');
  if (slash == std::u16string_view::npos) return std::nullopt;
  const auto numerator = unit_index(words.substr(0, slash)),
             denominator = unit_index(words.substr(slash + 1));
  if (!numerator || !denominator) return std::nullopt;
  found.unit = {*numerator, *denominator};
  return found;
}

std::optional<UnitIndex> HeadReader::unit_index(std::u16string_view words) const {
  for (const knowledge::EntryRef entry : page_.knowledge.lexicon().entries_of(words))
    if (entry.word_class == WordClass::unit) return static_cast<UnitIndex>(entry.index);
  return std::nullopt;
}

}  // namespace mujun::bind
