// The day a page says it was published on.
#pragma once

#include <optional>

#include "model/period.hpp"
#include "read/layout/layout.hpp"
#include "read/scan/scan.hpp"

namespace mujun::name {

/// The full date of the page's first dateline; nothing where no line is one. A crawler's stamp and a footer's
/// date are no datelines.
std::optional<Day> publication_day(std::u16string_view text, const layout::Layout& layout,
                                   const scan::Scan& scan);

}  // namespace mujun::name
