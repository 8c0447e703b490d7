#include "read/bind/table/column.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

/// 得分 is what the figures are called; 占 and 为 end no head that has a name before them.
bool names_figures(std::string_view value) {
  return value == "points" || value == "of";
}

}  // namespace

/// The values of the words in a head: yoy, mom, growth, rank, share, points, done, of, plain.
class ColumnWords {
 public:
  ColumnWords(std::u16string_view head, const knowledge::Knowledge& knowledge) {
    const auto end = static_cast<std::uint32_t>(head.size());
    const auto next = [&](std::uint32_t at) {
      return knowledge.lexicon().find(head, at, end, WordClass::column_word);
    };
    for (auto found = next(0); found; found = next(found->at + 1))
      values_.push_back(knowledge.word(found->match.entry.index).value);
  }
  bool any(std::initializer_list<std::string_view> values) const {
    return std::ranges::find_first_of(values_, values) != values_.end();
  }

 private:
  std::vector<std::string_view> values_;
};

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
  const ColumnWords words(page_.folded.view(head), page_.knowledge);
  set_measure(page_.folded.view(head), words, column);
  for (const Token& token : page_.tokens.within(column.name)) {
    if (token.kind != TokenKind::period || token.span.start != column.name.start) continue;
    column.period = days_of(token);
    if (column.period) column.name.start = token.span.end;
    break;
  }
  if (const auto year = page_.folded.view(head); !column.period && is_year(year)) {
    column.period = year_of(year);
    column.name = {};
  }
  if (!column.unit && words.any({"points"})) column.unit = unit_of(u"分");
  strip_plain_words(column.name);
  if (column.measure == Measure::completion) column.name = {};
  return column;
}

/// 同比增长(%), 增减额(亿元), 占比, 完成年度计划(%), 位次: what the figures under a head are of the
/// indicator.
void HeadReader::set_measure(std::u16string_view head, const ColumnWords& words, Column& column) const {
  const bool in_percent = !column.unit || column.unit->unit == unit_of(u"%")->unit;
  const bool moves = words.any({"yoy", "mom"});
  if (words.any({"rank"})) {
    column.measure = Measure::rank;
  } else if (in_percent && (moves || words.any({"growth"}))) {
    column.measure = Measure::growth;
  } else if (!in_percent && moves) {  // 新增就业增长(人) alone counts people
    column.measure = Measure::change;
  } else if (in_percent && words.any({"share"})) {
    column.measure = Measure::share;
  } else if (in_percent && words.any({"done", "of"})) {
    const auto plan = page_.knowledge.lexicon().find(head, 0, static_cast<std::uint32_t>(head.size()),
                                                     WordClass::completion_word);
    if (!plan) return;
    column.measure = Measure::completion;
    column.reference = head.substr(plan->at, plan->match.length);
  }
  if (column.measure == Measure::growth || column.measure == Measure::change)
    column.basis = words.any({"mom"}) ? Basis::mom : Basis::yoy;
}

void HeadReader::strip_plain_words(Span& name) const {
  for (bool again = true; again && !name.empty();) {
    again = false;
    const auto words = page_.folded.view(name);
    if (is_space(words.front()) || words.front() == u'(')
      ++name.start, again = true;
    else if (is_space(words.back()) || words.back() == u')')
      --name.end, again = true;
    else if (const auto plain = page_.knowledge.ending(words, WordClass::column_word);
             plain && !names_figures(page_.knowledge.word(plain->entry.index).value))
      name.end -= plain->length, again = true;
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
