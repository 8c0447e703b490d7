// Quantities that are no plain number with a unit: ranks, doublings, fractions.
#pragma once

#include <optional>

#include "read/scan/numeral/numeral.hpp"
#include "read/scan/quantity/source.hpp"

namespace mujun::scan {

/// A form at a place. Where `end` is set and there is no quantity, the text up to it is a name (第二产业) and
/// holds none.
struct FormReading {
  std::optional<Quantity> quantity;
  std::size_t end = 0;
};

/// 第一, 第9位, 倒数第二, 首位, 榜首, 前三名.
FormReading read_ordinal(const Source& source, std::size_t at);

/// 翻番, 翻一番, 翻了近两番.
FormReading read_doubling(const Source& source, std::size_t at);

/// 百分之三十, 千分之五, 万分之二.
FormReading read_parts(const Source& source, std::size_t at);

/// 一半; 半 before a unit (半个百分点).
FormReading read_half(const Source& source, std::size_t at);

/// What makes a numeral a fraction: 三分之一, 1/3, 五成, 三成五.
FormReading read_fraction(const Source& source, const Numeral& numeral);

/// What makes a numeral part of a proportion: 4.9:47.1:48.0, a whole by its parts in percent, which are read
/// one by one; 1.68:1, how many times the other.
FormReading read_proportion(const Source& source, const Numeral& numeral);

}  // namespace mujun::scan
