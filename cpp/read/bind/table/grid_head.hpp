// What stands over the columns of a table whose cells tabs or bars part: heads in one row or several, a unit
// for all, a title.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/bind/table/column.hpp"

namespace mujun::bind {

/// A row's cells that are no prose, as lines of the page, in order.
using RowCells = std::span<const std::uint32_t>;

enum class Role { figures, order, unit };  // order: 序号

struct GridColumn {
  Column head;
  Role role = Role::figures;
  Span of;                              // 工业, over 产值
  std::optional<std::u16string> place;  // 椒江区: whose figures stand below
  bool names_owners = false;            // 企业名称: the rows are firms and such
  bool told_of_no_unit = false;         // once a column is enough

  bool names_indicator() const { return !head.name.empty() && !place; }
  bool says_nothing() const {
    return head.name.empty() && !head.unit && head.measure == Measure::level && !place;
  }
};

class GridHead {
 public:
  explicit GridHead(const Page& page)
      : page_(page), heads_(page), phrases_(page.folded, page.tokens, page.knowledge) {}

  /// A line between the rows: 单位: 亿元, the table's title, a section's name. A paragraph ends the table.
  void read_line(const layout::Line& line);
  /// A row without figures. Behind figures it begins another table.
  void read_row(RowCells cells);

  /// The column of a cell; the heads read so far are the table's.
  GridColumn& column_of(std::uint32_t cell);
  /// Whether a column, or the title, names indicators: then a row may be named after whose they are.
  bool names_indicators();
  /// What the title says as if it were the head of every column.
  const Column& title() const { return title_; }
  const std::optional<CellUnit>& caption() const { return caption_; }
  const HeadReader& heads() const { return heads_; }
  bool is_known(Span name) const { return !name.empty() && phrases_.named(name).indicator.has_value(); }

 private:
  Span span(std::uint32_t cell) const { return page_.layout.lines[cell].span; }
  std::u16string_view text(Span span) const { return page_.folded.view(span); }
  void begin_table();
  bool is_title(Span line) const;
  bool read_caption(Span cell);
  void read_columns();
  void add_head(Span head, GridColumn& column) const;
  Span head_at(std::size_t row, std::uint32_t column) const;
  void read_title();

  const Page& page_;
  HeadReader heads_;
  name::PhraseReader phrases_;
  std::vector<std::vector<std::uint32_t>> rows_;  // of heads, a cell's line each
  std::vector<GridColumn> columns_;
  bool is_read_ = false;  // the columns are
  std::optional<CellUnit> caption_;
  Span last_line_;  // a table's title where its first row follows
  Span title_line_;
  Column title_;
};

}  // namespace mujun::bind
