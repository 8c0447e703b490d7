// Binds every figure to its indicator, subject, period, status and comparison.
#pragma once

#include <vector>

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// The page's facts in order of place. Nothing that cannot be read is guessed: it becomes a notice, or a fact
/// with a confidence below 0.5.
std::vector<Fact> bind(const Page& page, Notices& notices);

}  // namespace mujun::bind
