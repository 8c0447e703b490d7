// Units as algebra: what a unit measures, and how many base units it is, exactly.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "compute/interval.hpp"

namespace mujun::compute {

/// An exact fraction in lowest terms with a positive denominator.
class Factor {
 public:
  constexpr Factor() = default;
  /// Throws InputError where it does not fit 64 bits.
  Factor(std::int64_t numerator, std::int64_t denominator);
  /// 10^power, which may be negative.
  static Factor ten_to(int power);

  std::int64_t numerator() const { return numerator_; }
  std::int64_t denominator() const { return denominator_; }

  Factor operator*(Factor other) const;
  Factor operator/(Factor other) const;
  /// value × this: 3亩 are exactly 2000平方米, though 2000/3 is no double.
  double operator()(double value) const;
  Interval operator()(Interval value) const;
  friend bool operator==(Factor, Factor) = default;

 private:
  std::int64_t numerator_ = 1;
  std::int64_t denominator_ = 1;
};

/// Powers of the knowledge base's dimensions: money/area is {money: 1, area: −1}. Each classifier is a
/// dimension of its own (count:家), since 家 and 个 never convert; % is a pure number.
class Dimension {
 public:
  Dimension() = default;
  explicit Dimension(std::string name) : powers_{{std::move(name), 1}} {}

  Dimension operator*(const Dimension& other) const;
  Dimension inverse() const;
  /// A number: %, 元/元.
  bool pure() const { return powers_.empty(); }
  /// One dimension as it stands, no rate.
  bool simple() const;
  bool is(std::string_view name) const;
  /// One of the currencies.
  bool is_money() const;
  /// "money/area".
  std::string name() const;
  friend bool operator==(const Dimension&, const Dimension&) = default;

 private:
  std::map<std::string, int> powers_;
};

struct Unit {
  std::string text;  // as the caller wrote it
  Dimension dimension;
  Factor factor;  // of the product of the dimensions' base units
};

/// A unit as people write it: 万元, 元/平方米, 元每亩, 吨标准煤/万元, 万元/人·年, 元/(人·月). What follows
/// `/` or 每 up to the next divides. Throws InputError naming the part that is no unit.
Unit parse_unit(std::string_view text);

/// For money the currency itself (万元 → 元, 亿美元 → 美元); any other unit as it is.
std::string coherent_money(std::string_view unit);

/// How many `to` one `from` is. Throws InputError naming both where they measure unlike things.
Factor conversion(const Unit& from, const Unit& to);
Factor conversion(std::string_view from, std::string_view to);

}  // namespace mujun::compute
