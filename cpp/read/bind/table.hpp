// Tables saved as text, a cell a line: name, unit, value and growth under one another, a unit in the caption
// or the head.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// A number cell with what its row and column say. `figure` stays where it was read; the draft points to it.
struct Cell {
  Figure figure;
  std::uint32_t line = 0;
  Span name;  // of the indicator: the row's, or the column's where the rows are places or years
  std::optional<std::u16string> subject;  // the place that the row is named after
  std::optional<Period> period;           // that the row or the column is named after
  bool growth = false;
  bool rank = false;
  UnitExpr unit;  // of the row, the column or the caption
  int power = 0;  // 亿元: 8
};

/// The number cells of the page that a row name stands before, in order of place.
std::vector<Cell> find_cells(const Page& page);

}  // namespace mujun::bind
