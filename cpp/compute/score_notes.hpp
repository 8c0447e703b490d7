// What a person should know about a firm's score.
#pragma once

#include <string_view>
#include <vector>

#include "compute/score_values.hpp"

namespace mujun::scoring {

inline constexpr std::string_view exempt_note = "exempt";

/// One text a firm, null where there is nothing to say. `found` has the events of each indicator.
StringColumn notes_of(const Scheme& scheme, const Firms& firms, const std::vector<Figures>& found,
                      const Mask& rated);

}  // namespace mujun::scoring
