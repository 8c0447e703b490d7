// How a target stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mujun::compute {

enum class Pace : std::uint8_t {
  with_time,   // amounts and counts: so much of the target in so much of the time
  as_it_is,    // rates: the same at any time
  at_the_end,  // stocks: only the last day tells
};

struct Standing {
  double target;
  double actual;
  double elapsed;  // in %
  bool less_is_better;
  Pace pace;
};

/// The actual figure in % of the target; nothing for rates, and for a target of zero.
std::optional<double> completion_of(const Standing& standing);

/// ahead, on_track, behind or done; empty where nothing tells.
std::string_view state_of(const Standing& standing, double tolerance);

}  // namespace mujun::compute
