// Ranks and grades: the order of the scores, and where the classes part it.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "compute/score_values.hpp"

namespace mujun::scoring {

inline constexpr std::int32_t no_rank = 0;
inline constexpr std::int32_t no_class = -1;

struct Standing {
  std::vector<std::int32_t> rank;   // from 1 within the group; firms of equal score share the better one
  std::vector<std::int32_t> grade;  // the number of the class, from the best
};

/// Of the firms in `rated`. Shares are of all the rated firms of a group, never of what a better class left.
Standing stand(std::span<const double> scores, const Mask& rated, const Firms& firms, const Grades& grades);

}  // namespace mujun::scoring
