// The classes of characters that every stage speaks of. All over the folded copy.
#pragma once

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
constexpr bool is_one_of(char16_t c, std::u16string_view set) {
  return set.find(c) != std::u16string_view::npos;
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
  return std::u16string_view(u"“‘「『《〈【〔([{").find(c) != std::u16string_view::npos;
}
constexpr bool is_closing(char16_t c) {
  return std::u16string_view(u"”’」』》〉】〕)]}").find(c) != std::u16string_view::npos;
}

}  // namespace mujun
