#include "fuzz/input.hpp"

#include <algorithm>
#include <cstring>

namespace mujun::fuzz {
namespace {

PageView::Width narrowest(std::u32string_view text) {
  const char32_t widest = text.empty() ? U'\0' : *std::ranges::max_element(text);
  if (widest < 0x100) return PageView::Width::one;
  return widest < 0x10000 ? PageView::Width::two : PageView::Width::four;
}

}  // namespace

std::u32string to_utf32(std::string_view utf8) {
  constexpr char32_t replacement = 0xFFFD;
  std::u32string text;
  for (Utf8Reader reader(utf8); !reader.done();) text.push_back(reader.next().value_or(replacement));
  return text;
}

StoredText::StoredText(std::u32string_view text) : size_(text.size()), width_(narrowest(text)) {
  const auto width = static_cast<std::size_t>(width_);
  memory_ = std::make_unique<std::uint8_t[]>(size_ * width);
  for (std::size_t at = 0; at < size_; ++at) {
    std::memcpy(memory_.get() + at * width, &text[at], width);  // the low bytes come first
  }
}

}  // namespace mujun::fuzz
