// The page as it came, and the copy that matching works on.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mujun {

/// A half-open range of positions; in the page (code points) or in the folded copy (units), as its owner
/// says.
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  constexpr std::uint32_t size() const { return end - start; }
  constexpr bool empty() const { return start >= end; }
  constexpr bool contains(Span inner) const { return start <= inner.start && inner.end <= end; }
  constexpr bool overlaps(Span other) const { return start < other.end && other.start < end; }
  friend constexpr bool operator==(Span, Span) = default;
};

/// A read-only view of a page's code points in whichever of Python's three string widths it is stored, so
/// that a Python string is read in place. It owns nothing.
class PageView {
 public:
  enum class Width : std::uint8_t { one = 1, two = 2, four = 4 };

  constexpr PageView() = default;
  constexpr PageView(const void* data, std::size_t size, Width width)
      : data_(data), size_(size), width_(width) {}
  explicit PageView(std::u32string_view text) : PageView(text.data(), text.size(), Width::four) {}

  std::size_t size() const { return size_; }
  Width width() const { return width_; }
  const void* data() const { return data_; }

  /// Calls visit(characters) with the page's characters as they are stored.
  template <class Visit>
  decltype(auto) visit(Visit&& visit) const {
    switch (width_) {
      case Width::one:
        return visit(static_cast<const std::uint8_t*>(data_));
      case Width::two:
        return visit(static_cast<const char16_t*>(data_));
      default:
        return visit(static_cast<const char32_t*>(data_));
    }
  }
  char32_t operator[](std::size_t at) const {
    return visit([at](const auto* characters) -> char32_t { return characters[at]; });
  }

  /// The code points of `span` as UTF-8; what a row's `text` column holds.
  std::string utf8(Span span) const;
  void append_utf8(Span span, std::string& out) const;

 private:
  const void* data_ = nullptr;
  std::size_t size_ = 0;
  Width width_ = Width::four;
};

/// The matching copy: one unit a character (characters beyond the BMP become U+FFFD), width and compatibility
/// forms folded, Traditional turned to Simplified, glosses left out. `origin[i]` is the page position of unit
/// i, and `origin[text.size()]` the page's length, so every span in the copy leads back to the page.
struct Folded {
  std::u16string text;
  std::vector<std::uint32_t> origin;

  std::u16string_view view(Span span) const {
    return std::u16string_view(text).substr(span.start, span.size());
  }
  /// The page's span of a span of the copy: from its first unit to just after its last.
  Span to_page(Span span) const {
    if (span.empty()) return {origin[span.start], origin[span.start]};
    return {origin[span.start], origin[span.end - 1] + 1};
  }
};

/// Walks UTF-8 one code point at a time, strictly: what is no UTF-8 comes out as nothing, one step for each
/// maximal part of a broken sequence (the Unicode Standard's recommended practice).
class Utf8Reader {
 public:
  explicit Utf8Reader(std::string_view bytes) : bytes_(bytes) {}

  bool done() const { return at_ >= bytes_.size(); }
  /// The byte that next() reads from.
  std::size_t at() const { return at_; }
  std::optional<char32_t> next();

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
};

std::string to_utf8(std::u16string_view text);
std::u16string to_utf16(std::string_view utf8);

}  // namespace mujun
