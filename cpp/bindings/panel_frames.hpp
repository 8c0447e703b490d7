// Data frames as panels.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "arrow/import.hpp"
#include "compute/panel.hpp"
#include "compute/panel_pivot.hpp"

namespace mujun {

/// Of a frame with a column an indicator. All columns must be there, and all but `index` hold numbers.
compute::Panel wide_panel(const arrow::Frame& frame, const std::string& index,
                          const std::vector<std::string>& columns, std::vector<std::string> units,
                          const Period& period);

/// The columns of a frame with a row a figure, and where its units are: in a column, by the indicator's name,
/// or one for all.
struct LongFrame {
  std::string index, columns, values;
  std::optional<std::string> unit_column;
  std::map<std::string, std::string, std::less<>> units;
  std::string unit;
};
compute::Panel long_panel(const arrow::Frame& frame, const LongFrame& named, compute::Conflict conflict,
                          const Period& period);

}  // namespace mujun
