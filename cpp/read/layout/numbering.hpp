// The numbering before an item: 一、 （一） 1. 2) 第3条.
#pragma once

#include <cstddef>
#include <string_view>

namespace mujun::layout {

/// Where the text behind a numbering that starts at `at` begins, spaces skipped; `at` where there is none.
std::size_t after_numbering(std::u16string_view text, std::size_t at);

inline bool starts_numbered(std::u16string_view line) {
  return after_numbering(line, 0) > 0;
}

}  // namespace mujun::layout
