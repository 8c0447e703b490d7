#include "compute/unit.hpp"

#include <algorithm>
#include <numeric>
#include <string>

#include "compute/input_error.hpp"
#include "compute/unit_reader.hpp"
#include "model/text.hpp"

namespace mujun::compute {
namespace {

std::int64_t times(std::int64_t left, std::int64_t right) {
  std::int64_t product = 0;
  if (__builtin_mul_overflow(left, right, &product))
    throw InputError("a unit so large or small cannot be converted exactly: use fewer magnitudes (万, 亿)");
  return product;
}

/// Why two units do not convert, for what people most often mix up.
std::string hint_for(const Dimension& from, const Dimension& to) {
  if (from.is_money() && to.is_money())
    return ": currencies do not mix; multiply by the exchange rate of the day yourself";
  if (from.is("calendar") || to.is("calendar")) return ": months and years have no fixed number of days";
  if (from.is("point") || to.is("point")) return ": 百分点 is the difference of two rates, % a rate";
  if (from.is("multiple") || to.is("multiple"))
    return ": as a growth 2倍 is 200%, as a ratio it is a growth of 100%; say which by reckoning yourself";
  const std::string count = "count:";
  if (from.name().starts_with(count) && to.name().starts_with(count)) return ": they count different things";
  return ": they measure unlike things";
}

}  // namespace

Factor::Factor(std::int64_t numerator, std::int64_t denominator) {
  const std::int64_t common = std::gcd(numerator, denominator);
  numerator_ = numerator / common;
  denominator_ = denominator / common;
}

Factor Factor::ten_to(int power) {
  Factor ten;
  for (int left = power < 0 ? -power : power; left > 0; --left) ten = ten * Factor{10, 1};
  return power < 0 ? Factor{} / ten : ten;
}

Factor Factor::operator*(Factor other) const {
  const Factor first{numerator_, other.denominator_};  // reduced crosswise, so that the products stay small
  const Factor second{other.numerator_, denominator_};
  Factor product;
  product.numerator_ = times(first.numerator_, second.numerator_);
  product.denominator_ = times(first.denominator_, second.denominator_);
  return product;
}

Factor Factor::operator/(Factor other) const {
  Factor inverse;
  inverse.numerator_ = other.denominator_;
  inverse.denominator_ = other.numerator_;
  return *this * inverse;
}

double Factor::operator()(double value) const {
  return value * static_cast<double>(numerator_) / static_cast<double>(denominator_);
}

Interval Factor::operator()(Interval value) const {
  return value * Interval(static_cast<double>(numerator_)) / Interval(static_cast<double>(denominator_));
}

Dimension Dimension::operator*(const Dimension& other) const {
  Dimension product = *this;
  for (const auto& [name, power] : other.powers_) {
    const int sum = product.powers_[name] += power;
    if (sum == 0) product.powers_.erase(name);
  }
  return product;
}

Dimension Dimension::inverse() const {
  Dimension inverse;
  for (const auto& [name, power] : powers_) inverse.powers_[name] = -power;
  return inverse;
}

bool Dimension::simple() const {
  return powers_.size() == 1 && powers_.begin()->second == 1;
}

bool Dimension::is(std::string_view name) const {
  return simple() && powers_.begin()->first == name;
}

bool Dimension::is_money() const {
  return simple() && powers_.begin()->first.starts_with("money");
}

std::string Dimension::name() const {
  if (pure()) return "ratio";
  std::string above;
  std::string below;
  for (const auto& [name, power] : powers_) {
    for (int time = 0; time < power; ++time) above += (above.empty() ? "" : "·") + name;
    for (int time = 0; time < -power; ++time) below += "/" + name;
  }
  return (above.empty() ? "1" : above) + below;
}

Unit parse_unit(std::string_view text) {
  return UnitReader(text).read();
}

std::string coherent_money(std::string_view unit) {
  const Dimension dimension = parse_unit(unit).dimension;
  if (!dimension.is_money()) return std::string(unit);
  const auto knowledge = knowledge::Knowledge::builtin();
  const auto units = knowledge->units();
  const auto found = std::find_if(units.begin(), units.end(), [&](const knowledge::Unit& known) {
    return dimension.is(known.dimension) && known.symbol == known.base;
  });
  return found == units.end() ? std::string(unit) : found->symbol_utf8;
}

Factor conversion(const Unit& from, const Unit& to) {
  if (from.dimension != to.dimension) {
    throw InputError("'" + from.text + "' (" + from.dimension.name() + ") cannot become '" + to.text + "' (" +
                     to.dimension.name() + ")" + hint_for(from.dimension, to.dimension));
  }
  return from.factor / to.factor;
}

Factor conversion(std::string_view from, std::string_view to) {
  return conversion(parse_unit(from), parse_unit(to));
}

}  // namespace mujun::compute
