#include "read/bind/table/table.hpp"

#include <algorithm>
#include <iterator>
#include <optional>

namespace mujun::bind {
namespace {

using layout::Line;
using layout::LineKind;
using name::Token;
using name::TokenKind;

constexpr std::uint32_t longest_name = 30;

class Reader {
 public:
  explicit Reader(const Page& page) : page_(page), heads_(page) {}

  std::vector<Cell> read() {
    const auto& lines = page_.layout.lines;
    for (std::uint32_t i = 0; i < lines.size();) {
      if (is_prose(lines[i])) {
        start_table();
        ++i;
      } else if (number_of(i) || is_gap(text(i))) {
        std::uint32_t end = i + 1;
        while (end < lines.size() && !is_prose(lines[end]) && (number_of(end) || is_gap(text(end)))) ++end;
        read_numbers(i, end);
        i = end;
      } else {
        if (lines[i].kind != LineKind::furniture && lines[i].kind != LineKind::dateline) labels_.push_back(i);
        ++i;
      }
    }
    return std::move(cells_);
  }

 private:
  Span span(std::uint32_t line) const { return page_.layout.lines[line].span; }
  std::u16string_view text(std::uint32_t line) const { return page_.folded.view(span(line)); }

  static bool is_prose(const Line& line) {
    return line.row > 0 || line.kind == LineKind::prose || line.span.size() > longest_name + 15;
  }

  /// The one plain number that the whole line is.
  const Quantity* number_of(std::uint32_t line) const {
    if (page_.layout.lines[line].kind != LineKind::cell) return nullptr;
    const Quantity* number = heads_.number_in(span(line));
    return number && number->unit.none() ? number : nullptr;
  }

  void start_table() {
    labels_.clear();
    columns_.clear();
    caption_.reset();
    rows_are_no_indicators_ = false;
  }

  /// A row: the numbers of lines `begin` to `end`, under the labels since the row before.
  void read_numbers(std::uint32_t begin, std::uint32_t end) {
    if (labels_.empty()) return;
    if (columns_.empty() && are_years(begin, end)) {  // heads, not figures
      for (std::uint32_t line = begin; line < end; ++line) labels_.push_back(line);
      return;
    }
    std::optional<CellUnit> row_unit;
    if (labels_.size() > 1) row_unit = heads_.unit_of(text(labels_.back()));
    if (row_unit) labels_.pop_back();
    Span name = span(labels_.back());
    labels_.pop_back();
    read_head(end - begin);
    labels_.clear();
    if (!row_unit) row_unit = heads_.take_unit(name);

    std::optional<std::u16string> place;
    std::optional<Period> period;
    if (const Token* token = heads_.only_token(name); token && names_a_column()) {
      if (token->kind == TokenKind::subject) place = page_.subjects.mentions[token->index].name;
      if (token->kind == TokenKind::period) period = heads_.days_of(*token);
    }
    rows_are_no_indicators_ = rows_are_no_indicators_ || place || period;

    const bool rank = page_.folded.view(name).ends_with(u'第');  // 增幅居全省第 / 1 / 位
    if (rank) row_unit = heads_.unit_of(u"位");
    Span indicator = name;
    for (std::uint32_t line = begin; line < end; ++line) {
      const std::size_t at = line - begin;
      if (!columns_.empty() && at >= columns_.size()) break;
      const Column column = columns_.empty() ? Column{} : columns_[at];
      if (rows_are_no_indicators_) {
        if (at == 0) indicator = {};
        // 工业 产值, 工业 增速: the growth is that of the column before.
        const auto before = page_.folded.view(indicator);
        const bool goes_on =
            column.measure == Measure::growth && before.starts_with(page_.folded.view(column.name));
        if (!goes_on) indicator = column.name;
        if (indicator.empty()) continue;
      }
      const std::optional<CellUnit> unit = rank                     ? row_unit
                                           : column.unit            ? column.unit
                                           : column.is_in_percent() ? heads_.unit_of(u"%")
                                           : row_unit               ? row_unit
                                                                    : caption_;
      const Quantity* number = number_of(line);
      if (!unit || !number) continue;  // a number without any unit says nothing
      cells_.push_back({.figure = figure_in_cell(*number, span(line)),
                        .line = line,
                        .name = indicator,
                        .subject = place,
                        .period = period ? period : column.period,
                        .measure = rank ? Measure::rank : column.measure,
                        .basis = rank ? Basis::none : column.basis,
                        .reference = column.reference,
                        .unit = unit});
    }
  }

  bool are_years(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t line = begin; line < end; ++line)
      if (!is_year(text(line))) return false;
    return end - begin > 1;
  }

  bool names_a_column() const {
    return std::any_of(columns_.begin(), columns_.end(), [](const Column& c) { return !c.name.empty(); });
  }

  /// What stands above the name of a row: 单位:亿元, and the heads of as many number columns as it has
  /// numbers. A section's name (人民生活) leaves the heads as they are.
  void read_head(std::size_t numbers) {
    for (const std::uint32_t label : labels_) {
      if (const auto unit = behind_caption(text(label)); !unit.empty()) caption_ = heads_.unit_of(unit);
    }
    if (labels_.size() < numbers) return;
    std::vector<Column> columns;
    bool is_head = false;
    for (std::size_t i = labels_.size() - numbers; i < labels_.size(); ++i) {
      columns.push_back(heads_.column_of(span(labels_[i])));
      const Column& column = columns.back();
      is_head =
          is_head || column.measure != Measure::level || column.unit || column.period || column.name.empty();
    }
    if (!is_head) return;
    columns_ = std::move(columns);
    rows_are_no_indicators_ = false;
    // A growth is that of the latest year named.
    const std::optional<Period> latest = latest_of(columns_);
    for (Column& column : columns_)
      if (column.measure == Measure::growth && !column.period) column.period = latest;
  }

  const Page& page_;
  HeadReader heads_;
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> labels_;  // short lines since the last number
  std::vector<Column> columns_;
  std::optional<CellUnit> caption_;
  bool rows_are_no_indicators_ = false;  // but places or years
};

}  // namespace

std::vector<Cell> find_cells(const Page& page, Notices& notices) {
  std::vector<Cell> cells = Reader(page).read();
  const auto own = static_cast<std::ptrdiff_t>(cells.size());
  std::ranges::move(find_grid_cells(page, notices), std::back_inserter(cells));
  std::ranges::inplace_merge(cells, cells.begin() + own, {},
                             [](const Cell& cell) { return cell.figure.clause.start; });
  return cells;
}

}  // namespace mujun::bind
