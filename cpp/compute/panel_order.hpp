// Figures against the others of their column.
#pragma once

#include "compute/panel.hpp"

namespace mujun::compute {

enum class Ties { min, dense };  // 1 2 2 4, or 1 2 2 3

/// The place of each figure in its column, 1 first. Figures that agree to 12 digits are equal: what one unit
/// rounds, another must not order.
Panel rank(const Panel& panel, bool descending, Ties ties);

/// How many standard deviations each figure is above its column's mean; the deviation divides by n − ddof.
Panel zscore(const Panel& panel, int ddof);

}  // namespace mujun::compute
