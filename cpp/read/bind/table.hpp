// Tables saved as text, a cell a line: name, unit, value and growth under one another, a unit in the caption
// or the head.
#pragma once

#include <cstdint>
#include <vector>

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// A number cell with what its row and column say. `figure` stays where it was read; the draft points to it.
struct Cell {
  Figure figure;
  std::uint32_t line = 0;
  Span name;  // the row's name
  bool growth = false;
  UnitExpr unit;  // of the row, the column or the caption
  int power = 0;  // 亿元: 8
};

/// The number cells of the page that a row name stands before, in order of place.
std::vector<Cell> find_cells(const Page& page);

}  // namespace mujun::bind
