#include "compute/order.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

namespace mujun::scoring {
namespace {

/// Puts the firms into boxes, in the order of the boxes and within each as they came; gives back where each
/// box starts, and the end.
template <class Box>
std::vector<std::size_t> distribute(std::span<const Placed> firms, std::span<Placed> boxed, std::size_t boxes,
                                    Box&& box_of) {
  std::vector<std::size_t> starts(boxes + 1);
  for (const Placed& firm : firms) ++starts[box_of(firm) + 1];
  std::partial_sum(starts.begin(), starts.end(), starts.begin());
  std::vector<std::size_t> next = starts;
  for (const Placed& firm : firms) boxed[next[box_of(firm)]++] = firm;
  return starts;
}

/// Sorts by boxes of equal width between the highest and the lowest score, and then within each: a box fits
/// the processor's cache, which a million firms do not.
void sort_from_highest(std::span<Placed> firms, std::span<Placed> boxed) {
  constexpr std::size_t box_size = 256;
  const auto higher = [](const Placed& left, const Placed& right) {
    return left.score != right.score ? left.score > right.score : left.row < right.row;
  };
  const auto [lowest, highest] = std::ranges::minmax(firms, {}, &Placed::score);
  const std::size_t boxes = 1 + firms.size() / box_size;
  const double width = (highest.score - lowest.score) / static_cast<double>(boxes);
  const bool apart = width > 0 && std::isfinite(width);
  const auto box_of = [=, top = highest.score](const Placed& firm) {
    return apart ? std::min(static_cast<std::size_t>((top - firm.score) / width), boxes - 1) : 0;
  };
  const std::vector<std::size_t> starts = distribute(firms, boxed, boxes, box_of);
  for (std::size_t box = 0; box < boxes; ++box) {
    std::ranges::sort(boxed.subspan(starts[box], starts[box + 1] - starts[box]), higher);
  }
}

}  // namespace

std::vector<Placed> from_highest(std::span<const double> scores, const Mask& rated, const Firms& firms) {
  std::vector<Placed> placed;
  placed.reserve(scores.size());
  for (std::size_t row = 0; row < scores.size(); ++row) {
    if (rated[static_cast<Eigen::Index>(row)]) {
      placed.push_back({scores[row], static_cast<std::uint32_t>(row)});
    }
  }
  std::vector<Placed> sorted(placed.size());
  if (firms.groups.size() == 1) {
    if (!placed.empty()) sort_from_highest(placed, sorted);
    return sorted;
  }
  const std::vector<std::size_t> starts = distribute(
      placed, sorted, firms.groups.size(), [&](const Placed& firm) { return firms.group_of(firm.row); });
  for (std::size_t group = 0; group < firms.groups.size(); ++group) {
    const std::size_t size = starts[group + 1] - starts[group];
    if (size == 0) continue;
    sort_from_highest(std::span(sorted).subspan(starts[group], size),
                      std::span(placed).subspan(starts[group], size));
  }
  return placed;
}

}  // namespace mujun::scoring
