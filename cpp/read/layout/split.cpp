#include "read/layout/split.hpp"

#include <algorithm>

#include "model/characters.hpp"
#include "read/layout/looks.hpp"

namespace mujun::layout {
namespace {

constexpr std::uint32_t longest_value = 14;
constexpr std::ptrdiff_t most_han_of_a_value = 6;  // 万吨标准煤
constexpr std::uint32_t longest_cell = 45;
constexpr std::uint32_t most_columns = 200;  // more are no table that a person reads
constexpr std::uint32_t most_between = 2;    // lines between rows: 人民生活, 单位:元

Span without_spaces(std::u16string_view text, Span span) {
  while (span.start < span.end && is_space(text[span.start])) ++span.start;
  while (span.end > span.start && is_space(text[span.end - 1])) --span.end;
  return span;
}

/// What `mark` parts in `line`; no cell has a row yet.
std::vector<Line> cells_of(std::u16string_view text, Span line, char16_t mark) {
  std::vector<Line> cells;
  std::uint32_t column = 0;
  for (std::uint32_t start = line.start; start <= line.end; ++column) {
    const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(text.find(mark, start), line.end));
    const Span cell = without_spaces(text, {start, end});
    if (cell.size() > 0) cells.push_back({.span = cell, .column = column});
    start = end + 1;
  }
  return cells;
}

bool is_figure(std::u16string_view words) {
  if (words.front() == u'-' || words.front() == u'+') words.remove_prefix(1);
  return !words.empty() && is_value(words);
}

/// Lines that tabs or bars part, with no more than a section's name between them, are rows where a figure
/// stands in one of their cells: a numbering or a byline has none.
class TableSplitter {
 public:
  TableSplitter(std::u16string_view text, const knowledge::Lexicon& lexicon, std::vector<Line>& lines)
      : text_(text), lexicon_(lexicon), lines_(lines) {}

  /// Takes the line up where it may be a row; what is no more than a remark in one is read as prose.
  bool take(Span line) {
    const auto words = text_.substr(line.start, line.size());
    const char16_t mark = find_unit(words, u'\t') != std::u16string_view::npos ? u'\t' : u'|';
    if (find_unit(words, mark) == std::u16string_view::npos || is_dateline(words, lexicon_)) return false;
    if (words.find_first_not_of(u"-:| ") == std::u16string_view::npos) return true;  // |---|---:|
    std::vector<Line> cells = cells_of(text_, line, mark);
    if (cells.size() < 2 || cells.back().column >= most_columns) return false;
    const auto view = [&](const Line& cell) { return text_.substr(cell.span.start, cell.span.size()); };
    const bool has_figure =
        std::any_of(cells.begin() + 1, cells.end(), [&](const Line& cell) { return is_figure(view(cell)); });
    const auto is_prose_cell = [&](const Line& cell) { return is_prose(view(cell)); };
    if (!has_figure && std::ranges::any_of(cells, is_prose_cell)) return false;
    has_figure_ = has_figure_ || has_figure;
    for (Line& cell : cells) cell.kind = is_prose_cell(cell) ? LineKind::prose : LineKind::cell;
    rows_.push_back(std::move(cells));
    between_ = 0;
    return true;
  }

  /// Takes a line without cells up where it may stand between rows.
  bool take_between(Span line) {
    const auto words = text_.substr(line.start, line.size());
    if (rows_.empty() || between_ == most_between || is_prose(words)) return false;
    ++between_;
    rows_.push_back({{.span = line}});
    return true;
  }

  /// Puts what was taken among the lines: no row follows.
  void finish() {
    for (std::vector<Line>& cells : rows_) {
      if (!has_figure_ || cells.size() == 1) {
        lines_.push_back({.span = {cells.front().span.start, cells.back().span.end}});
        continue;
      }
      ++row_;
      for (Line& cell : cells) {
        cell.row = row_;
        lines_.push_back(cell);
      }
    }
    rows_.clear();
    has_figure_ = false;
    between_ = 0;
  }

 private:
  static bool is_prose(std::u16string_view words) {
    return words.size() > longest_cell || is_clause_end(words.back()) ||
           words.find(u'。') != std::u16string_view::npos;
  }

  std::u16string_view text_;
  const knowledge::Lexicon& lexicon_;
  std::vector<Line>& lines_;
  std::vector<std::vector<Line>> rows_;
  bool has_figure_ = false;
  std::uint32_t between_ = 0;  // lines since the last row
  std::uint32_t row_ = 0;
};

}  // namespace

std::vector<Line> split_lines(std::u16string_view text, const knowledge::Lexicon& lexicon) {
  std::vector<Line> lines;
  TableSplitter table(text, lexicon, lines);
  std::uint32_t start = 0;
  while (start <= text.size()) {
    const auto end = static_cast<std::uint32_t>(std::min(find_unit(text, u'\n', start), text.size()));
    const Span line = without_spaces(text, {start, end});
    if (line.size() > 0 && !table.take({start, line.end}) && !table.take_between(line)) {
      table.finish();
      lines.push_back({.span = line});
    }
    start = end + 1;
  }
  table.finish();
  return lines;
}

bool is_value(std::u16string_view words) {
  static constexpr CharacterSet ends_of_periods{u"年月日期"};
  return words.size() <= longest_value && is_digit(words.front()) &&
         std::ranges::count_if(words, is_han) <= most_han_of_a_value &&
         !is_one_of(words.back(), ends_of_periods) &&
         std::none_of(words.begin(), words.end(),
                      [](char16_t c) { return (is_clause_end(c) && c != u',') || c == u'、' || c == u' '; });
}

}  // namespace mujun::layout
