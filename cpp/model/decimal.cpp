#include "model/decimal.hpp"

#include <charconv>
#include <cmath>
#include <limits>

namespace mujun {
namespace {

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
  // Through text, because from_chars rounds once and correctly where a product with a power of ten rounds
  // twice.
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

double Decimal::half_ulp() const {
  return Decimal{5, exponent - 1}.to_double();
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
