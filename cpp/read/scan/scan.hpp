// Everything the scanners find on a page, each kind in order of place.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "model/notice.hpp"
#include "model/quantity.hpp"
#include "read/scan/period/period.hpp"
#include "read/scan/words.hpp"

namespace mujun::scan {

struct Scan {
  std::vector<PeriodMention> periods;
  std::vector<Quantity> quantities;
  std::vector<WordMention> words;
};

inline Span place_of(const Quantity& quantity) {
  return quantity.outer;
}
template <class Mention>
Span place_of(const Mention& mention) {
  return mention.span;
}

/// Of mentions in order and without overlap, the one that starts at `at`, or null. A quantity starts and ends
/// with its qualifiers.
template <class Mention>
const Mention* starting_at(const std::vector<Mention>& mentions, std::uint32_t at) {
  const auto start = [](const Mention& mention) { return place_of(mention).start; };
  const auto found = std::ranges::lower_bound(mentions, at, {}, start);
  return found != mentions.end() && start(*found) == at ? &*found : nullptr;
}
/// The one that ends at `at`, or null.
template <class Mention>
const Mention* ending_at(const std::vector<Mention>& mentions, std::uint32_t at) {
  const auto end = [](const Mention& mention) { return place_of(mention).end; };
  const auto found = std::ranges::lower_bound(mentions, at, {}, end);
  return found != mentions.end() && end(*found) == at ? &*found : nullptr;
}

/// Whether a quantity's unit is of this dimension ("ratio", "point", "count" …) and no rate of it.
bool has_dimension(const Quantity& quantity, std::string_view dimension,
                   const knowledge::Knowledge& knowledge);

Scan scan(const Folded& page, const knowledge::Knowledge& knowledge, Notices& notices);

}  // namespace mujun::scan
