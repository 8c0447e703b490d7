// GBK, both ways, character by character: what text that was once GBK, or read as it, is put right with.
#pragma once

#include <array>
#include <cstdint>

namespace mujun::fold {

class GbkTable {
 public:
  /// Built on first use, then shared by all threads.
  static const GbkTable& instance();

  /// The two bytes of a character as one number, lead byte first; 0 where GBK does not hold it.
  std::uint16_t bytes_of(char16_t c) const { return bytes_[c]; }
  /// The character of two bytes, 0 where there is none.
  char16_t character(unsigned lead, unsigned trail) const { return characters_[(lead & 0x7F) << 8 | trail]; }

 private:
  GbkTable();
  std::array<std::uint16_t, 65536> bytes_{};
  std::array<char16_t, 128 * 256> characters_{};
};

}  // namespace mujun::fold
