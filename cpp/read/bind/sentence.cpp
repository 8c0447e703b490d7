#include "read/bind/sentence.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::bind {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

std::optional<UnitIndex> unit_named(const Page& page, std::u16string_view words) {
  for (const knowledge::EntryRef entry : page.knowledge.lexicon().entries_of(words))
    if (entry.word_class == WordClass::unit) return static_cast<UnitIndex>(entry.index);
  return std::nullopt;
}

const Token* Surroundings::last(Span span, WordClass word_class) const {
  if (!page_.tokens.may_hold(span, word_class)) return nullptr;
  const auto inside = page_.tokens.within(span);
  const auto found =
      std::find_if(inside.rbegin(), inside.rend(), [&](const Token& t) { return t.is(word_class); });
  return found == inside.rend() ? nullptr : &*found;
}

const Token* Surroundings::first(Span span, WordClass word_class) const {
  if (!page_.tokens.may_hold(span, word_class)) return nullptr;
  const auto inside = page_.tokens.within(span);
  const auto found =
      std::find_if(inside.begin(), inside.end(), [&](const Token& t) { return t.is(word_class); });
  return found == inside.end() ? nullptr : &*found;
}

bool Surroundings::only_light(Span span) const {
  static constexpr CharacterSet light{u" \n了约近超达到为至的仅就也均已各都在“”:：()、和"};
  const auto inside = page_.tokens.within(span);
  std::uint32_t at = span.start;
  const auto gap_is_light = [&](std::uint32_t to) {
    for (; at < to; ++at) {
      if (!is_one_of(page_.folded.text[at], light)) return false;
    }
    return true;
  };
  for (const Token& token : inside) {
    if (!gap_is_light(token.span.start)) return false;
    const bool is_light = token.is(WordClass::level_verb) || token.is(WordClass::list_word) ||
                          token.is(WordClass::status_word) ||
                          (token.is(WordClass::noun_stop) && token.span.size() == 1) ||
                          token.is(WordClass::growth_basis);
    if (!is_light) return false;
    at = token.span.end;
  }
  return gap_is_light(span.end);
}

std::u16string Surroundings::reference(Span span) const {
  for (const Token& token : page_.tokens.within(span)) {
    if (token.kind == TokenKind::subject) return std::u16string(text(token.span));
  }
  static constexpr CharacterSet edges{u" 的其了在比较于约"};
  while (!span.empty() && is_one_of(page_.folded.text[span.start], edges)) ++span.start;
  while (!span.empty() && is_one_of(page_.folded.text[span.end - 1], edges)) --span.end;
  std::u16string words(text(span));
  std::erase_if(words, [](char16_t c) { return is_space(c); });
  return words.size() <= 20 ? words : std::u16string();
}

Span near(Span figure, Span bounds) {
  constexpr std::uint32_t reach = 300;
  return {std::max(bounds.start, figure.start - std::min(figure.start, reach)),
          std::min(bounds.end, figure.end + reach)};
}

}  // namespace mujun::bind
