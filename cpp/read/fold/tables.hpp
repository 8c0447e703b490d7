// What folding looks characters up in. The tables are made from ICU when the package is built
// (make_tables.cpp), so that no page waits for them and every process shares them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace mujun::fold {

inline constexpr std::size_t unit_count = 0x10000;
inline constexpr std::size_t gbk_place_count = std::size_t{128} * 256;

struct Expansion {
  char16_t unit;
  std::u16string_view text;
};

extern const std::array<char16_t, unit_count> script_forms;
extern const std::span<const Expansion> expansions;  // sorted by unit
extern const std::array<std::uint16_t, unit_count> gbk_bytes;
extern const std::array<char16_t, gbk_place_count> gbk_characters;

// Forms that are no characters, so that no text can hold them.
inline constexpr char16_t several = 0xFFFE;  // expansion_of() holds more than one unit
inline constexpr char16_t dropped = 0xFFFF;  // nothing is left

/// The folded form of a character: width, compatibility and script.
inline char16_t form_of(char16_t unit) {
  return script_forms[unit];
}
/// The units of a character whose form is `several`.
std::u16string_view expansion_of(char16_t unit);

/// Its word decides, not the character: 着力 but 著名, 干净 but 乾隆. It keeps its form; the words of class
/// script_phrase turn it.
constexpr bool depends_on_its_word(char16_t unit) {
  return unit == u'著' || unit == u'乾' || unit == u'瞭' || unit == u'藉';
}

/// The two bytes of GBK for a character as one number, lead byte first; 0 where GBK does not hold it.
inline std::uint16_t gbk_bytes_of(char16_t unit) {
  return gbk_bytes[unit];
}
/// The character of two bytes of GBK, 0 where there is none.
inline char16_t gbk_character(unsigned lead, unsigned trail) {
  return gbk_characters[(lead & 0x7F) << 8 | trail];
}

}  // namespace mujun::fold
