// Places of a text as a set, a bit each.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace mujun {

/// Filled by a look at every place, without a branch for any (place_sets): where one place in a few is in the
/// set, a scan that branches at each waits for the branches more than for anything else.
class PlaceSet {
 public:
  explicit PlaceSet(std::size_t text_size = 0) : size_(text_size), bits_((text_size + block - 1) / block) {}

  /// The first of them from `at` on; the text's size where there is none.
  std::uint32_t next(std::size_t at) const {
    if (at >= size_) return static_cast<std::uint32_t>(size_);
    std::size_t number = at / block;
    std::uint64_t bits = bits_[number] >> at % block << at % block;
    while (bits == 0) {
      if (++number == bits_.size()) return static_cast<std::uint32_t>(size_);
      bits = bits_[number];
    }
    return static_cast<std::uint32_t>(number * block + static_cast<std::size_t>(std::countr_zero(bits)));
  }

  static constexpr std::size_t block = 64;
  /// The places of a block, the first as the lowest bit.
  std::uint64_t& operator[](std::size_t number) { return bits_[number]; }

 private:
  std::size_t size_;
  std::vector<std::uint64_t> bits_;
};

/// Several sets at one look: bit k of look(at) says whether `at` is in the k-th.
template <std::size_t count, class Look>
std::array<PlaceSet, count> place_sets(std::size_t text_size, Look&& look) {
  static_assert(count <= 8);
  // The bits k of eight bytes, gathered into one byte by a multiplication.
  constexpr std::uint64_t lowest_bits = 0x0101010101010101, gather = 0x0102040810204080;
  std::array<PlaceSet, count> sets;
  sets.fill(PlaceSet(text_size));
  std::array<std::uint8_t, PlaceSet::block> seen;
  for (std::size_t start = 0; start < text_size; start += PlaceSet::block) {
    const std::size_t end = std::min(PlaceSet::block, text_size - start);
    for (std::size_t i = 0; i < end; ++i) seen[i] = static_cast<std::uint8_t>(look(start + i));
    std::fill(seen.begin() + static_cast<std::ptrdiff_t>(end), seen.end(), std::uint8_t{0});
    std::array<std::uint64_t, count> bits{};
    for (std::size_t group = 0; group < PlaceSet::block; group += 8) {
      std::uint64_t eight = 0;
      for (std::size_t i = 0; i < 8; ++i) eight |= std::uint64_t{seen[group + i]} << 8 * i;
      for (std::size_t k = 0; k < count; ++k) bits[k] |= (eight >> k & lowest_bits) * gather >> 56 << group;
    }
    for (std::size_t k = 0; k < count; ++k) sets[k][start / PlaceSet::block] = bits[k];
  }
  return sets;
}

template <class Look>
PlaceSet place_set(std::size_t text_size, Look&& look) {
  return std::move(place_sets<1>(text_size, look)[0]);
}

}  // namespace mujun
