#include "model/text.hpp"

namespace mujun {
namespace {

constexpr char32_t replacement = 0xFFFD;

constexpr bool is_lead_surrogate(char32_t c) {
  return c >= 0xD800 && c <= 0xDBFF;
}
constexpr bool is_trail_surrogate(char32_t c) {
  return c >= 0xDC00 && c <= 0xDFFF;
}

// Bytes at most: of a code point, and of a unit of UTF-16 (two of them are one code point of four).
constexpr std::size_t longest_of_character = 4, longest_of_unit = 3;

/// Writes a code point and gives the place behind it. One that UTF-8 cannot hold (a lone surrogate of a
/// Python string) becomes U+FFFD.
char* write_utf8(char* out, char32_t c) {
  const auto put = [&out](char32_t byte) { *out++ = static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c > 0x10FFFF || is_lead_surrogate(c) || is_trail_surrogate(c)) c = replacement;
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
  return out;
}

void append_utf16(std::u16string& out, char32_t c) {
  if (c < 0x10000) {
    out.push_back(static_cast<char16_t>(c));
  } else {
    out.push_back(static_cast<char16_t>(0xD7C0 + (c >> 10)));
    out.push_back(static_cast<char16_t>(0xDC00 | (c & 0x3FF)));
  }
}

}  // namespace

std::optional<char32_t> Utf8Reader::next() {
  const auto first = static_cast<unsigned char>(bytes_[at_++]);
  if (first < 0x80) return first;
  if (first < 0xC2 || first > 0xF4) return std::nullopt;
  const int trailing = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
  // The second byte's bounds keep out overlong forms, surrogates and what lies beyond U+10FFFF.
  unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  char32_t c = first & (0x3FU >> trailing);
  for (int i = 0; i < trailing; ++i, ++at_, low = 0x80, high = 0xBF) {
    if (at_ >= bytes_.size()) return std::nullopt;
    const auto byte = static_cast<unsigned char>(bytes_[at_]);
    if (byte < low || byte > high) return std::nullopt;
    c = (c << 6) | (byte & 0x3FU);
  }
  return c;
}

void PageView::append_utf8(Span span, std::string& out) const {
  const std::size_t size = out.size();
  out.resize(size + std::size_t{span.size()} * longest_of_character);
  char* end = out.data() + size;
  visit([&](const auto* characters) {
    for (std::size_t at = span.start; at < span.end; ++at) end = write_utf8(end, characters[at]);
  });
  out.resize(static_cast<std::size_t>(end - out.data()));
}

std::string PageView::utf8(Span span) const {
  std::string out;
  append_utf8(span, out);
  return out;
}

std::string to_utf8(std::u16string_view text) {
  std::string out(text.size() * longest_of_unit, '\0');
  char* end = out.data();
  for (std::size_t at = 0; at < text.size(); ++at) {
    char32_t c = text[at];
    if (is_lead_surrogate(c) && at + 1 < text.size() && is_trail_surrogate(text[at + 1])) {
      c = 0x10000 + ((c - 0xD800) << 10) + (text[++at] - 0xDC00U);
    }
    end = write_utf8(end, c);
  }
  out.resize(static_cast<std::size_t>(end - out.data()));
  return out;
}

std::u16string to_utf16(std::string_view utf8) {
  std::u16string out;
  out.reserve(utf8.size());
  for (Utf8Reader reader(utf8); !reader.done();) append_utf16(out, reader.next().value_or(replacement));
  return out;
}

}  // namespace mujun
