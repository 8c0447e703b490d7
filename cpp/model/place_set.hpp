// Places of a text as a set, a bit each.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mujun {

/// Filled by a look at every place, without a branch for any: where one place in a few is in the set, a scan
/// that branches at each waits for the branch more than for anything else.
class PlaceSet {
 public:
  template <class Holds>
  PlaceSet(std::size_t text_size, Holds&& holds) : size_(text_size), bits_((text_size + 63) / 64) {
    for (std::size_t block = 0; block < bits_.size(); ++block) {
      const std::size_t start = block * 64;
      const std::size_t count = std::min<std::size_t>(64, text_size - start);
      std::uint64_t bits = 0;
      for (std::size_t i = 0; i < count; ++i) bits |= std::uint64_t{holds(start + i)} << i;
      bits_[block] = bits;
    }
  }

  /// The first of them from `at` on; the text's size where there is none.
  std::uint32_t next(std::size_t at) const {
    if (at >= size_) return static_cast<std::uint32_t>(size_);
    std::size_t block = at / 64;
    std::uint64_t bits = bits_[block] >> at % 64 << at % 64;
    while (bits == 0) {
      if (++block == bits_.size()) return static_cast<std::uint32_t>(size_);
      bits = bits_[block];
    }
    return static_cast<std::uint32_t>(block * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
  }

 private:
  std::size_t size_;
  std::vector<std::uint64_t> bits_;
};

}  // namespace mujun
