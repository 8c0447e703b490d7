// One condition of a rule: an indicator and its bound.
#pragma once

#include <string_view>

#include "compute/rule.hpp"
#include "model/quantity.hpp"

namespace mujun::screening {

/// Reads the folded words of one condition, which `bound`, its only quantity, ends; its spans are in the
/// words. Throws InputError naming the words that cannot be read.
Condition read_condition(std::u16string_view words, const Quantity& bound, const RuleWords& known,
                         const knowledge::Knowledge& knowledge);

/// How long a word of the list stands at a place, the longest; 0 where none does.
std::size_t length_of(const std::vector<std::u16string>& list, std::u16string_view text, std::size_t at);

}  // namespace mujun::screening
