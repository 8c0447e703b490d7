// Tables whose cells tabs or bars part: each figure has the name, unit, period and place that its row and its
// column say.
#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "read/bind/table/grid_head.hpp"
#include "read/bind/table/table.hpp"

namespace mujun::bind {
namespace {

using layout::Line;
using layout::LineKind;
using name::Token;
using name::TokenKind;

/// What stands before a row's figures.
struct Row {
  Span name;
  std::size_t first_figure = 0;  // among its cells
  std::optional<CellUnit> unit = {};
  Measure measure = Measure::level;  // 增速(%), a row below that of its indicator
  Basis basis = Basis::none;
  bool names_owner = false;  // 企业名称 stands over its name
  bool is_owner = false;     // a place, a firm, a year: the columns, or the title, name the indicators
  std::optional<std::u16string> subject = {};
  std::optional<Period> period = {};
};

class Reader {
 public:
  Reader(const Page& page, Notices& notices) : page_(page), notices_(notices), head_(page) {}

  std::vector<Cell> read() {
    const auto& lines = page_.layout.lines;
    for (std::uint32_t i = 0; i < lines.size();) {
      if (lines[i].row == 0) {
        head_.read_line(lines[i]);
        ++i;
        continue;
      }
      std::vector<std::uint32_t> cells;
      const std::uint32_t row = lines[i].row;
      for (; i < lines.size() && lines[i].row == row; ++i)
        if (lines[i].kind == LineKind::cell) cells.push_back(i);
      if (has_figures(cells))
        read_figures(cells);
      else if (!cells.empty())
        head_.read_row(cells);
    }
    return std::move(cells_);
  }

 private:
  Span span(std::uint32_t cell) const { return page_.layout.lines[cell].span; }
  std::u16string_view text(std::uint32_t cell) const { return page_.folded.view(span(cell)); }

  const Quantity* figure_of(std::uint32_t cell) const { return head_.heads().number_in(span(cell)); }

  /// Years alone are heads.
  bool has_figures(RowCells cells) const {
    return cells.size() > 1 && std::any_of(cells.begin() + 1, cells.end(), [&](std::uint32_t cell) {
             return figure_of(cell) != nullptr && !is_year(text(cell));
           });
  }

  void read_figures(RowCells cells) {
    const Row row = row_of(cells);
    if (row.name.empty()) return;
    Span of_column_before;
    for (const std::uint32_t at : cells.subspan(row.first_figure)) {
      GridColumn& column = head_.column_of(at);
      const Quantity* figure = figure_of(at);
      if (!figure || column.role != Role::figures) continue;
      Cell cell{.figure = figure_in_cell(*figure, span(at)),
                .line = at,
                .subject = row.subject ? row.subject : column.place,
                .period = row.period           ? row.period
                          : column.head.period ? column.head.period
                                               : head_.title().period,
                .reference = column.head.reference};
      name(row, column, of_column_before, cell);
      measure(row, column, *figure, cell);
      if (cell.name.empty()) continue;
      of_column_before = cell.name;
      if (figure->unit.none()) cell.unit = unit_of(row, column, cell.measure);
      if (cell.unit || !figure->unit.none()) {
        cells_.push_back(std::move(cell));
      } else if (!std::exchange(column.told_of_no_unit, true)) {
        notices_.push_back({NoticeCode::unowned_value, page_.folded.to_page(figure->span)});
      }
    }
  }

  /// 工业产值, 增速: a growth is that of the column before; A类, 企业数: the row's name goes before the head.
  void name(const Row& row, const GridColumn& column, Span of_column_before, Cell& cell) const {
    if (row.is_owner) {
      cell.name = column.names_indicator()    ? column.head.name
                  : !of_column_before.empty() ? of_column_before
                                              : head_.title().name;
      if (cell.name == column.head.name) cell.of = column.of;
    } else if (column.names_indicator() && !head_.is_known(row.name)) {
      cell.name = column.head.name;
      cell.of = row.name;
    } else {
      cell.name = row.name;
    }
  }

  void measure(const Row& row, const GridColumn& column, const Quantity& figure, Cell& cell) const {
    const bool of_title = row.is_owner && column.says_nothing();
    const bool of_row = row.measure != Measure::level && column.head.measure == Measure::level;
    cell.measure = of_row ? row.measure : of_title ? head_.title().measure : column.head.measure;
    cell.basis = of_row ? row.basis : of_title ? head_.title().basis : column.head.basis;
    // 0.8个百分点, below 比上年增减
    if (cell.measure == Measure::growth && is_in(page_, figure, knowledge::UnitKind::point))
      cell.measure = Measure::change;
  }

  std::optional<CellUnit> unit_of(const Row& row, const GridColumn& column, Measure measure) const {
    const HeadReader& heads = head_.heads();
    if (measure == Measure::rank) return heads.unit_of(u"位");
    const bool of_row = row.measure != Measure::level || column.head.measure == Measure::level;
    if (of_row && row.unit) return row.unit;
    if (column.head.unit) return column.head.unit;
    if (column.head.is_in_percent()) return heads.unit_of(u"%");
    if (row.unit) return row.unit;
    return head_.title().unit ? head_.title().unit : head_.caption();
  }

  Row row_of(RowCells cells) {
    Row row = cells_before_figures(cells);
    last_name_ = row.name;
    if (row.name.empty()) return row;
    const Column own = head_.heads().column_of(row.name);
    if (own.name.empty() && own.measure != Measure::level) {  // 增速(%)
      row.measure = own.measure;
      row.basis = own.basis;
      row.unit = own.unit ? own.unit : head_.heads().unit_of(u"%");
      last_name_ = row.name = last_indicator_;
      return row;
    }
    if (!row.unit) row.unit = head_.heads().take_unit(row.name);
    last_indicator_ = row.name;
    if (head_.names_indicators()) set_owner(row);
    return row;
  }

  /// The name of a row is the last text before its figures; 1 before it numbers the row.
  Row cells_before_figures(RowCells cells) {
    Row row{.name = last_name_};
    bool is_named = false;
    for (std::size_t k = 0; k < cells.size() && !is_gap(text(cells[k])); ++k) {
      const std::uint32_t at = cells[k];
      const GridColumn& column = head_.column_of(at);
      const bool is_text = figure_of(at) == nullptr || (k == 0 && is_year(text(at)));
      const auto unit =
          is_named || column.role == Role::unit ? head_.heads().unit_of(text(at)) : std::nullopt;
      const bool numbers_row = !is_text && k == 0 && page_.layout.lines[at].column == 0 && cells.size() > 1 &&
                               figure_of(cells[1]) == nullptr;
      if (is_text && unit) {
        row.unit = unit;
      } else if (is_text && column.role != Role::unit) {  // 合计 below 序号, too
        if (!row.names_owner) row.name = span(at);
        row.names_owner = row.names_owner || column.names_owners;
        is_named = true;
      } else if (!is_text && !numbers_row && column.role != Role::order) {
        break;
      }
      row.first_figure = k + 1;
    }
    return row;
  }

  /// Whose, or of when, the row is where its name is no indicator.
  void set_owner(Row& row) const {
    const auto words = page_.folded.view(row.name);
    const auto inside = page_.tokens.within(row.name);
    const Token* first =
        !inside.empty() && inside.front().span.start == row.name.start ? &inside.front() : nullptr;
    const bool is_whole = first && first->span == row.name;
    if (is_year(words)) {
      row.period = year_of(words);
      row.is_owner = true;
    } else if (is_whole && first->kind == TokenKind::period) {
      row.period = head_.heads().days_of(*first);
      row.is_owner = row.period.has_value();
    } else if (head_.is_known(row.name)) {
      return;
    } else if (first && first->kind == TokenKind::subject) {  // 全市平均 is no place
      row.is_owner = true;
      row.subject = is_whole ? page_.subjects.mentions[first->index].name : std::u16string(words);
    } else {
      const bool is_total = words == u"合计" || words == u"总计" || words == u"小计";
      row.is_owner = row.names_owner || is_total;
      if (row.names_owner && !is_total) row.subject = std::u16string(words);
    }
  }

  const Page& page_;
  Notices& notices_;
  GridHead head_;
  std::vector<Cell> cells_;
  Span last_name_;  // goes on where a row has none: one cell over several rows
  Span last_indicator_;
};

}  // namespace

std::vector<Cell> find_grid_cells(const Page& page, Notices& notices) {
  return Reader(page, notices).read();
}

}  // namespace mujun::bind
