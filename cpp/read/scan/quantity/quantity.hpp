// Quantities: a numeral with its magnitude, unit and qualifiers, ranges and rates included.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/notice.hpp"
#include "model/place_set.hpp"
#include "model/quantity.hpp"
#include "read/scan/numeral/numeral.hpp"

namespace mujun::scan {

/// All quantities of the folded text in order, without overlap. `taken` are spans that already belong to
/// something else (periods, names that hold digits), sorted; no quantity overlaps one. The spans of the
/// notices are in the folded copy too. With `starts`, those that start there.
std::vector<Quantity> find_quantities(std::u16string_view text, const knowledge::Knowledge& knowledge,
                                      const std::vector<Span>& taken, Notices& notices);
std::vector<Quantity> find_quantities(std::u16string_view text, const knowledge::Knowledge& knowledge,
                                      const std::vector<Span>& taken, const PlaceSet& starts,
                                      Notices& notices);

}  // namespace mujun::scan
