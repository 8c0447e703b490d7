// Which periods may be set against each other.
#pragma once

#include <string>

#include "model/period.hpp"

namespace mujun::compute {

/// "2019-01-01..2019-03-31", "2019-03-31" for a day, "no period".
std::string written(const Period& period);

/// The same days of other years, or as many whole months: what may stand side by side. An empty period is not
/// known to be unlike any.
bool are_alike(const Period& one, const Period& other);

/// Throws InputError naming both where they are not alike.
void check_alike(const Period& one, const Period& other);
/// The same, and `base` must lie before `now`.
void check_earlier(const Period& now, const Period& base);

}  // namespace mujun::compute
