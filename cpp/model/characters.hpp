// The classes of characters that every stage speaks of. All over the folded copy.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace mujun {

constexpr bool is_han(char16_t c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == u'〇';
}
constexpr bool is_digit(char16_t c) {
  return c >= u'0' && c <= u'9';
}
constexpr bool is_letter(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
}
/// A set of characters, written as a text. Most characters that are asked about are not in it: a bit for each
/// remainder by 256 says so without a search.
class CharacterSet {
 public:
  consteval CharacterSet(const char16_t* members) : members_(members) {
    for (const char16_t c : members_) bits_[c % 256 / 64] |= std::uint64_t{1} << c % 64;
  }
  constexpr bool contains(char16_t c) const {
    return (bits_[c % 256 / 64] >> c % 64 & 1) != 0 && members_.find(c) != std::u16string_view::npos;
  }

 private:
  std::u16string_view members_;
  std::array<std::uint64_t, 4> bits_{};
};
constexpr bool is_one_of(char16_t c, const CharacterSet& set) {
  return set.contains(c);
}
constexpr bool is_space(char16_t c) {
  return c == u' ' || c == u'\n' || c == u'\t';
}
constexpr bool is_comma(char16_t c) {
  return c == u'，' || c == u',';
}
constexpr bool is_sentence_end(char16_t c) {
  return c == u'。' || c == u'!' || c == u'?' || c == u'！' || c == u'？';
}
constexpr bool is_clause_end(char16_t c) {
  return is_comma(c) || is_sentence_end(c) || c == u';' || c == u'；' || c == u':' || c == u'：' || c == u'…';
}
constexpr bool is_opening(char16_t c) {
  return is_one_of(c, u"“‘「『《〈【〔([{");
}
constexpr bool is_closing(char16_t c) {
  return is_one_of(c, u"”’」』》〉】〕)]}");
}

}  // namespace mujun
