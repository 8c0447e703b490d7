#include "model/decimal.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <iterator>
#include <limits>

namespace mujun {
namespace {

constexpr std::array exact_powers{1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr std::int64_t limit = 1'000'000'000'000'000'000;  // 18 digits

/// mantissa × 10^power; nothing where it leaves 18 digits.
std::optional<std::int64_t> shifted(std::int64_t mantissa, int power) {
  for (; power > 0 && mantissa != 0; --power) {
    if (mantissa >= limit / 10 || mantissa <= -limit / 10) return std::nullopt;
    mantissa *= 10;
  }
  return mantissa;
}

}  // namespace

double Decimal::to_double() const {
  // Where both are exact doubles, one operation rounds once (Clinger 1990).
  constexpr std::int64_t most_exact = std::int64_t{1} << 53;
  const bool small = mantissa <= most_exact && mantissa >= -most_exact;
  if (small && exponent >= 0 && exponent < std::ssize(exact_powers))
    return static_cast<double>(mantissa) * exact_powers[static_cast<std::size_t>(exponent)];
  if (small && exponent < 0 && -exponent < std::ssize(exact_powers))
    return static_cast<double>(mantissa) / exact_powers[static_cast<std::size_t>(-exponent)];
  // Else through text, because from_chars rounds once and correctly where a product with a power of ten
  // rounds twice.
  char text[48] = {};
  char* end = std::to_chars(text, text + 24, mantissa).ptr;
  *end++ = 'e';
  end = std::to_chars(end, text + sizeof text, exponent).ptr;
  double value = 0;
  if (std::from_chars(text, end, value).ec == std::errc::result_out_of_range) {
    return exponent < 0 ? 0.0 : std::copysign(std::numeric_limits<double>::infinity(), double(mantissa));
  }
  return value;
}

std::optional<Decimal> Decimal::add(Decimal left, Decimal right) {
  if (left.exponent < right.exponent) std::swap(left, right);
  const std::optional<std::int64_t> mantissa = shifted(left.mantissa, left.exponent - right.exponent);
  if (!mantissa) return std::nullopt;
  const std::int64_t sum = *mantissa + right.mantissa;  // both below 10^18, so it fits
  if (sum >= limit || sum <= -limit) return std::nullopt;
  return Decimal{sum, right.exponent};
}

}  // namespace mujun
