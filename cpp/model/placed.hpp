// Mentions in order of their place, found again by it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "model/text.hpp"

namespace mujun {

/// Where a mention stands; what stands differently says so beside its own type.
template <class Mention>
Span place_of(const Mention& mention) {
  return mention.span;
}

/// Mentions in order and without overlap. For every few units of the text it is kept which mention is the
/// first there or behind, so that finding one by its place takes a step or two, however many there are.
template <class Mention>
class Placed {
 public:
  Placed() = default;
  Placed(std::vector<Mention> mentions, std::size_t text_size) : mentions_(std::move(mentions)) {
    first_of_block_.reserve(text_size / block + 1);
    std::uint32_t first = 0;
    for (std::size_t start = 0; start <= text_size; start += block) {
      while (first < mentions_.size() && start_of(first) < start) ++first;
      first_of_block_.push_back(first);
    }
  }

  std::size_t size() const { return mentions_.size(); }
  bool empty() const { return mentions_.empty(); }
  auto begin() const { return mentions_.begin(); }
  auto end() const { return mentions_.end(); }
  const Mention& operator[](std::size_t number) const { return mentions_[number]; }

  /// The number of the first that starts at a place or behind it.
  std::uint32_t first_from(std::uint32_t place) const {
    if (place / block >= first_of_block_.size()) return static_cast<std::uint32_t>(mentions_.size());
    std::uint32_t first = first_of_block_[place / block];
    while (first < mentions_.size() && start_of(first) < place) ++first;
    return first;
  }
  /// Those that lie wholly within `span`.
  std::span<const Mention> within(Span span) const {
    const std::uint32_t first = first_from(span.start);
    std::uint32_t last = span.end <= span.start ? first : first_from(span.end);
    if (last != first && place_of(mentions_[last - 1]).end > span.end) --last;
    return std::span(mentions_).subspan(first, last - first);
  }
  /// The one that starts, or ends, at `place`; null where none does.
  const Mention* starting_at(std::uint32_t place) const {
    const std::uint32_t first = first_from(place);
    return first < mentions_.size() && start_of(first) == place ? &mentions_[first] : nullptr;
  }
  const Mention* ending_at(std::uint32_t place) const {
    const std::uint32_t behind = first_from(place);
    return behind > 0 && place_of(mentions_[behind - 1]).end == place ? &mentions_[behind - 1] : nullptr;
  }

 private:
  static constexpr std::size_t block = 16;  // units of the text

  std::uint32_t start_of(std::uint32_t number) const { return place_of(mentions_[number]).start; }

  std::vector<Mention> mentions_;
  std::vector<std::uint32_t> first_of_block_;
};

}  // namespace mujun
