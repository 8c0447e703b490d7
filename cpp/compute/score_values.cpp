#include "compute/score_values.hpp"

#include <cmath>
#include <string>

#include "compute/input_error.hpp"

namespace mujun::scoring {
namespace {

using compute::InputError;

[[noreturn]] void refuse(const FirmColumn& column, const std::string& what, const Firms& firms,
                         std::size_t row) {
  throw InputError(column.name + " is " + what + " in " + firms.row_name(row));
}

/// A firm's figure, or what keeps it from having one.
struct Figure {
  double value = 0;
  std::uint8_t events = 0;
};

/// What a column says of a firm; the row is looked at only here, so that it can be named.
Figure figure_of(const FirmColumn& column, const Firms& firms, std::size_t row) {
  if (!column.present[row]) return {0, missing};
  const double value = column.values[row];
  if (!std::isfinite(value)) refuse(column, "infinite", firms, row);
  return {value, 0};
}

Figure ratio_of(const Source& source, const Firms& firms, std::size_t row) {
  const Figure above = figure_of(source.numerator, firms, row);
  const FirmColumn& divisor = *source.denominator;
  const Figure below = figure_of(divisor, firms, row);
  if (below.events) return below;
  if (below.value < 0) refuse(divisor, "negative", firms, row);
  if (below.value == 0) {
    if (source.zero_is_missing) return {0, zero_denominator | missing};
    refuse(divisor, "0, by which " + source.numerator.name + " cannot be divided,", firms, row);
  }
  return above.events ? above : Figure{above.value / below.value, 0};
}

}  // namespace

Eigen::Map<const Eigen::ArrayXd> array_of(const FirmColumn& column) {
  return {column.values.data(), static_cast<Eigen::Index>(column.values.size())};
}

Mask mask_of(const FirmColumn& column) {
  const Eigen::Map<const Eigen::Array<std::uint8_t, Eigen::Dynamic, 1>> bytes(
      column.present.data(), static_cast<Eigen::Index>(column.present.size()));
  return bytes != std::uint8_t{0};
}

Figures values_of(const Source& source, const Firms& firms, const Mask& looked_at) {
  const auto rows = static_cast<Eigen::Index>(firms.rows);
  Figures found{std::vector<double>(firms.rows), Mask::Constant(rows, false),
                std::vector<std::uint8_t>(firms.rows)};
  const bool converts = source.unit != Factor{};
  for (std::size_t row = 0; row < firms.rows; ++row) {
    const auto at = static_cast<Eigen::Index>(row);
    if (!looked_at[at]) continue;
    const Figure figure =
        source.denominator ? ratio_of(source, firms, row) : figure_of(source.numerator, firms, row);
    found.events[row] = figure.events;
    found.present[at] = figure.events == 0;
    found.values[row] = converts ? source.unit(figure.value) : figure.value;
    if (!std::isfinite(found.values[row])) refuse(source.numerator, "too large for a ratio", firms, row);
  }
  return found;
}

}  // namespace mujun::scoring
