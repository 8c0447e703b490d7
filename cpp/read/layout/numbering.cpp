#include "read/layout/numbering.hpp"

#include "model/characters.hpp"

namespace mujun::layout {
namespace {

constexpr CharacterSet numbers{u"一二三四五六七八九十百0123456789 "};
constexpr std::size_t longest_number = 8;

}  // namespace

std::size_t after_numbering(std::u16string_view text, std::size_t at) {
  const auto sign = [&](std::size_t place) { return place < text.size() ? text[place] : u'\0'; };
  const bool bracketed = sign(at) == u'(';
  const bool article = sign(at) == u'第';
  const std::size_t first = at + (bracketed || article ? 1 : 0);
  std::size_t end = first;
  while (end < text.size() && end - first < longest_number && is_one_of(text[end], numbers)) ++end;
  if (end == first) return at;
  const char16_t mark = sign(end);
  const bool closes = bracketed ? mark == u')'
                      : article ? mark == u'条' || mark == u'章' || mark == u'节' || mark == u'款'
                                : mark == u'、' || mark == u')' || (mark == u'.' && !is_digit(sign(end + 1)));
  if (!closes) return at;
  ++end;
  while (is_space(sign(end))) ++end;
  return end;
}

}  // namespace mujun::layout
