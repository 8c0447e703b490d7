// Everything the scanners find on a page, each kind in order of place.
#pragma once

#include <string_view>

#include "model/notice.hpp"
#include "model/placed.hpp"
#include "model/quantity.hpp"
#include "read/scan/period/period.hpp"
#include "read/scan/words.hpp"

namespace mujun::scan {

struct Scan {
  Placed<PeriodMention> periods;
  Placed<Quantity> quantities;
  Placed<WordMention> words;
};

/// Whether a quantity's unit is of this dimension ("ratio", "point", "count" …) and no rate of it.
bool has_dimension(const Quantity& quantity, std::string_view dimension,
                   const knowledge::Knowledge& knowledge);

Scan scan(const Folded& page, const knowledge::Knowledge& knowledge, Notices& notices);

}  // namespace mujun::scan
