#include "read/scan/numeral/signs.hpp"

#include <charconv>
#include <cstring>

#include "knowledge/tables.hpp"

namespace mujun::scan {

const std::array<Sign, 0x10000> signs = [] {
  std::array<Sign, 0x10000> filled{};
  for (const knowledge::SurfaceRow& surface : knowledge::surface_rows) {
    const bool digit = surface.word_class == knowledge::WordClass::numeral_digit;
    if (!digit && surface.word_class != knowledge::WordClass::numeral_magnitude) continue;
    const char* value = knowledge::word_rows[surface.entry].value;
    Sign& sign = filled[surface.text[0]];
    sign.kind = digit ? Sign::Kind::digit : Sign::Kind::magnitude;
    std::from_chars(value, value + std::strlen(value), sign.value);
  }
  return filled;
}();

}  // namespace mujun::scan
