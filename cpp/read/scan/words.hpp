// The lexicon's words on the page: leftmost, longest, without overlap.
#pragma once

#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/place_set.hpp"
#include "model/text.hpp"

namespace mujun::scan {

struct WordMention {
  Span span;  // folded copy
  knowledge::EntryRef entry;
};

/// The classes that are read elsewhere: by the number and period scanners, the layout, and the grammar where
/// it asks how a wording ends.
inline constexpr knowledge::ClassMask read_elsewhere = [] {
  using enum knowledge::WordClass;
  return knowledge::bit_of(knowledge::first_asked) |
         knowledge::mask({unit,        numeral_digit, numeral_magnitude, numeral_idiom,    period_year,
                          period_part, period_bound,  period_lookalike,  qualifier_before, qualifier_after,
                          area,        maker_noun,    furniture,         dateline_mark,    deictic,
                          stand_in,    grant_word,    condition_word,    office,           party_mark,
                          head_noun,   outcome_noun,  people_noun,       sum_noun,         past_word,
                          yearly_word, event_word,    going_verb,        whole_lead,       likening_verb});
}();
inline constexpr knowledge::ClassMask scanned_words = ~read_elsewhere;

/// The scanned words, at places of `starts`. No word overlaps a span of `taken` (sorted).
std::vector<WordMention> find_words(std::u16string_view text, const knowledge::Knowledge& knowledge,
                                    const std::vector<Span>& taken, const PlaceSet& starts);

}  // namespace mujun::scan
