#include <algorithm>
#include <limits>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

#include "knowledge/knowledge.hpp"

namespace mujun::knowledge {
namespace {

constexpr std::size_t unit_count = std::size_t{std::numeric_limits<char16_t>::max()} + 1;

bool in(ClassMask classes, EntryRef entry) {
  return (classes & bit_of(entry.word_class)) != 0;
}

/// The surfaces that begin alike, as a range of the sorted ones, and the units that they go on with: the runs
/// `first_child` to `last_child`.
struct Run {
  std::uint32_t first;
  std::uint32_t last;
  std::uint16_t code = 0;  // of the unit that leads here
  std::uint32_t first_child = 0;
  std::uint32_t last_child = 0;
  std::uint32_t base = 0;
  std::uint32_t place = 0;
  ClassMask here = 0;
  ClassMask below = 0;
};

/// The free places of a double array. A place taken leads on to the next that may be free.
class FreePlaces {
 public:
  std::uint32_t from(std::uint32_t place) {
    grow(place + 1);
    std::uint32_t free = place;
    while (next_[free] != free) grow((free = next_[free]) + 1);
    while (next_[place] != free) place = std::exchange(next_[place], free);
    return free;
  }
  bool is_free(std::uint32_t place) {
    grow(place + 1);
    return next_[place] == place;
  }
  void take(std::uint32_t place) {
    grow(place + 1);
    next_[place] = place + 1;
  }
  std::size_t size() const { return next_.size(); }

 private:
  void grow(std::uint32_t size) {
    while (next_.size() < size) next_.push_back(static_cast<std::uint32_t>(next_.size()));
  }
  std::vector<std::uint32_t> next_;
};

/// The lowest base from which every child's place is free; takes them.
std::uint32_t place_children(std::span<const Run> children, FreePlaces& free) {
  const std::uint16_t least = children.front().code;
  for (std::uint32_t place = free.from(std::max<std::uint32_t>(least, 1));; place = free.from(place + 1)) {
    const std::uint32_t base = place - least;
    if (!std::ranges::all_of(children, [&](const Run& child) { return free.is_free(base + child.code); }))
      continue;
    for (const Run& child : children) free.take(base + child.code);
    return base;
  }
}

}  // namespace

void Lexicon::add(std::u16string_view surface, EntryRef entry) {
  if (!surface.empty()) pending_.emplace_back(surface, entry);
}

void Lexicon::number_units() {
  codes_.assign(unit_count, 0);
  for (const auto& [surface, entry] : pending_)
    for (const char16_t unit : surface) codes_[unit] = 1;
  std::uint16_t code = 0;
  for (std::uint16_t& of_unit : codes_)
    if (of_unit != 0) of_unit = ++code;
  first_classes_.assign(code + std::size_t{1}, {});
  pairs_.assign(pair_count / 64, 0);
  for (const auto& [surface, entry] : pending_) {
    const std::uint16_t first = codes_[surface.front()];
    first_classes_[first].any |= bit_of(entry.word_class);
    if (surface.size() == 1) {
      first_classes_[first].alone |= bit_of(entry.word_class);
    } else {
      const std::size_t pair = pair_of(first, codes_[surface[1]]);
      pairs_[pair / 64] |= std::uint64_t{1} << pair % 64;
    }
  }
}

void Lexicon::freeze() {
  const auto order = [](const auto& left, const auto& right) {
    return std::tie(left.first, left.second.word_class) < std::tie(right.first, right.second.word_class);
  };
  // Stable, so that entries of one class keep the order in which they were added.
  if (!std::ranges::is_sorted(pending_, order)) std::ranges::stable_sort(pending_, order);
  number_units();

  // Breadth first over the sorted surfaces: the children of a node are the runs of equal next units.
  std::vector<Run> runs{{.first = 0, .last = static_cast<std::uint32_t>(pending_.size())}};
  std::vector<std::uint32_t> first_entries;
  entries_.clear();
  std::size_t depth = 0;
  for (std::size_t number = 0, deeper = 1; number < runs.size(); ++number) {
    if (number == deeper) {
      ++depth;
      deeper = runs.size();
    }
    std::uint32_t at = runs[number].first;
    const std::uint32_t last = runs[number].last;
    first_entries.push_back(static_cast<std::uint32_t>(entries_.size()));
    for (; at < last && pending_[at].first.size() == depth; ++at) entries_.push_back(pending_[at].second);
    runs[number].first_child = static_cast<std::uint32_t>(runs.size());
    while (at < last) {
      const char16_t unit = pending_[at].first[depth];
      const std::uint32_t begin = at;
      while (at < last && pending_[at].first[depth] == unit) ++at;
      runs.push_back({.first = begin, .last = at, .code = codes_[unit]});
    }
    runs[number].last_child = static_cast<std::uint32_t>(runs.size());
  }
  first_entries.push_back(static_cast<std::uint32_t>(entries_.size()));

  // The widest nodes are placed first, so that the many narrow ones fill the gaps between them.
  std::vector<std::uint32_t> widest(runs.size());
  std::iota(widest.begin(), widest.end(), 0U);
  const auto width = [&](std::uint32_t number) { return runs[number].last_child - runs[number].first_child; };
  std::ranges::stable_sort(widest, std::ranges::greater{}, width);
  FreePlaces free;
  free.take(0);
  for (const std::uint32_t number : widest) {
    if (width(number) == 0) break;
    const std::span children(runs.data() + runs[number].first_child, width(number));
    runs[number].base = place_children(children, free);
  }
  // Any unit's code may be added to any base.
  nodes_.assign(free.size() + first_classes_.size(), Node{.parent = no_node});
  for (std::size_t number = runs.size(); number-- > 0;) {
    Run& run = runs[number];
    for (std::uint32_t entry = first_entries[number]; entry < first_entries[number + 1]; ++entry)
      run.here |= bit_of(entries_[entry].word_class);
    run.below = run.here;
    for (std::uint32_t child = run.first_child; child < run.last_child; ++child)
      run.below |= runs[child].below;
  }
  std::map<NodeClasses, std::uint16_t> sets;
  for (std::size_t number = 0; number < runs.size(); ++number) {
    const Run& run = runs[number];
    Node& node = nodes_[run.place];
    node.classes =
        sets.try_emplace({run.here, run.below}, static_cast<std::uint16_t>(sets.size())).first->second;
    node.base = run.base;
    node.first_entry = first_entries[number];
    node.entry_count = static_cast<std::uint16_t>(first_entries[number + 1] - first_entries[number]);
    for (std::uint32_t child = run.first_child; child < run.last_child; ++child) {
      runs[child].place = run.base + runs[child].code;
      nodes_[runs[child].place].parent = run.place;
    }
  }
  classes_.resize(sets.size());
  for (const auto& [classes, number] : sets) classes_[number] = classes;
  pending_.clear();
  pending_.shrink_to_fit();
}

std::optional<Match> Lexicon::walk(std::u16string_view text, ClassMask classes) const {
  const Node* node = nodes_.data();
  const Node* longest = nullptr;  // on the way, chosen without a branch
  std::uint32_t longest_length = 0;
  for (std::uint32_t length = 1; length <= text.size(); ++length) {
    node = child(*node, text[length - 1]);
    if (node == nullptr) break;
    const NodeClasses& at_node = classes_[node->classes];
    if ((at_node.below & classes) == 0) break;
    const bool ends = (at_node.here & classes) != 0;
    longest = ends ? node : longest;
    longest_length = ends ? length : longest_length;
  }
  if (longest == nullptr) return std::nullopt;
  const auto entries = entries_at(*longest);
  return Match{longest_length,
               *std::ranges::find_if(entries, [classes](EntryRef entry) { return in(classes, entry); })};
}

std::optional<Match> Lexicon::walk_to(std::u16string_view text, WordClass asked) const {
  const ClassMask bit = bit_of(asked);
  const Node* node = nodes_.data();
  std::optional<Match> longest;
  for (std::uint32_t length = 1; length <= text.size(); ++length) {
    node = child(*node, text[length - 1]);
    if (node == nullptr) break;
    const NodeClasses& at_node = classes_[node->classes];
    if ((at_node.below & bit) == 0) break;
    if ((at_node.here & bit) == 0) continue;
    const auto entries = entries_at(*node);
    const auto entry = std::ranges::find(entries, asked, &EntryRef::word_class);
    if (entry != entries.end()) longest = {length, *entry};
  }
  return longest;
}

std::span<const EntryRef> Lexicon::entries_of(std::u16string_view surface) const {
  const Node* node = nodes_.data();
  for (const char16_t unit : surface) {
    node = child(*node, unit);
    if (node == nullptr) return {};
  }
  return entries_at(*node);
}

}  // namespace mujun::knowledge
