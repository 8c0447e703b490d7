#include <algorithm>
#include <limits>
#include <tuple>

#include "knowledge/knowledge.hpp"

namespace mujun::knowledge {
namespace {

constexpr std::size_t root_size = std::size_t{std::numeric_limits<char16_t>::max()} + 1;

/// Wide nodes are searched by halves, narrow ones (nearly all) straight through.
constexpr std::uint32_t narrow = 8;

bool in(ClassMask classes, EntryRef entry) {
  return (classes & mask(entry.word_class)) != 0;
}

}  // namespace

void Lexicon::add(std::u16string_view surface, EntryRef entry) {
  if (!surface.empty()) pending_.emplace_back(surface, entry);
}

void Lexicon::freeze() {
  // Stable, so that entries of one class keep the order in which they were added.
  std::stable_sort(pending_.begin(), pending_.end(), [](const auto& left, const auto& right) {
    return std::tie(left.first, left.second.word_class) < std::tie(right.first, right.second.word_class);
  });
  // Breadth first over the sorted surfaces: the children of a node are the runs of equal next units, so their
  // edges lie side by side in order. Node 0 is the root.
  struct Run {
    std::uint32_t first;
    std::uint32_t last;
    std::uint32_t depth;
  };
  std::vector<Run> runs{{0, static_cast<std::uint32_t>(pending_.size()), 0}};
  nodes_.clear();
  edges_.clear();
  entries_.clear();
  for (std::size_t number = 0; number < runs.size(); ++number) {
    const auto [first, last, depth] = runs[number];
    Node node;
    node.first_entry = static_cast<std::uint32_t>(entries_.size());
    std::uint32_t at = first;
    for (; at < last && pending_[at].first.size() == depth; ++at) entries_.push_back(pending_[at].second);
    node.entry_count = static_cast<std::uint32_t>(entries_.size()) - node.first_entry;
    node.first_edge = static_cast<std::uint32_t>(edges_.size());
    while (at < last) {
      const char16_t unit = pending_[at].first[depth];
      const std::uint32_t begin = at;
      while (at < last && pending_[at].first[depth] == unit) ++at;
      edges_.push_back({unit, static_cast<std::uint32_t>(runs.size())});
      runs.push_back({begin, at, depth + 1});
    }
    node.edge_count = static_cast<std::uint32_t>(edges_.size()) - node.first_edge;
    nodes_.push_back(node);
  }
  root_.assign(root_size, 0);
  for (std::uint32_t edge = 0; edge < nodes_[0].edge_count; ++edge)
    root_[edges_[edge].unit] = edges_[edge].node;
  root_classes_.assign(nodes_[0].edge_count + 1, 0);
  for (const auto& [surface, entry] : pending_)
    root_classes_[root_[surface.front()]] |= mask(entry.word_class);
  pending_.clear();
  pending_.shrink_to_fit();
}

const Lexicon::Node* Lexicon::step(const Node* from, char16_t unit) const {
  if (from == nodes_.data()) return root_[unit] == 0 ? nullptr : &nodes_[root_[unit]];
  const Edge* first = edges_.data() + from->first_edge;
  const Edge* last = first + from->edge_count;
  if (from->edge_count > narrow) {
    first = std::lower_bound(first, last, unit, [](const Edge& edge, char16_t u) { return edge.unit < u; });
  } else {
    while (first != last && first->unit < unit) ++first;
  }
  return first != last && first->unit == unit ? &nodes_[first->node] : nullptr;
}

std::optional<Match> Lexicon::longest(std::u16string_view text, std::size_t at, ClassMask classes) const {
  std::optional<Match> best;
  const Node* node = nodes_.data();
  for (std::size_t end = at; end < text.size();) {
    node = step(node, text[end++]);
    if (node == nullptr) break;
    for (std::uint32_t number = 0; number < node->entry_count; ++number) {
      const EntryRef entry = entries_[node->first_entry + number];
      if (!in(classes, entry)) continue;
      best = Match{static_cast<std::uint32_t>(end - at), entry};
      break;
    }
  }
  return best;
}

void Lexicon::each(std::u16string_view text, std::size_t at, ClassMask classes,
                   std::vector<Match>& found) const {
  const Node* node = nodes_.data();
  for (std::size_t end = at; end < text.size();) {
    node = step(node, text[end++]);
    if (node == nullptr) return;
    for (std::uint32_t number = 0; number < node->entry_count; ++number) {
      const EntryRef entry = entries_[node->first_entry + number];
      if (in(classes, entry)) found.push_back({static_cast<std::uint32_t>(end - at), entry});
    }
  }
}

std::vector<EntryRef> Lexicon::entries_of(std::u16string_view surface) const {
  const Node* node = nodes_.data();
  for (const char16_t unit : surface) {
    node = step(node, unit);
    if (node == nullptr) return {};
  }
  const auto first = entries_.begin() + node->first_entry;
  return {first, first + node->entry_count};
}

}  // namespace mujun::knowledge
