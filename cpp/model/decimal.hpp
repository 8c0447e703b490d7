// Exact decimal numbers as a page prints them: no binary dust before the last step into a double.
#pragma once

#include <cstdint>
#include <optional>

namespace mujun {

/// mantissa × 10^exponent. 44.5亿 is {445, 7}: the digits written stay visible, so the rounding of a figure
/// (half a unit of its last written digit) can be carried on.
struct Decimal {
  std::int64_t mantissa = 0;
  std::int32_t exponent = 0;

  /// The nearest double (correctly rounded).
  double to_double() const;
  /// Times 10^power.
  Decimal scaled(int power) const { return {mantissa, exponent + power}; }
  /// The exact sum; nothing where it does not fit 18 digits.
  static std::optional<Decimal> add(Decimal left, Decimal right);

  friend bool operator==(Decimal, Decimal) = default;
};

}  // namespace mujun
