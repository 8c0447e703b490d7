#include "read/scan/words.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::scan {
namespace {

using knowledge::bit_of;
using knowledge::mask;
using knowledge::WordClass;

constexpr knowledge::ClassMask verbs = mask(WordClass::growth_verb) | mask(WordClass::level_verb) |
                                       mask(WordClass::action_verb) | mask(WordClass::range_word) |
                                       mask(WordClass::gap_word);
constexpr std::size_t usual_distance = 5;              // of words from one another
constexpr std::uint32_t reach_of_a_short_verb = 2;     // 增了5%
constexpr std::uint32_t reach_of_a_starting_word = 5;  // 从原来的5万元

/// 落地率, 增加值, 减少额: a verb with a noun's ending is part of that noun.
bool ends_as_noun(std::u16string_view text, std::uint32_t end) {
  return end < text.size() && is_one_of(text[end], u"率值额");
}

/// Whether a figure follows the verb that ends before `between`: 增了5%, 达到约5%, 从原来的5万元; but
/// 低保金3万元 has no verb.
bool stands_before_figure(std::u16string_view between, bool opens_range) {
  static constexpr CharacterSet light{u" 了约近超至到达出“(:："};
  if (opens_range)
    return between.size() <= reach_of_a_starting_word && std::ranges::none_of(between, is_sentence_end);
  return between.size() <= reach_of_a_short_verb &&
         std::ranges::all_of(between, [](char16_t c) { return is_one_of(c, light); });
}

/// 占地区生产总值: 占地 gives way to 地区生产总值, which starts within it, is longer and leaves 占 a word.
knowledge::Match before_longer_word(const knowledge::Lexicon& lexicon, std::u16string_view text,
                                    std::uint32_t at, knowledge::Match match) {
  for (std::uint32_t k = 1; k < match.length; ++k) {
    const auto inner = lexicon.longest(text, at + k, WordClass::indicator);
    if (!inner || inner->length <= match.length) continue;
    const auto prefix = lexicon.longest(text.substr(0, at + k), at, scanned_words);
    if (prefix && prefix->length == k) return *prefix;
  }
  return match;
}

}  // namespace

std::vector<WordMention> find_words(std::u16string_view text, const knowledge::Knowledge& knowledge,
                                    const std::vector<Span>& taken, const PlaceSet& starts) {
  std::vector<WordMention> words;
  words.reserve(text.size() / usual_distance);
  const knowledge::Lexicon& lexicon = knowledge.lexicon();
  auto next = taken.begin();
  for (std::uint32_t at = 0; at < text.size();) {
    while (next != taken.end() && next->end <= at) ++next;
    if (next != taken.end() && next->start <= at) {
      at = next->end;
      continue;
    }
    const std::size_t free = next == taken.end() ? text.size() : next->start;
    const std::u16string_view until = text.substr(0, free);
    std::optional<knowledge::Match> match;
    while (!match && (at = starts.next(at)) < free) {
      match = lexicon.longest(until, at, scanned_words);
      if (!match) ++at;
    }
    if (!match) continue;
    match = before_longer_word(lexicon, until, at, *match);
    const std::uint32_t end = at + match->length;
    // One character is a verb only right before a figure: 增5%, 为3亿元; not in 增产 or 行为.
    const bool is_verb = (bit_of(match->entry.word_class) & verbs) != 0;
    const bool opens_range = text[at] == u'从' || text[at] == u'由';
    const bool near = free < text.size() && stands_before_figure(text.substr(end, free - end), opens_range);
    const bool is_word = !(is_verb && ((match->length == 1 && !near) || ends_as_noun(text, end)));
    if (is_word) words.push_back({{at, end}, match->entry});
    at = end;
  }
  return words;
}

}  // namespace mujun::scan
