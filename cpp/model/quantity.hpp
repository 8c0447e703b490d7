// A quantity: a number, what it counts, and how exactly the page means it.
#pragma once

#include <cstdint>
#include <string>

#include "model/decimal.hpp"
#include "model/text.hpp"

namespace mujun {

enum class Qualifier : std::uint8_t { exact, about, over, at_least, nearly, under, at_most };

/// Index into the knowledge base's units; `none` where there is none.
using UnitIndex = std::int16_t;
inline constexpr UnitIndex no_unit = -1;

/// A unit as used: a numerator, and for a rate its denominator (元/亩). Both point into the knowledge base.
struct UnitExpr {
  UnitIndex numerator = no_unit;
  UnitIndex denominator = no_unit;

  bool none() const { return numerator == no_unit && denominator == no_unit; }
  friend bool operator==(UnitExpr, UnitExpr) = default;
};

/// How the digits stand in the sentence; decides which rules may read it.
enum class Shape : std::uint8_t {
  amount,    // 44.5亿元, 10.9%, 23个百分点, 5000元/平方米, 4700多万 (no unit written)
  ordinal,   // 第一, 第1位, 首位, 第九: a rank where the clause says so
  doubling,  // 翻一番, 翻了两番: growth of 100%, 300%
  fraction,  // 三分之一, 一半, 五成: value in %
};

/// Spans are in the folded copy.
struct Quantity {
  Span span;  // the mention: digits with magnitude and unit (44.5亿元; 1100多个; 1000万元及以上至5000万元)
  Span outer;  // with the qualifiers around it (约4000万元; 2亿元以上)
  Decimal low;
  Decimal high;        // equals low unless a range
  Decimal last_digit;  // one unit of the last digit written
  UnitExpr unit;
  Qualifier qualifier = Qualifier::exact;
  Shape shape = Shape::amount;
  bool is_range = false;
  bool chinese = false;                   // written in Chinese numerals only (两个, 三大, 百亿)
  bool no_digits = false;                 // a magnitude alone: 近亿元, 百亩, 千名
  std::uint16_t qualifier_word = 0xFFFF;  // the knowledge entry of the qualifier, for the trail
};

/// A quantity starts and ends with its qualifiers.
inline Span place_of(const Quantity& quantity) {
  return quantity.outer;
}

}  // namespace mujun
