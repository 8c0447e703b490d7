#include "compute/score_values.hpp"

#include <string>

#include "compute/input_error.hpp"

namespace mujun::scoring {
namespace {

using compute::InputError;

/// Throws for the first row of the mask, if any.
void refuse(const Mask& wrong, const FirmColumn& column, const Firms& firms, const std::string& what) {
  for (Eigen::Index row = 0; row < wrong.size(); ++row) {
    if (wrong[row]) {
      throw InputError(column.name + " is " + what + " in " + firms.row_name(static_cast<std::size_t>(row)));
    }
  }
}

void refuse_endless(const FirmColumn& column, const Mask& looked_at, const Firms& firms) {
  refuse(looked_at && !array_of(column).isFinite(), column, firms, "infinite");
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

Values values_of(const Source& source, const Firms& firms, const Mask& rated) {
  Values found;
  found.present = mask_of(source.numerator) && rated;
  refuse_endless(source.numerator, found.present, firms);
  const auto numerator = array_of(source.numerator);
  Mask of_nothing = Mask::Constant(rated.size(), false);
  if (source.denominator) {
    const auto denominator = array_of(*source.denominator);
    const Mask there = mask_of(*source.denominator) && rated;
    refuse_endless(*source.denominator, there, firms);
    refuse(there && denominator < 0, *source.denominator, firms, "negative");
    of_nothing = there && denominator == 0;
    if (!source.zero_is_missing) {
      refuse(of_nothing, *source.denominator, firms,
             "0, by which " + source.numerator.name + " cannot be divided,");
    }
    found.present = found.present && there && !of_nothing;
    found.values = found.present.select(numerator / denominator, 0);
  } else {
    found.values = found.present.select(numerator, 0);
  }
  if (source.unit != Factor{}) {
    found.values = found.values.unaryExpr([&](double value) { return source.unit(value); }).eval();
  }
  refuse(found.present && !found.values.isFinite(), source.numerator, firms, "too large for a ratio");
  found.events.resize(firms.rows);
  for (Eigen::Index row = 0; row < rated.size(); ++row) {
    const int what = of_nothing[row] ? zero_denominator | missing : missing;
    found.events[static_cast<std::size_t>(row)] =
        static_cast<std::uint8_t>(rated[row] && !found.present[row] ? what : 0);
  }
  return found;
}

}  // namespace mujun::scoring
