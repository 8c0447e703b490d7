// How much a text looks like Chinese as people write it, character by character. Bytes read in a wrong
// encoding give rare characters, symbols and private ones, hardly ever a run of everyday ones.
#pragma once

#include <array>
#include <cstdint>

namespace mujun::decode {

class Familiarity {
 public:
  /// Built on first use, then shared by all threads.
  static const Familiarity& instance();

  /// 2 an everyday character, 1 its punctuation, 0 what says nothing (ASCII, the other common characters), -2
  /// what a page seldom holds, -4 what none should.
  int operator[](char32_t c) const { return c < scores_.size() ? scores_[c] : 0; }

 private:
  Familiarity();
  std::array<std::int8_t, 65536> scores_;
};

}  // namespace mujun::decode
