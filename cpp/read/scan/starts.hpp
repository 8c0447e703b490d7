// Where on a page anything may start: the scanners look at no other place.
#pragma once

#include <string_view>

#include "knowledge/knowledge.hpp"
#include "model/place_set.hpp"

namespace mujun::scan {

struct Starts {
  PlaceSet periods;
  PlaceSet quantities;
  PlaceSet words;
};

/// One look at each place. A place that is left out starts nothing; one that is not may start something.
Starts find_starts(std::u16string_view text, const knowledge::Knowledge& knowledge);

}  // namespace mujun::scan
