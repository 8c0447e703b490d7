#include "compute/comparability.hpp"

#include <algorithm>

#include "model/text.hpp"

namespace mujun::compute {

using knowledge::WordClass;

namespace {

/// What the words of this class that stand in the wording have for a value.
std::string reasons(std::string_view indicator, WordClass word_class, const knowledge::Knowledge& knowledge) {
  const std::u16string words = to_utf16(indicator);
  std::string reasons;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto match = knowledge.lexicon().longest(words, at, word_class);
    if (!match) continue;
    const std::string& reason = knowledge.word(match->entry.index).value;
    if (reasons.find(reason) == std::string::npos) reasons += (reasons.empty() ? "" : "；") + reason;
  }
  return reasons;
}

}  // namespace

std::string why_growths_differ(std::string_view indicator, const knowledge::Knowledge& knowledge) {
  return reasons(indicator, WordClass::comparability, knowledge);
}

std::string why_levels_differ(std::string_view indicator, const knowledge::Knowledge& knowledge) {
  return reasons(indicator, WordClass::revision, knowledge);
}

bool is_own_figure(const FactView& facts, const Figure& figure) {
  const auto is_own = [&](std::u16string_view wording) {
    const auto entries = facts.knowledge().lexicon().entries_of(wording);
    return std::ranges::any_of(entries, [](auto entry) { return entry.word_class == WordClass::own_figure; });
  };
  const knowledge::Indicator* indicator = facts.indicator(figure.code);
  return is_own(to_utf16(figure.indicator)) || (indicator != nullptr && is_own(indicator->name));
}

std::string_view horizon_of_plan(std::string_view plan, const knowledge::Knowledge& knowledge) {
  for (const auto entry : knowledge.lexicon().entries_of(to_utf16(plan))) {
    if (entry.word_class == WordClass::completion_word) return knowledge.word(entry.index).value;
  }
  return {};
}

}  // namespace mujun::compute
