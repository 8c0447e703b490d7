// How often memory was asked for, by anyone in this program.
#pragma once

#include <cstdint>

namespace mujun::bench {

std::uint64_t allocations();

}  // namespace mujun::bench
