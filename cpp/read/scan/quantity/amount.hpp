// Numbers with their units: 44.5亿元, 10万/亩, 5%-8%, 1000万元及以上至5000万元, 每平方米四十五元.
#pragma once

#include "read/scan/numeral/numeral.hpp"
#include "read/scan/quantity/forms.hpp"
#include "read/scan/quantity/source.hpp"

namespace mujun::scan {

/// The amount whose numeral starts at `at`.
FormReading read_amount(const Source& source, const Numeral& numeral);

/// The rate that starts with 每 and its denominator.
FormReading read_per(const Source& source, std::size_t at);

}  // namespace mujun::scan
