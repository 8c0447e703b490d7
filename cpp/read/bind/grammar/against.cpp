// What a figure is against: a movement's basis, the other side where it is named, the goal that was set.
#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/grammar/rules.hpp"

namespace mujun::bind {

using knowledge::WordClass;
using name::Token;

std::optional<std::uint32_t> against_a_time(const Surroundings& around, Span before) {
  constexpr std::size_t longest_time = 12;
  constexpr std::uint32_t longest_noun = 2;  // 假期 of 去年假期
  const std::size_t than = around.text(before).find_last_of(u"比较");
  if (than == std::u16string_view::npos || before.size() - than > longest_time) return std::nullopt;
  const std::uint32_t at = before.start + static_cast<std::uint32_t>(than);
  const auto inside = around.page().tokens.within({at, before.end});
  const Token* time = nullptr;
  for (const Token& token : inside) {
    if (token.kind == name::TokenKind::subject || token.is(WordClass::indicator)) return std::nullopt;
    if (token.kind == name::TokenKind::period) time = &token;
  }
  if (!time || before.end - time->span.end > longest_noun) return std::nullopt;
  return at;
}

namespace {

/// 前8月 of 高出前8月, 去年 of 快于去年: nothing but a time stands behind the word.
bool is_before_a_time(const Surroundings& around, Span behind) {
  const auto inside = around.page().tokens.within(behind);
  return inside.size() == 1 && inside.front().kind == name::TokenKind::period &&
         around.page().scan.periods[inside.front().index].shape == scan::PeriodShape::base &&
         around.only_light({behind.start, inside.front().span.start}) &&
         around.only_light({inside.front().span.end, behind.end});
}

}  // namespace

bool is_against_itself(const Surroundings& around, const Figure& figure, const Token& word) {
  const Span behind{word.span.end, figure.quantity->outer.start};
  if (is_before_a_time(around, behind)) return true;
  if (!around.only_light(behind)) return false;
  if (against_a_time(around, {figure.left.start, word.span.start})) return true;
  const auto before = around.page().tokens.within({figure.left.start, word.span.start});
  if (before.empty() || !around.only_light({before.back().span.end, word.span.start})) return false;
  const Token& then = before.back();
  if (then.is(WordClass::growth_basis)) return true;
  if (then.kind != name::TokenKind::period) return false;
  const bool than = then.span.start > figure.left.start &&
                    is_one_of(around.page().folded.text[then.span.start - 1], u"比较");
  return than || around.page().scan.periods[then.index].shape == scan::PeriodShape::base;
}

namespace {

constexpr std::uint32_t reach_of_a_year = 300;

/// Whether `year` is spoken of shortly before `at`.
bool speaks_of_year(const Surroundings& around, std::uint32_t at, int year) {
  const auto before = around.page().tokens.within({at > reach_of_a_year ? at - reach_of_a_year : 0, at});
  return std::any_of(before.begin(), before.end(), [&](const Token& token) {
    return token.kind == name::TokenKind::period && around.page().scan.periods[token.index].year == year;
  });
}

/// Whether the month spoken of before `at` is the one after `month`.
bool follows_month(const Surroundings& around, std::uint32_t at, int month) {
  const auto before = around.page().tokens.within({at > reach_of_a_year ? at - reach_of_a_year : 0, at});
  const auto spoken = std::find_if(before.rbegin(), before.rend(), [&](const Token& token) {
    return token.kind == name::TokenKind::period &&
           around.page().scan.periods[token.index].shape != scan::PeriodShape::base &&
           around.page().scan.periods[token.index].last_month != 0;
  });
  return spoken != before.rend() && around.page().scan.periods[spoken->index].last_month == month % 12 + 1;
}

/// 2005年 of 比2005年.
std::u16string other_side(std::u16string_view base) {
  base.remove_prefix(std::min(base.find_first_not_of(u"比较与"), base.size()));
  return std::u16string(base);
}

}  // namespace

void settle_reference(const Surroundings& around, const Figure& figure, std::uint32_t end, Draft& draft) {
  const Span before{figure.clause.start, end};
  for (const Token& token : around.page().tokens.within(before)) {
    if (token.kind != name::TokenKind::period) continue;
    const auto& mention = around.page().scan.periods[token.index];
    if (mention.shape != scan::PeriodShape::base) continue;
    if (mention.relative_month) {
      draft.basis = Basis::mom;  // 比上月上涨
    } else if (mention.relative_quarter) {
      draft.basis = Basis::qoq;
    } else if (mention.first_month != 0 && mention.first_month == mention.last_month && !mention.year &&
               !mention.relative_year && !mention.same_period) {
      draft.basis = follows_month(around, token.span.start, mention.first_month) ? Basis::mom : Basis::prior;
      draft.reference = other_side(around.text(token.span));
    } else if (around.text(token.span).ends_with(u"全年")) {  // 1-10月…，比去年全年还多
      draft.basis = Basis::prior;
      draft.reference = other_side(around.text(token.span));
    } else if (mention.relative_year || mention.same_period) {
      draft.basis = Basis::yoy;
    } else if (mention.year && speaks_of_year(around, token.span.start, *mention.year + 1)) {
      draft.basis = Basis::yoy;  // 2011年…，比2010年增长
    } else {                     // 比2015年, 比一季度, 比1-5月
      draft.basis = Basis::prior;
      draft.reference = other_side(around.text(token.span));
    }
  }
}

bool other_side_of(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const std::u16string_view left = around.text(figure.left), right = around.text(figure.right);
  if (memory.indicator.empty() || !left.ends_with(u'的')) return false;
  if (!right.starts_with(u"相比") && !right.starts_with(u'比')) return false;
  const name::Token* name = around.page().tokens.ending_at(figure.left.end - 1);
  if (!name || name->kind != name::TokenKind::subject || name->span.start <= figure.left.start) return false;
  if (!is_one_of(around.page().folded.text[name->span.start - 1], u"与和同跟")) return false;
  draft.indicator = memory.indicator;
  draft.new_indicator = false;
  draft.subject = around.page().subjects.mentions[name->index].name;
  return true;
}

bool goal_of_what_was_told(const Surroundings& around, const Figure& figure, const Memory& memory,
                           Draft& draft) {
  const std::u16string_view left = around.text(figure.left);
  const bool is_set = left.ends_with(u"定的") || left.ends_with(u"提出的") || left.ends_with(u"下达的");
  if (!is_set || !around.text(figure.right).starts_with(u"的目标") || memory.last_group.empty()) return false;
  const Draft& told = memory.last_group.back();
  if (told.indicator.empty() || !(told.figure->quantity->unit == figure.quantity->unit)) return false;
  draft.indicator = told.indicator;
  draft.new_indicator = false;
  draft.measure = told.measure;
  draft.basis = told.basis;
  draft.status = Status::target;
  return true;
}

}  // namespace mujun::bind
