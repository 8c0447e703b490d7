// White space that strayed into words and numbers: 亩 均税收, 7 .3万亩, 1 860亩.
#pragma once

#include <cstdint>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/text.hpp"

namespace mujun::fold {

/// Leaves out the spaces that stand inside a word or number; others may part phrases or cells and stay.
/// `spaces` are the places of all spaces in the copy, in order.
void close_gaps(Folded& folded, const std::vector<std::uint32_t>& spaces, const knowledge::Lexicon& lexicon);

}  // namespace mujun::fold
