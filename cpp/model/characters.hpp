// The classes of characters that every stage speaks of. All over the folded copy.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
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
/// A set of characters, written as a literal of `size` units with its end. Each member has a slot of its own
/// (a perfect hash, looked for by the compiler), so that one comparison tells, whatever the character.
template <std::size_t size>
class CharacterSet {
 public:
  consteval CharacterSet(const char16_t (&members)[size]) {
    while (!place(members)) multiplier_ += 2;
  }
  constexpr bool contains(char16_t c) const { return slots_[slot_of(c)] == c; }

 private:
  static constexpr std::size_t slot_bits = std::bit_width(4 * size - 1);

  constexpr std::size_t slot_of(char16_t c) const { return (c * multiplier_ & 0xFFFF) >> (16 - slot_bits); }
  /// False where two members share a slot. A slot without a member holds one of another slot.
  consteval bool place(const char16_t (&members)[size]) {
    slots_.fill(members[0]);
    for (std::size_t i = 0; i + 1 < size; ++i) slots_[slot_of(members[i])] = members[i];
    for (std::size_t i = 0; i + 1 < size; ++i)
      if (!contains(members[i])) return false;
    return true;
  }

  std::uint32_t multiplier_ = 1;
  std::array<char16_t, std::size_t{1} << slot_bits> slots_{};
};
template <std::size_t size>
constexpr bool is_one_of(char16_t c, const CharacterSet<size>& set) {
  return set.contains(c);
}
/// The same for a few, written in place.
template <std::size_t size>
constexpr bool is_one_of(char16_t c, const char16_t (&members)[size]) {
  bool found = false;
  for (std::size_t i = 0; i + 1 < size; ++i) found |= c == members[i];
  return found;
}
/// A bar parts what stands beside it as a tab does.
constexpr bool is_space(char16_t c) {
  return c == u' ' || c == u'\n' || c == u'\t' || c == u'|';
}
constexpr bool is_comma(char16_t c) {
  return c == u'，' || c == u',';
}
constexpr bool is_sentence_end(char16_t c) {
  return c == u'。' || c == u'!' || c == u'?' || c == u'！' || c == u'？';
}
/// Some pages part the items of a list by nothing else.
constexpr bool is_bullet(char16_t c) {
  return is_one_of(c, u"◎●◆■▲★");
}
constexpr bool is_clause_end(char16_t c) {
  return is_comma(c) || is_sentence_end(c) || c == u';' || c == u'；' || c == u':' || c == u'：' ||
         c == u'…' || is_bullet(c);
}
constexpr bool is_opening(char16_t c) {
  return is_one_of(c, u"“‘「『《〈【〔([{");
}
constexpr bool is_closing(char16_t c) {
  return is_one_of(c, u"”’」』》〉】〕)]}");
}

/// Where `wanted` first stands from `from` on; npos where it does not. Whole blocks are looked through
/// without a branch, so that the processor compares many units at once.
inline std::size_t find_unit(std::u16string_view text, char16_t wanted, std::size_t from = 0) {
  constexpr std::size_t block = 32;
  for (; from + block <= text.size(); from += block) {
    unsigned found = 0;
    for (std::size_t i = 0; i < block; ++i) found |= text[from + i] == wanted ? 1U : 0U;
    if (found != 0) break;
  }
  return text.find(wanted, from);
}

}  // namespace mujun
