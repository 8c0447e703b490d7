// Numbers as pages write them: 44.5, 1,100, 一万五千, 3万4000, 1亿2300万, 零点五, 几百, 两三, 数百, 百(亩).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "model/decimal.hpp"
#include "model/text.hpp"

namespace mujun::scan {

/// What stands behind a numeral's digits but within it: 1100多, 2200余, 几百, 数百.
enum class Looseness : std::uint8_t {
  none,
  more /* 多 余 几 */,
  several /* 几百 数百 两三 */,
  about /* 来 */
};

struct Numeral {
  Span span;  // digits and magnitudes (100余亿 in whole)
  Decimal low;
  Decimal high;        // differs from low for 两三 (2 to 3)
  Decimal last_digit;  // one unit of the last digit written: 44.5亿 → 1e7
  Looseness looseness = Looseness::none;
  bool chinese = false;    // no Arabic digit
  bool no_digits = false;  // 百 千 万 亿 alone
  int magnitude = 0;       // power of ten of the magnitudes at its end: 4-13.6万 carries its 4 back to the 4
};

/// The longest numeral that starts at `at` of the folded text; nothing where none does. Linear, no
/// allocation.
std::optional<Numeral> read_numeral(std::u16string_view text, std::size_t at);

}  // namespace mujun::scan
