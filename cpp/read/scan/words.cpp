#include "read/scan/words.hpp"

namespace mujun::scan {
namespace {

using knowledge::mask;
using knowledge::WordClass;

constexpr knowledge::ClassMask read_elsewhere =
    mask(WordClass::unit) | mask(WordClass::numeral_digit) | mask(WordClass::numeral_magnitude) |
    mask(WordClass::numeral_idiom) |
    mask(WordClass::period_year) | mask(WordClass::period_part) | mask(WordClass::period_bound) |
    mask(WordClass::qualifier_before) | mask(WordClass::qualifier_after) | mask(WordClass::furniture);

}  // namespace

std::vector<WordMention> find_words(std::u16string_view text, const knowledge::Knowledge& knowledge,
                                    const std::vector<Span>& taken) {
  std::vector<WordMention> words;
  const knowledge::Lexicon& lexicon = knowledge.lexicon();
  auto next = taken.begin();
  for (std::uint32_t at = 0; at < text.size();) {
    while (next != taken.end() && next->end <= at) ++next;
    if (next != taken.end() && next->start <= at) {
      at = next->end;
      continue;
    }
    const std::size_t free = next == taken.end() ? text.size() : next->start;
    if (const auto match = lexicon.longest(text.substr(0, free), at, ~read_elsewhere)) {
      words.push_back({{at, at + match->length}, match->entry});
      at += match->length;
    } else {
      ++at;
    }
  }
  return words;
}

}  // namespace mujun::scan
