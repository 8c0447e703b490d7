// Closed intervals that hold the true figure behind a printed one, and keep holding it through arithmetic.
#pragma once

#include <optional>

#include "model/quantity.hpp"

namespace mujun::compute {

/// low ≤ the true figure ≤ high. A side is infinite where nothing bounds it. Every operation rounds outward,
/// and an exact result stays as it is: 794 + 965 is [1759, 1759].
///
/// A formula in which a variable stands twice widens the bounds needlessly (now/base − 1, not
/// (now − base)/base): write it with each variable once.
struct Interval {
  double low = 0;
  double high = 0;

  constexpr Interval() = default;
  /// A figure known exactly, so that constants mix with intervals: 1 + growth / 100.
  constexpr Interval(double value) : low(value), high(value) {}
  constexpr Interval(double from, double to) : low(from), high(to) {}

  /// Nothing is known.
  static Interval everything();
  /// What a printed figure says of the true one. `precision` is half a unit of the last digit written;
  /// `value_high` is the other end of a range. The qualifier is about the size of the figure, so a negative
  /// one is the mirror image (下降超过8% is at most −8%):
  /// - exact: within the rounding;
  /// - about: trailing zeros are not meant, so half a unit of the last digit that is no zero (约4000万: ±
  /// 500万);
  /// - over, at_least: no upper bound;
  /// - nearly: from 0 to the figure;
  /// - under, at_most: no lower bound.
  static Interval printed(double value, double precision, Qualifier qualifier = Qualifier::exact,
                          std::optional<double> value_high = std::nullopt);

  bool contains(double value) const { return low <= value && value <= high; }
  bool overlaps(Interval other) const { return low <= other.high && other.low <= high; }
  double width() const { return high - low; }

  friend bool operator==(Interval, Interval) = default;
};

Interval operator-(Interval x);
Interval operator+(Interval x, Interval y);
Interval operator-(Interval x, Interval y);
Interval operator*(Interval x, Interval y);
/// A divisor that holds zero gives infinite sides; one that is zero gives everything().
Interval operator/(Interval x, Interval y);

/// What both say; nothing where they exclude each other.
std::optional<Interval> intersection(Interval x, Interval y);
/// What either says.
Interval hull(Interval x, Interval y);

/// Of the part of x that is not negative; nothing where there is none.
std::optional<Interval> sqrt(Interval x);
/// x to the power of 1/n, n ≥ 1, of the part of x that is not negative; nothing where there is none.
std::optional<Interval> root(Interval x, double n);

}  // namespace mujun::compute
