// The signs that numbers are written with: the digits and magnitudes of numerals.toml, points, dashes.
#pragma once

#include <array>
#include <cstdint>

#include "model/characters.hpp"

namespace mujun::scan {

/// What a character says within a numeral.
struct Sign {
  enum class Kind : std::uint8_t { none, digit, magnitude };
  Kind kind = Kind::none;
  std::int8_t value = 0;  // a digit's number (20 for 廿), a magnitude's power of ten
};

/// The digits and magnitudes of numerals.toml by character; filled when the program starts.
extern const std::array<Sign, 0x10000> signs;

inline Sign sign_of(char16_t c) {
  return signs[c];
}
inline bool is_chinese_digit(char16_t c) {
  return sign_of(c).kind == Sign::Kind::digit;
}
inline bool is_magnitude(char16_t c) {
  return sign_of(c).kind == Sign::Kind::magnitude;
}

/// The raised point of older pages: 一‧四七.
constexpr bool is_raised_point(char16_t c) {
  return c == u'·' || c == u'‧' || c == u'・';
}
constexpr bool is_dash(char16_t c) {
  return is_one_of(c, u"-‐‑–—―−~～〜");
}

}  // namespace mujun::scan
