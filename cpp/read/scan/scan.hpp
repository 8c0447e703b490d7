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

/// Whether a quantity's unit is of this kind, and no rate of it.
inline bool is_in(const Quantity& quantity, knowledge::UnitKind kind, const knowledge::Knowledge& knowledge) {
  const UnitExpr unit = quantity.unit;
  return unit.numerator != no_unit && unit.denominator == no_unit &&
         knowledge.unit(static_cast<std::uint16_t>(unit.numerator)).kind == kind;
}

Scan scan(const Folded& page, const knowledge::Knowledge& knowledge, Notices& notices);

}  // namespace mujun::scan
