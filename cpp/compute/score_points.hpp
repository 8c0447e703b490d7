// From values to points: bases, steps, spreads, caps, and what stands in for a missing value.
#pragma once

#include <Eigen/Core>

#include "compute/score_values.hpp"

namespace mujun::scoring {

/// Who takes part: bases, means and spreads are those of the firms that are rated; all that are scored get
/// points.
struct Taking {
  const Mask& rated;
  const Mask& scored;
};

/// Makes points of an indicator's values. Where `present` is then false a firm has none, and so no score.
void make_points(const Indicator& indicator, const Source& source, const Firms& firms, Taking taking,
                 Figures& figures);

/// Decimal figures that stand exactly on a bound may fall a hair below it in binary; they reach it all the
/// same.
constexpr bool reaches(double value, double bound) {
  const double scale = bound < 0 ? -bound : bound;
  return value >= bound - 1e-12 * (scale > 1 ? scale : 1);
}

}  // namespace mujun::scoring
