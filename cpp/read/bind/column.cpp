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

/// Words of a head that name no indicator.
constexpr std::u16string_view plain_words[] = {
    u"比上年同期", u"比上年", u"同比",   u"增长率", u"增长", u"增速",   u"增幅",   u"增减",  u"升降",
    u"±",          u"绝对量", u"绝对值", u"绝对数", u"总量", u"指标值", u"数值",   u"数量",  u"实绩",
    u"累计",       u"完成",   u"本期",   u"本年",   u"本月", u"%",      u"指标",   u"环比",  u"比上月",
    u"占比",       u"比重",   u"位次",   u"名次",   u"排名", u"排位",   u"增减额", u"增减量"};

}  // namespace

bool is_year(std::u16string_view words) {
  return words.size() == 4 && (words.starts_with(u"19") || words.starts_with(u"20")) && is_digit(words[2]) &&
         is_digit(words[3]);
}

bool is_gap(std::u16string_view words) {
  return words == u"-" || words == u"--" || words == u"—" || words == u"——" || words == u"–" ||
         words == u"…" || words == u"..." || words == u"/";
}

std::u16string_view behind_caption(std::u16string_view words) {
  const std::size_t at = words.find(u"单位");
  if (at == std::u16string_view::npos || words.size() <= at + 3) return {};
  const bool is_caption = words[at + 2] == u':' || is_space(words[at + 2]);  // 法人单位数(家) is a head
  return is_caption ? words.substr(at + 3) : std::u16string_view{};
}

Period year_of(std::u16string_view words) {
  int year = 0;
  for (const char16_t c : words) year = year * 10 + (c - u'0');
  return {Day::of(year, 1, 1), Day::month_end(year, 12)};
}

Column HeadReader::column_of(Span head) const {
  Column column{.name = head};
  column.unit = take_unit(column.name);
  set_measure(page_.folded.view(head), column);
  for (const Token& token : page_.tokens.within(column.name)) {
    if (token.kind != TokenKind::period || token.span.start != column.name.start) continue;
    column.period = days_of(token);
    if (column.period) column.name.start = token.span.end;
    break;
  }
  if (const auto words = page_.folded.view(head); !column.period && is_year(words)) {
    column.period = year_of(words);
    column.name = {};
  }
  if (!column.unit && contains_any(page_.folded.view(head), {u"得分", u"评分"})) column.unit = unit_of(u"分");
  strip_plain_words(column.name);
  if (column.measure == Measure::completion) column.name = {};
  return column;
}

/// 同比增长(%), 增减额(亿元), 占比, 完成年度计划(%), 位次: what the figures under a head are of the
/// indicator.
void HeadReader::set_measure(std::u16string_view head, Column& column) const {
  const bool in_percent = !column.unit || column.unit->unit == unit_of(u"%")->unit;
  const bool moves = contains_any(head, {u"同比", u"环比", u"增减", u"升降", u"±", u"比上年", u"比上月"});
  if (contains_any(head, {u"位次", u"名次", u"排名", u"排位"})) {
    column.measure = Measure::rank;
  } else if (in_percent && (moves || contains_any(head, {u"增速", u"增长", u"增幅"}))) {
    column.measure = Measure::growth;
  } else if (!in_percent && moves) {  // 新增就业增长(人) alone counts people
    column.measure = Measure::change;
  } else if (in_percent && contains_any(head, {u"占比", u"比重"})) {
    column.measure = Measure::share;
  } else if (in_percent && contains_any(head, {u"完成", u"占", u"为"})) {
    const auto plan = page_.knowledge.lexicon().find(head, 0, static_cast<std::uint32_t>(head.size()),
                                                     mask(WordClass::completion_word));
    if (!plan) return;
    column.measure = Measure::completion;
    column.reference = head.substr(plan->at, plan->match.length);
  }
  if (column.measure == Measure::growth || column.measure == Measure::change)
    column.basis = contains_any(head, {u"环比", u"比上月"}) ? Basis::mom : Basis::yoy;
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

const Token* HeadReader::only_token(Span cell) const {
  const auto inside = page_.tokens.within(cell);
  return inside.size() == 1 && inside.front().span == cell ? &inside.front() : nullptr;
}

const Quantity* HeadReader::number_in(Span cell) const {
  const Token* token = only_token(cell);
  if (!token || token->kind != TokenKind::quantity) return nullptr;
  const Quantity& quantity = page_.scan.quantities[token->index];
  return quantity.chinese ? nullptr : &quantity;
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
  while (true) {  // 万千瓦时: 千 is the unit's
    if (const auto whole = unit_named(page_, words)) {
      found.unit.numerator = *whole;
      return found;
    }
    if (words.size() < 2) return std::nullopt;
    const int power = words.front() == u'千'   ? 3
                      : words.front() == u'万' ? 4
                      : words.front() == u'亿' ? 8
                                               : 0;
    if (power == 0) break;
    found.power += power;
    words.remove_prefix(1);
  }
  const std::size_t slash = words.find(u'/');
  if (slash == std::u16string_view::npos) return std::nullopt;
  const auto numerator = unit_named(page_, words.substr(0, slash)),
             denominator = unit_named(page_, words.substr(slash + 1));
  if (!numerator || !denominator) return std::nullopt;
  found.unit = {*numerator, *denominator};
  return found;
}

}  // namespace mujun::bind
