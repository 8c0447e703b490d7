// What the fuzzer gives, as pages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "model/text.hpp"

namespace mujun::fuzz {

inline std::string_view as_bytes(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// UTF-8 as code points; U+FFFD stands for what is none.
std::u32string to_utf32(std::string_view utf8);

/// A text stored as Python stores it, in the narrowest of the three widths, in memory of exactly its size: a
/// step past its end is seen.
class StoredText {
 public:
  explicit StoredText(std::u32string_view text);

  PageView view() const { return {memory_.get(), size_, width_}; }

 private:
  std::unique_ptr<std::uint8_t[]> memory_;
  std::size_t size_;
  PageView::Width width_;
};

}  // namespace mujun::fuzz
