// What the parts of the quantity scanner read from: the text and the words.
#pragma once

#include <optional>
#include <string_view>

#include "knowledge/knowledge.hpp"
#include "model/characters.hpp"
#include "model/quantity.hpp"

namespace mujun::scan {

struct Source {
  std::u16string_view text;
  const knowledge::Knowledge& knowledge;

  /// The character at a place; U+0000 outside the text.
  char16_t at(std::size_t place) const { return place < text.size() ? text[place] : u'\0'; }
  char16_t before(std::size_t place) const { return place == 0 ? u'\0' : at(place - 1); }
  bool starts(std::size_t place, std::u16string_view word) const {
    return place <= text.size() && text.substr(place).starts_with(word);
  }

  /// The longest word of a class, or of a set of them, at `place`. One look tells most places that begin no
  /// such word.
  std::optional<knowledge::Match> word(std::size_t place, const auto& classes) const {
    return knowledge.lexicon().longest(text, place, classes);
  }
  /// How far that word reaches; 0 where there is none.
  std::size_t reach(std::size_t place, const auto& classes) const {
    const auto match = word(place, classes);
    return match ? place + match->length : 0;
  }

  std::string_view dimension(UnitIndex unit) const {
    return unit == no_unit ? std::string_view() : knowledge.unit(static_cast<std::uint16_t>(unit)).dimension;
  }
  /// A unit that the grammar itself implies: 元 in 10万/亩, % in 三成, 位 in 第一.
  UnitIndex unit_named(std::u16string_view surface) const {
    const auto match = knowledge.lexicon().longest(surface, 0, knowledge::WordClass::unit);
    return match && match->length == surface.size() ? static_cast<UnitIndex>(match->entry.index) : no_unit;
  }
};

}  // namespace mujun::scan
