#include <algorithm>

#include "model/characters.hpp"
#include "model/place_set.hpp"
#include "read/layout/layout.hpp"
#include "read/layout/looks.hpp"
#include "read/layout/numbering.hpp"

namespace mujun::layout {
namespace {

/// A comma or point between digits is part of a number, a colon between digits of a clock time.
bool is_inside_number(std::u16string_view text, std::uint32_t at) {
  return (text[at] == u',' || text[at] == u':') && at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) &&
         is_digit(text[at + 1]) &&
         (text[at] == u':' || (at + 3 < text.size() && is_digit(text[at + 2]) && is_digit(text[at + 3]) &&
                               (at + 4 >= text.size() || !is_digit(text[at + 4]))));
}

/// The bracket that closes the one at `at`, or `end` where none does before it.
std::uint32_t closing_bracket(std::u16string_view text, std::uint32_t at, std::uint32_t end) {
  std::uint32_t depth = 0;
  for (std::uint32_t i = at; i < end; ++i) {
    if (text[i] == u'(') ++depth;
    if (text[i] == u')' && --depth == 0) return i;
  }
  return end;
}

// A text without full stops is cut, so that no rule looks back further than this.
constexpr std::uint32_t longest_sentence = 1000;
constexpr std::uint32_t longest_clause = 400;
constexpr std::uint32_t longest_bracket = 120;
constexpr std::size_t usual_sentence = 40, usual_clause = 12;

constexpr CharacterSet parting{u"。!?！？，,;；:：…()◎●◆■▲★"};  // sentences and clauses end at one of these

class Splitter {
 public:
  Splitter(const Folded& page, Layout& layout)
      : text_(page.text),
        layout_(layout),
        marks_(place_set(text_.size(), [&](std::size_t at) { return is_one_of(text_[at], parting); })) {}

  /// One paragraph's sentences: lines `first` to `last` (included).
  void paragraph(std::uint32_t first, std::uint32_t last) {
    const std::uint32_t end = layout_.lines[last].span.end;
    line_ = first;
    last_line_ = last;
    begin(layout_.lines[first].span.start);
    for (std::uint32_t i = layout_.lines[first].span.start; i < end; ++i) {
      const std::uint32_t mark = std::min(next_mark(i), end);
      cut_before(mark);
      i = mark;
      if (i == end) break;
      enter_line_of(i);
      const char16_t c = text_[i];
      if (is_sentence_end(c)) {
        while (i + 1 < end && (is_closing(text_[i + 1]) || is_sentence_end(text_[i + 1]))) ++i;
        finish_sentence(i + 1);
        begin(i + 1);
      } else if (c == u'(') {
        // A bracket with clauses of its own is read as clauses; a plain one belongs to its clause.
        const std::uint32_t reach = std::min(end, i + longest_bracket);
        const std::uint32_t close = closing_bracket(text_, i, reach);
        bool has_clauses = false;
        for (std::uint32_t j = i; j < close; ++j)
          has_clauses = has_clauses || (is_clause_end(text_[j]) && !is_inside_number(text_, j));
        if (has_clauses || close == reach)
          finish_clause_within(i + 1);
        else
          i = close;
      } else if (c == u')' || !is_inside_number(text_, i)) {
        finish_clause_within(i + 1);
      }
    }
    finish_sentence(end);
  }

 private:
  /// A page may have a mark in ten thousand lines: it is looked for once.
  std::uint32_t next_mark(std::uint32_t at) {
    if (mark_ < at || at == 0) mark_ = marks_.next(at);
    return mark_;
  }
  /// Cuts a clause that no mark ends for too long; not within a number.
  void cut_before(std::uint32_t mark) {
    for (std::uint32_t at = clause_start_ + longest_clause + 1; at < mark; ++at) {
      if (is_digit(text_[at])) continue;
      enter_line_of(at);
      finish_sentence(at);
      begin(at);
      at = clause_start_ + longest_clause;
    }
  }
  void enter_line_of(std::uint32_t at) {
    while (line_ < last_line_ && at >= layout_.lines[line_ + 1].span.start) ++line_;
  }
  void begin(std::uint32_t at) {
    while (at < text_.size() && is_space(text_[at])) ++at;
    at = static_cast<std::uint32_t>(after_numbering(text_, at));
    sentence_ = {.span = {at, at},
                 .line = line_,
                 .first_clause = static_cast<std::uint32_t>(layout_.clauses.size()),
                 .last_clause = 0};
    clause_start_ = at;
  }
  void finish_clause(std::uint32_t end) {
    if (end > clause_start_) layout_.clauses.push_back({{clause_start_, end}});
    clause_start_ = end;
  }
  /// A clause's end is the sentence's, too, where that would grow too long.
  void finish_clause_within(std::uint32_t end) {
    finish_clause(end);
    if (end - sentence_.span.start <= longest_sentence) return;
    finish_sentence(end);
    begin(end);
  }
  void finish_sentence(std::uint32_t end) {
    if (end <= sentence_.span.start) return;
    finish_clause(end);
    sentence_.span.end = end;
    sentence_.last_clause = static_cast<std::uint32_t>(layout_.clauses.size());
    layout_.sentences.push_back(sentence_);
  }

  std::u16string_view text_;
  Layout& layout_;
  PlaceSet marks_;
  std::uint32_t mark_ = 0;  // the first from the place last asked about
  std::uint32_t line_ = 0;  // that the splitter has come to, and the paragraph's last
  std::uint32_t last_line_ = 0;
  Sentence sentence_;
  std::uint32_t clause_start_ = 0;
};

std::vector<ArticleSpan> find_articles(const Folded& page, const Placed<Line>& lines) {
  std::vector<ArticleSpan> articles(1);
  for (const Line& line : lines) {
    if (line.article >= articles.size()) {
      articles.back().span.end = line.span.start;
      articles.push_back({.span = {line.span.start, line.span.start}, .title = {}});
    }
    if (line.kind != LineKind::title) continue;
    Span& title = articles.back().title;
    if (title.empty() || is_site_name(page.view(title))) title = line.span;
  }
  articles.back().span.end = static_cast<std::uint32_t>(page.text.size());
  return articles;
}

}  // namespace

Layout lay_out(const Folded& page, const knowledge::Knowledge& knowledge) {
  Layout layout;
  layout.lines = {find_lines(page, knowledge), page.text.size()};
  layout.clauses.reserve(page.text.size() / usual_clause);
  layout.sentences.reserve(page.text.size() / usual_sentence);
  Splitter splitter(page, layout);
  for (std::uint32_t i = 0; i < layout.lines.size();) {
    std::uint32_t last = i;
    while (last + 1 < layout.lines.size() && layout.lines[last + 1].paragraph == layout.lines[i].paragraph)
      ++last;
    const LineKind kind = layout.lines[i].kind;
    if (kind != LineKind::furniture && kind != LineKind::dateline && kind != LineKind::cell)
      splitter.paragraph(i, last);
    i = last + 1;
  }
  layout.articles = find_articles(page, layout.lines);
  return layout;
}

}  // namespace mujun::layout
