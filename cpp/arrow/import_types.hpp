// The types of columns that are read, by Arrow's format strings, and the checks that an array must pass.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "arrow/abi.hpp"

namespace mujun::arrow {

enum class Physical : std::uint8_t {
  null,
  boolean,
  int8,
  uint8,
  int16,
  uint16,
  int32,
  uint32,
  int64,
  uint64,
  float32,
  float64,
  decimal128,
  utf8,
  large_utf8,
  utf8_view,
  other,
};

/// One column's type; for a dictionary, `physical` is the indices' and `values` the dictionary's.
struct Type {
  std::string format;
  Physical physical = Physical::other;
  int scale = 0;  // of a decimal: digits behind the point
  std::optional<Physical> values = std::nullopt;
  int values_scale = 0;
};

Type type_of(const ArrowSchema& schema);
bool is_integer(Physical physical);
bool is_text(Physical physical);

/// Whether a length and an offset are numbers that places can be reckoned from.
bool has_sane_extent(const ArrowArray& array);

/// Throws ImportError, naming `column`, unless the array has the buffers that its type asks for and at least
/// `rows` rows; a dictionary and its indices are checked too.
void check_array(const ArrowArray& array, const Type& type, std::int64_t rows, std::string_view column);

}  // namespace mujun::arrow
