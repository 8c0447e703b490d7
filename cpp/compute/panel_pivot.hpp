// Long figures, one a row, made a panel.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compute/panel.hpp"

namespace mujun::compute {

/// What to do where rows say different things of one cell.
enum class Conflict : std::uint8_t { raise, first, last, mean, mask };
/// Throws InputError that says which there are.
Conflict conflict_named(std::string_view name);

/// One row's figure and the cell it belongs to. The texts must outlive the call of pivot().
struct Cell {
  std::string_view index;
  std::string_view column;
  std::string_view unit;
  double value = 0;
  std::optional<Interval> bounds;  // without them the figure is exact
  Reason reason = Reason::none;
  std::int64_t row = 0;  // where the figure comes from, for messages
};

/// Rows and columns come in the order of their first appearance; a column has the unit of its first figure,
/// into which others are converted. Two rows agree where they are equal or, printed more or less exactly, may
/// mean the same figure: the narrower one is then taken. Throws InputError naming the rows that contradict
/// each other (Conflict::raise), and those whose units measure unlike things.
Panel pivot(const std::vector<Cell>& cells, Conflict conflict, const Period& period);

}  // namespace mujun::compute
