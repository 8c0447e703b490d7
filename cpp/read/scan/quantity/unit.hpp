// The unit behind a number, rates included.
#pragma once

#include <optional>

#include "read/scan/numeral/numeral.hpp"
#include "read/scan/quantity/source.hpp"

namespace mujun::scan {

struct UnitReading {
  UnitExpr unit;
  std::uint32_t end = 0;
  int power = 0;       // of the denominator's own magnitude: 吨标准煤/万元 is -4
  bool more = false;   // 多 within: 两个多月
  bool about = false;  // 来 before: 十来家
  bool half = false;   // 半 within or behind: 一个半月, 两年半
};

/// The unit that follows `numeral`: 元, 元/亩, 元每平方米, /亩 (元 implied), 个月 in 两个多月.
std::optional<UnitReading> read_unit(const Source& source, const Numeral& numeral);

/// A single unit at `place`, no rate; one that only begins another word (元 of 元旦) is none. Behind a
/// `large` number a noun may stand without a classifier, so there 项 of 千亿项目 is none either.
std::optional<knowledge::Match> unit_at(const Source& source, std::size_t place, bool large = false);

}  // namespace mujun::scan
