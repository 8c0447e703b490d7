#include "read/layout/looks.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::layout {
namespace {

using knowledge::WordClass;

constexpr std::uint32_t longest_dateline = 200;
constexpr std::uint32_t longest_bare_dateline = 80;
constexpr std::size_t reach_of_a_date = 12;  // of a dateline without marks
constexpr std::uint32_t longest_title = 90;
constexpr std::uint32_t longest_byline = 16;

/// Where 2019-05-10, 2019年5月10日 or 2019/5/10 begins from `at` on; npos where none does.
std::size_t find_date(std::u16string_view line, std::size_t at) {
  const auto digits_from = [&](std::size_t place) {
    std::size_t end = place;
    while (end < line.size() && is_digit(line[end])) ++end;
    return end - place;
  };
  for (; at < line.size(); at += std::max<std::size_t>(digits_from(at), 1)) {
    if (digits_from(at) != 4) continue;
    const std::size_t month = at + 5;
    const std::size_t in_month = digits_from(month);
    const std::size_t in_day = digits_from(month + in_month + 1);
    const auto parts = [&](std::size_t place, char16_t own) {
      return place < line.size() && (is_one_of(line[place], u"-/.") || line[place] == own);
    };
    const bool whole = in_month > 0 && in_month <= 2 && in_day > 0 && in_day <= 2;
    if (whole && parts(at + 4, u'年') && parts(month + in_month, u'月')) return at;
  }
  return std::u16string_view::npos;
}

/// 发布时间:, 来源: : what is told of a page above its text.
bool has_dateline_mark(std::u16string_view line, const knowledge::Lexicon& lexicon) {
  const auto end = static_cast<std::uint32_t>(line.size());
  constexpr knowledge::ClassMask marks = mask(WordClass::dateline_mark);
  for (auto found = lexicon.find(line, 0, end, marks); found;
       found = lexicon.find(line, found->at + 1, end, marks)) {
    const std::size_t behind = found->at + found->match.length;
    if (behind < line.size() && is_one_of(line[behind], u":：")) return true;
  }
  return false;
}

/// 首页 > 政务公开 > 统计数据, 局网站 >> 工作动态
bool is_crumb(std::u16string_view line) {
  if (find_unit(line, u'>') == std::u16string_view::npos) return false;
  return line.find(u" > ") != std::u16string_view::npos || line.find(u">>") != std::u16string_view::npos ||
         line.find(u"->") != std::u16string_view::npos;
}

}  // namespace

bool is_dateline(std::u16string_view line, const knowledge::Lexicon& lexicon) {
  if (line.size() > longest_dateline || find_unit(line, u'。') != std::u16string_view::npos) return false;
  if (line.find(u"今天是") != std::u16string_view::npos) return false;  // the visitor's day
  const std::size_t date = find_date(line, 0);
  if (date == std::u16string_view::npos) return false;
  const bool opens = date < reach_of_a_date && line.size() <= longest_bare_dateline &&
                     std::none_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(date), is_digit);
  return opens || has_dateline_mark(line, lexicon);
}

/// A furniture mark at the line's start, or two of them in a line that is no prose.
bool is_furniture(std::u16string_view line, const knowledge::Lexicon& lexicon) {
  constexpr std::uint32_t reach = 120, reach_in_prose = 3;
  constexpr knowledge::ClassMask furniture = mask(WordClass::furniture);
  const bool is_prose = find_unit(line, u'。') != std::u16string_view::npos;
  if (!is_prose && is_crumb(line)) return true;
  const std::u16string_view looked_at = line.substr(0, is_prose ? reach_in_prose : reach);
  std::size_t marks = 0;
  for (std::uint32_t i = lexicon.next_start(looked_at, 0, furniture); i < looked_at.size();
       i = lexicon.next_start(looked_at, i, furniture)) {
    const auto match = lexicon.longest(line, i, furniture);
    if (match && (i == 0 || (i <= 2 && is_opening(line[i - 1])))) return true;
    if (match) ++marks;
    i += match ? match->length : 1;
  }
  return !is_prose && marks >= 2;
}

/// A picture's caption: …(图片由某区提供), …(海文 摄)
bool is_caption(std::u16string_view line, const knowledge::Knowledge& knowledge) {
  const std::size_t open = line.rfind(u'(');
  if (line.back() != u')' || open == std::u16string_view::npos) return false;
  const std::u16string_view source = line.substr(open + 1, line.size() - open - 2);
  const auto opens = knowledge.lexicon().longest(source, 0, WordClass::caption_mark);
  const auto ends = knowledge.ending(source, WordClass::caption_mark);
  const auto value_of = [&](const knowledge::Match& match) {
    return knowledge.word(match.entry.index).value;
  };
  return (opens && value_of(*opens) == "opens") || (ends && value_of(*ends) == "ends");
}

bool is_number_line(std::u16string_view line) {
  return line.size() <= longest_cell &&
         std::all_of(line.begin(), line.end(),
                     [](char16_t c) { return is_digit(c) || c == u'.' || c == u'-' || c == u','; }) &&
         std::any_of(line.begin(), line.end(), is_digit);
}

namespace {

/// 关于印发《…办法（试行）》的通知: longer than headings are.
bool is_long_title(std::u16string_view line, const knowledge::Knowledge& knowledge) {
  if (line.size() > longest_title || line.find(u"关于") == std::u16string_view::npos) return false;
  return knowledge.ends_with(line, WordClass::notice_title) ||
         knowledge.ends_with(line, WordClass::rule_title);
}

}  // namespace

bool looks_like_heading(std::u16string_view line, const knowledge::Knowledge& knowledge) {
  if (line.size() > longest_heading && !is_long_title(line, knowledge)) return false;
  const char16_t last = line.back();
  if (is_sentence_end(last) && last != u'?' && last != u'!') return false;
  if (is_clause_end(last) && last != u'!' && last != u'?') return false;
  return std::none_of(line.begin(), line.end(), [](char16_t c) { return c == u'。' || c == u'；'; });
}

bool is_site_name(std::u16string_view line) {
  constexpr std::size_t longest_name = 20;
  if (line.size() > longest_name || std::ranges::any_of(line, is_digit)) return false;
  return is_one_of(line.back(), u"局委府网站处报社台") || line.find(u" · ") != std::u16string_view::npos;
}

/// Markdown's marks before a heading: one # before a title, more before what stands below it; 0 for none.
std::uint32_t heading_marks(std::u16string_view line) {
  constexpr std::uint32_t most_marks = 6;
  std::uint32_t marks = 0;
  while (marks < line.size() && line[marks] == u'#') ++marks;
  const bool heads = marks > 0 && marks <= most_marks && marks + 1 < line.size() && line[marks] == u' ';
  return heads ? marks : 0;
}

/// 张三 李四: nothing but Han in groups of two to four.
bool is_byline(std::u16string_view line) {
  if (line.size() > longest_byline) return false;
  std::size_t run = 0;
  for (char16_t c : line) {
    if (is_han(c)) {
      if (++run > 4) return false;
    } else if (is_space(c)) {
      if (run < 2 && run != 0) return false;
      run = 0;
    } else {
      return false;
    }
  }
  return run >= 2;
}

}  // namespace mujun::layout
