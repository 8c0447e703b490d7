// Where a quote or a bracket begins.
#pragma once

#include <cstdint>
#include <string_view>

namespace mujun::name {

/// Where the quote or bracket that closes right before `close` opens; `close` where none closes there, or it
/// opens before `floor`.
inline std::uint32_t opening_before(std::u16string_view text, std::uint32_t close, std::uint32_t floor) {
  constexpr std::u16string_view openings = u"“「(《", closings = u"”」)》";
  if (close <= floor) return close;
  const std::size_t pair = closings.find(text[close - 1]);
  if (pair == std::u16string_view::npos) return close;
  for (std::uint32_t i = close - 1; i > floor; --i) {
    if (text[i - 1] == openings[pair]) return i - 1;
  }
  return close;
}

}  // namespace mujun::name
