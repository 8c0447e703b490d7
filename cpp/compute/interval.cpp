#include "compute/interval.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace mujun::compute {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
// Below this the error of a product or quotient may itself be too small for a double.
constexpr double tiny = 1e-280;

double next_down(double value) {
  return std::nextafter(value, -infinity);
}
double next_up(double value) {
  return std::nextafter(value, infinity);
}

/// A rounded result and what it lacks of the true one; only the sign counts, and with infinities there is
/// none.
struct Rounded {
  double value;
  double error;

  double down() const { return error < 0 ? next_down(value) : value; }
  double up() const { return error > 0 ? next_up(value) : value; }
};

Rounded sum(double x, double y) {
  const double value = x + y;
  if (std::isinf(value)) return {value, std::isinf(x) || std::isinf(y) ? 0 : -value};
  const double y_part = value - x;  // Knuth's two-sum: the error of an addition is itself a double
  return {value, (x - (value - y_part)) + (y - y_part)};
}

Rounded product(double x, double y) {
  if (x == 0 || y == 0) return {0, 0};  // also 0 × ∞: the infinite side is a bound, no value
  const double value = x * y;
  return {value, std::fma(x, y, -value)};
}

Rounded quotient(double x, double y) {
  const double value = x / y;
  const double remainder = std::fma(-value, y, x);
  return {value, std::signbit(y) ? -remainder : remainder};
}

/// The bounds of an operation that takes its extremes at the corners. A corner without a value (∞/∞, 0/0)
/// lies between others that have one.
template <class Operation>
Interval over_corners(Interval x, Interval y, Operation operation) {
  Interval bounds{infinity, -infinity};
  for (const double left : {x.low, x.high}) {
    for (const double right : {y.low, y.high}) {
      const Rounded corner = operation(left, right);
      if (std::isnan(corner.value)) continue;
      const bool exact = left == 0 || right == 0 || std::isinf(left) || std::isinf(right);
      const bool lossy = !exact && std::abs(corner.value) < tiny;
      bounds.low = std::min(bounds.low, lossy ? next_down(corner.value) : corner.down());
      bounds.high = std::max(bounds.high, lossy ? next_up(corner.value) : corner.up());
    }
  }
  return bounds;
}

/// Half a unit of the last digit that is no zero, for a figure of which trailing zeros are not meant.
double without_trailing_zeros(double value, double precision) {
  if (precision <= 0 || value == 0) return precision;
  double digits = std::round(value / (2 * precision));
  for (; digits != 0 && std::fmod(digits, 10) == 0; digits /= 10) precision *= 10;
  return precision;
}

/// Of a figure that is not negative.
Interval printed_size(double value, double precision, Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::about:
      precision = without_trailing_zeros(value, precision);
      break;
    case Qualifier::over:
    case Qualifier::at_least:
      return {value, infinity};
    case Qualifier::nearly:
      return {0, value};
    case Qualifier::under:
    case Qualifier::at_most:
      return {-infinity, value};
    case Qualifier::exact:
      break;
  }
  return {sum(value, -precision).down(), sum(value, precision).up()};
}

}  // namespace

Interval Interval::everything() {
  return {-infinity, infinity};
}

Interval Interval::printed(double value, double precision, Qualifier qualifier,
                           std::optional<double> value_high) {
  const auto one = [&](double end) {
    return end < 0 ? -printed_size(-end, precision, qualifier) : printed_size(end, precision, qualifier);
  };
  return value_high ? hull(one(value), one(*value_high)) : one(value);
}

Interval operator-(Interval x) {
  return {-x.high, -x.low};
}

Interval operator+(Interval x, Interval y) {
  return {sum(x.low, y.low).down(), sum(x.high, y.high).up()};
}

Interval operator-(Interval x, Interval y) {
  return x + -y;
}

Interval operator*(Interval x, Interval y) {
  return over_corners(x, y, product);
}

Interval operator/(Interval x, Interval y) {
  if (y.contains(0) && (y.low == y.high || (y.low < 0 && y.high > 0))) return Interval::everything();
  // A zero at an end is approached from the inside, and its sign says from where.
  return over_corners(x, {y.low == 0 ? 0.0 : y.low, y.high == 0 ? -0.0 : y.high}, quotient);
}

std::optional<Interval> intersection(Interval x, Interval y) {
  if (!x.overlaps(y)) return std::nullopt;
  return Interval{std::max(x.low, y.low), std::min(x.high, y.high)};
}

Interval hull(Interval x, Interval y) {
  return {std::min(x.low, y.low), std::max(x.high, y.high)};
}

std::optional<Interval> sqrt(Interval x) {
  if (x.high < 0) return std::nullopt;
  const auto rounded = [](double of) {
    const double value = std::sqrt(of);
    return Rounded{value, std::fma(-value, value, of)};
  };
  const double low = std::max(x.low, 0.0);
  const Rounded high = rounded(x.high);
  return Interval{low < tiny ? 0 : rounded(low).down(), x.high < tiny ? next_up(high.value) : high.up()};
}

std::optional<Interval> root(Interval x, double n) {
  if (x.high < 0) return std::nullopt;
  // pow is right to within a unit of the last place, and the rounding of 1/n adds |ln result| half units.
  const auto slack = [](double value) {
    const bool plain = value > 0 && std::isfinite(value);
    return plain ? std::numeric_limits<double>::epsilon() * value * (2 + std::abs(std::log(value))) : 0;
  };
  const double low = std::pow(std::max(x.low, 0.0), 1 / n);
  const double high = std::pow(x.high, 1 / n);
  return Interval{low - slack(low), high + slack(high)};
}

}  // namespace mujun::compute
