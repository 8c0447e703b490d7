#include "bindings/panel_frames.hpp"

#include <limits>
#include <string_view>
#include <utility>

#include "compute/input_error.hpp"

namespace mujun {
namespace {

using compute::InputError;

std::size_t place_of(const arrow::Frame& frame, const std::string& name) {
  const auto place = frame.find(name);
  if (!place) throw InputError("the frame has no column '" + name + "'");
  return *place;
}

/// Labels, which no row may be without.
arrow::Texts labels_of(const arrow::Frame& frame, const std::string& name) {
  arrow::Texts labels = frame.texts(place_of(frame, name));
  for (std::size_t row = 0; row < labels.values.size(); ++row) {
    if (!labels.present[row]) throw InputError("row " + std::to_string(row) + " has no " + name);
  }
  return labels;
}

arrow::Numbers numbers_of(const arrow::Frame& frame, const std::string& name) {
  const std::size_t place = place_of(frame, name);
  if (frame.kind(place) != arrow::Kind::number) throw InputError("column '" + name + "' holds no numbers");
  return frame.numbers(place);
}

}  // namespace

compute::Panel wide_panel(const arrow::Frame& frame, const std::string& index,
                          const std::vector<std::string>& columns, std::vector<std::string> units,
                          const Period& period) {
  const arrow::Texts rows = labels_of(frame, index);
  const auto height = static_cast<Eigen::Index>(rows.values.size());
  compute::Table<double> values(height, static_cast<Eigen::Index>(columns.size()));
  for (std::size_t at = 0; at < columns.size(); ++at) {
    const arrow::Numbers numbers = numbers_of(frame, columns[at]);
    auto column = values.col(static_cast<Eigen::Index>(at));
    for (std::size_t row = 0; row < numbers.values.size(); ++row) {
      column(static_cast<Eigen::Index>(row)) =
          numbers.present[row] ? numbers.values[row] : std::numeric_limits<double>::quiet_NaN();
    }
  }
  const compute::Labels index_labels("row", {rows.values.begin(), rows.values.end()});
  return compute::Panel::over({index_labels, {"column", columns}, std::move(units), period},
                              compute::Grid<double>(std::move(values)));
}

compute::Panel long_panel(const arrow::Frame& frame, const LongFrame& named, compute::Conflict conflict,
                          const Period& period) {
  const arrow::Texts rows = labels_of(frame, named.index);
  const arrow::Texts heads = labels_of(frame, named.columns);
  const arrow::Numbers numbers = numbers_of(frame, named.values);
  std::optional<arrow::Texts> units;
  if (named.unit_column) units = frame.texts(place_of(frame, *named.unit_column));
  std::vector<compute::Cell> cells;
  cells.reserve(rows.values.size());
  for (std::size_t row = 0; row < rows.values.size(); ++row) {
    compute::Cell cell{.index = rows.values[row],
                       .column = heads.values[row],
                       .unit = units ? units->values[row] : std::string_view(named.unit),
                       .value = numbers.values[row],
                       .bounds = std::nullopt,
                       .reason = numbers.present[row] ? compute::Reason::none : compute::Reason::no_figure,
                       .row = static_cast<std::int64_t>(row)};
    if (const auto given = named.units.find(cell.column); given != named.units.end())
      cell.unit = given->second;
    cells.push_back(cell);
  }
  return compute::pivot(cells, conflict, period);
}

}  // namespace mujun
