// What stands where on the page: lines and what they are, articles, sentences, clauses. Spans are in the
// folded copy.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/placed.hpp"
#include "model/text.hpp"

namespace mujun::layout {

enum class LineKind : std::uint8_t {
  prose,
  title,      // an article's title
  heading,    // a short line over what follows
  dateline,   // publication date, source, author
  furniture,  // crumb, navigation, licences, editor's line: no fact comes from it
  cell,       // a table's cell on a line of its own
};

struct Line {
  Span span;  // without its line break and the white space around it; never empty
  LineKind kind = LineKind::prose;
  std::uint32_t article = 0;
  std::uint32_t paragraph = 0;  // lines broken in the middle of a sentence share one
  std::uint32_t passage = 0;  // paragraphs that go on as one share one: 其中, …如下:, the items of a list
  std::uint32_t row = 0;      // of a table whose cells tabs or bars part, from 1 on; 0 for other lines
  std::uint32_t column = 0;  // of such a cell
};

/// A clause ends at a comma, colon, semicolon or sentence end that is no part of a number.
struct Clause {
  Span span;
};

struct Sentence {
  Span span;
  std::uint32_t line = 0;  // its first line
  std::uint32_t first_clause = 0;
  std::uint32_t last_clause = 0;  // one past
};

struct ArticleSpan {
  Span span;
  Span title;  // empty where there is none
};

struct Layout {
  Placed<Line> lines;
  std::vector<Sentence> sentences;  // of prose, headings and titles; in order
  std::vector<Clause> clauses;
  std::vector<ArticleSpan> articles;  // at least one

  /// The line that a place stands in, or null.
  const Line* line_at(std::uint32_t place) const;
};

Layout lay_out(const Folded& page, const knowledge::Knowledge& knowledge);

/// The lines with their kinds and articles; lay_out's first half.
std::vector<Line> find_lines(const Folded& page, const knowledge::Knowledge& knowledge);

}  // namespace mujun::layout
