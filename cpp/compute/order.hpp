// The order of firms by their scores.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compute/score_values.hpp"

namespace mujun::scoring {

struct Placed {
  double score;
  std::uint32_t row;
};

/// The firms in `rated`, group by group, from the highest score; equal scores in the order of their rows.
std::vector<Placed> from_highest(std::span<const double> scores, const Mask& rated, const Firms& firms);

}  // namespace mujun::scoring
