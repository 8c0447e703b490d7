// Lines and what they are. A line's look decides: its length, its marks, what stands around it.
#include <algorithm>

#include "model/characters.hpp"
#include "read/layout/layout.hpp"
#include "read/layout/looks.hpp"
#include "read/layout/numbering.hpp"
#include "read/layout/split.hpp"

namespace mujun::layout {
namespace {

using knowledge::WordClass;

/// The line goes on on the next one: it is prose that stops in mid-sentence.
bool runs_on(std::u16string_view line) {
  const char16_t last = line.back();
  if (line.size() < 15 || is_sentence_end(last) || is_closing(last) || last == u'：' || last == u':' ||
      last == u'…')
    return false;
  return is_comma(last) || line.size() > longest_heading ||
         std::any_of(line.begin(), line.end(),
                     [](char16_t c) { return is_comma(c) || c == u'、' || c == u'。'; });
}

/// 其中 behind a paragraph, or an item behind 如下: or behind another item: it is told of the same time and
/// place.
bool continues_passage(std::u16string_view before, std::u16string_view line) {
  return line.starts_with(u"其中") || is_one_of(before.back(), u":：;；");
}

/// ● 财政总收入26.3亿元, 1. 财政总收入26.3亿元: short enough to be an item of a list.
bool is_item(std::u16string_view line) {
  constexpr std::size_t longest_item = 60;
  if (line.size() < 2 || line.size() > longest_item) return false;
  const bool bulleted = is_one_of(line.front(), u"●•◆■▪◇□○★☆▲△►▶➤→·*-") && !is_digit(line[1]);
  const bool numbered =
      (is_digit(line[0]) || (line[0] == u'(' && is_digit(line[1]))) && starts_numbered(line);
  return bulleted || numbered;
}

bool is_indented(std::u16string_view text, const Line& line) {
  std::uint32_t spaces = 0;
  for (std::uint32_t i = line.span.start; i > 0 && (text[i - 1] == u' ' || text[i - 1] == u'\t'); --i)
    ++spaces;
  return spaces >= 2;
}

/// 553.8亿元 or 9.2% as a line of its own: the value of the line above.
bool is_value_line(std::u16string_view line) {
  return is_value(line) && !is_number_line(line);
}

/// 同比增长: nothing but words of growth.
bool is_mover(std::u16string_view line, const knowledge::Lexicon& lexicon) {
  std::size_t at = 0;
  while (at < line.size()) {
    const auto match =
        lexicon.longest(line, at, mask(WordClass::growth_basis) | mask(WordClass::growth_verb));
    if (!match) return false;
    at += match->length;
  }
  return at > 0;
}

/// Values on lines of their own go on from the short line that names them (地区生产总值: / 553.8亿元 /
/// 同比增长 / 9.2%); true for each line that does.
std::vector<bool> join_values(std::vector<Line>& lines, const Folded& page,
                              const knowledge::Lexicon& lexicon) {
  std::vector<bool> joins(lines.size(), false);
  const auto view = [&](std::size_t i) { return page.view(lines[i].span); };
  const auto may_name = [&](std::size_t i) {
    const LineKind kind = lines[i].kind;
    return (kind == LineKind::heading || kind == LineKind::prose || kind == LineKind::title) &&
           view(i).size() <= longest_heading && view(i).find(u'。') == std::u16string_view::npos;
  };
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (lines[i].article != lines[i - 1].article || !may_name(i - 1) || !may_name(i)) continue;
    const bool moves = is_mover(view(i), lexicon) && i + 1 < lines.size() && is_value_line(view(i + 1));
    if (!is_value_line(view(i)) && !moves) continue;
    joins[i] = true;
    lines[i].kind = lines[i - 1].kind = LineKind::prose;
  }
  return joins;
}

}  // namespace

const Line* Layout::line_at(std::uint32_t place) const {
  const std::uint32_t behind = lines.first_from(place + 1);
  return behind > 0 && place < lines[behind - 1].span.end ? &lines[behind - 1] : nullptr;
}

std::vector<Line> find_lines(const Folded& page, const knowledge::Knowledge& knowledge) {
  const std::u16string_view text = page.text;
  std::vector<Line> lines = split_lines(text, knowledge.lexicon());
  const auto view = [&](const Line& line) { return page.view(line.span); };

  std::vector<bool> marked(lines.size(), false);  // as a title
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].row > 0) continue;
    if (const std::uint32_t marks = heading_marks(view(lines[i])); marks > 0) {
      lines[i].span.start += marks + 1;
      marked[i] = marks == 1 && !starts_numbered(view(lines[i]));
    }
    const auto line = view(lines[i]);
    if (is_dateline(line, knowledge.lexicon()))
      lines[i].kind = LineKind::dateline;
    else if (is_furniture(line, knowledge.lexicon()) || is_caption(line, knowledge))
      lines[i].kind = LineKind::furniture;
    else if (is_number_line(line))
      lines[i].kind = LineKind::cell;
    else if (looks_like_heading(line, knowledge) &&
             !(i > 0 && lines[i - 1].kind == LineKind::prose && runs_on(view(lines[i - 1])) &&
               !is_indented(text, lines[i]) && !starts_numbered(line)))
      lines[i].kind = LineKind::heading;
  }
  // Short lines beside number lines are a table's names and units.
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool beside = (i > 0 && lines[i - 1].kind == LineKind::cell && lines[i - 1].row == 0) ||
                        (i + 1 < lines.size() && is_number_line(view(lines[i + 1])) && lines[i + 1].row == 0);
    const auto line = view(lines[i]);
    const bool plain = std::none_of(line.begin(), line.end(), is_clause_end);
    if (lines[i].kind == LineKind::heading && beside && plain && line.size() <= 2 * longest_cell)
      lines[i].kind = LineKind::cell;
  }

  // A heading with a byline under it opens an article; the first heading of the page is its title.
  std::uint32_t article = 0;
  bool has_title = false, has_prose = false, titles_go_on = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].kind == LineKind::heading) {
      if (marked[i] && has_prose) {
        ++article;
        has_title = has_prose = false;
      }
      std::size_t j = i + 1;
      while (j < lines.size() && j < i + 3 && lines[j].kind == LineKind::heading &&
             !is_byline(view(lines[j])))
        ++j;
      const bool has_byline = j < lines.size() && lines[j].kind == LineKind::heading &&
                              is_byline(view(lines[j])) && j + 1 < lines.size() &&
                              lines[j + 1].kind == LineKind::prose;
      if (has_byline && has_prose && !is_byline(view(lines[i]))) {
        ++article;
        has_title = has_prose = false;
      }
      if (!has_title || titles_go_on) {
        lines[i].kind = LineKind::title;
        has_title = !is_site_name(view(lines[i]));
        titles_go_on = true;
      }
      if (has_byline && !has_prose) {
        for (std::size_t k = i + 1; k < j; ++k) {
          lines[k].kind = LineKind::title;
          lines[k].article = article;
        }
        lines[i].article = article;
        lines[j].kind = LineKind::furniture;
        lines[j].article = article;
        i = j;
        continue;
      }
    }
    if (lines[i].kind != LineKind::title) titles_go_on = false;
    has_prose = has_prose || lines[i].kind == LineKind::prose;
    has_title = has_title || has_prose;
    lines[i].article = article;
  }

  // A newspaper page may end with the title of an article that stands on the next one.
  if (article > 0 && lines.back().kind == LineKind::heading) {
    lines.back().kind = LineKind::title;
    lines.back().article = article + 1;
  }
  const std::vector<bool> joins = join_values(lines, page, knowledge.lexicon());
  std::uint32_t paragraph = 0, passage = 0;
  bool in_list = false;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool runs = i > 0 && lines[i].kind == LineKind::prose && lines[i - 1].kind == LineKind::prose &&
                      lines[i].article == lines[i - 1].article && runs_on(view(lines[i - 1])) &&
                      !is_indented(text, lines[i]) && !starts_numbered(view(lines[i]));
    if (!runs && !joins[i]) ++paragraph;
    lines[i].paragraph = paragraph;
    // An item goes on from the line that leads to it, and from the item before.
    const bool may_be_item = lines[i].kind == LineKind::prose || lines[i].kind == LineKind::heading;
    const bool follows = i > 0 && may_be_item && is_item(view(lines[i])) &&
                         lines[i].article == lines[i - 1].article &&
                         (in_list || is_one_of(view(lines[i - 1]).back(), u":："));
    in_list = follows;
    const bool continues = i > 0 && lines[i].kind == LineKind::prose &&
                           lines[i].article == lines[i - 1].article && !starts_numbered(view(lines[i])) &&
                           continues_passage(view(lines[i - 1]), view(lines[i]));
    if (i > 0 && lines[i].paragraph != lines[i - 1].paragraph && !continues && !follows) ++passage;
    lines[i].passage = passage;
  }
  return lines;
}

}  // namespace mujun::layout
