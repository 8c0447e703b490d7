// The lexicon's words on the page: leftmost, longest, without overlap.
#pragma once

#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/text.hpp"

namespace mujun::scan {

struct WordMention {
  Span span;  // folded copy
  knowledge::EntryRef entry;
};

/// Words of every class but units, numerals and periods, which the number and period scanners read in their
/// places. No word overlaps a span of `taken` (sorted).
std::vector<WordMention> find_words(std::u16string_view text, const knowledge::Knowledge& knowledge,
                                    const std::vector<Span>& taken);

}  // namespace mujun::scan
