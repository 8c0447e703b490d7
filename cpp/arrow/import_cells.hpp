// Single values of an imported array, by their physical type.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "arrow/abi.hpp"
#include "arrow/import_types.hpp"

namespace mujun::arrow {

/// Where a value lies once a dictionary has been followed: its array, type and place there.
struct Cell {
  const ArrowArray* array;
  Physical physical;
  int scale;
  std::int64_t at;  // the array's own offset counted in
};

/// The value of row `row` of a checked array, nothing where it is null. Throws ImportError, naming `column`,
/// for an index that its dictionary does not have.
std::optional<Cell> cell_of(const ArrowArray& array, const Type& type, std::int64_t row,
                            std::string_view column);

/// 1 where a value of an array with buffers is there, else 0: of the rows from `first` on.
void mark_present(const ArrowArray& array, std::int64_t first, std::vector<std::uint8_t>& present);

/// Of a number, decimal or truth.
double number_of(const Cell& cell);
/// A number or truth as a text: whole numbers exactly, others with the fewest digits that give them back.
std::string written(const Cell& cell);
/// Of a text; it lies in the array's memory. Throws ImportError for a view that leads out of its buffers.
std::string_view text_of(const Cell& cell, std::string_view column);

}  // namespace mujun::arrow
