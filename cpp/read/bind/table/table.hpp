// Tables: rows whose cells tabs or bars part (grid.cpp), and those saved a cell a line (table.cpp), with
// name, unit, value and growth under one another and a unit in the caption or the head.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/bind/table/column.hpp"

namespace mujun::bind {

/// The number of a cell as a figure, with no text of its own around it.
inline Figure figure_in_cell(const Quantity& quantity, Span cell) {
  return {.quantity = &quantity,
          .clause = cell,
          .left = {quantity.outer.start, quantity.outer.start},
          .right = {quantity.outer.end, quantity.outer.end}};
}

/// A number cell with what its row and column say. `figure` stays where it was read; the draft points to it.
struct Cell {
  Figure figure;
  std::uint32_t line = 0;
  Span name = {};  // of the indicator: the row's, or the column's where the rows are places or years
  std::optional<std::u16string> subject = {};  // the place that the row is named after
  std::optional<Period> period = {};           // that the row or the column is named after
  Span of = {};  // 工业 of 增加值, where the row's name goes before the column's
  Measure measure = Measure::level;
  Basis basis = Basis::none;
  std::u16string_view reference = {};
  std::optional<CellUnit> unit =
      {};  // of the row, the column or the caption; none where it stands in the cell
};

/// The number cells of the page's tables that a row name stands before, in order of place.
std::vector<Cell> find_cells(const Page& page, Notices& notices);

/// Those of rows whose cells tabs or bars part.
std::vector<Cell> find_grid_cells(const Page& page, Notices& notices);

}  // namespace mujun::bind
