// The knowledge base at run time: the compiled tables, and what an analyst adds, in one lexicon.
#pragma once

#include <compare>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/tables.hpp"
#include "model/text.hpp"

namespace mujun::knowledge {

/// An entry: a row of its class's table.
struct EntryRef {
  WordClass word_class;
  std::uint16_t index;
  friend bool operator==(EntryRef, EntryRef) = default;
};

/// A surface found at a place: how many units long, and whose it is.
struct Match {
  std::uint32_t length = 0;
  EntryRef entry{};
};

/// And where it was found.
struct FoundMatch {
  std::uint32_t at = 0;
  Match match{};
};

/// A set of word classes, each with its bit; those that are only asked for share one, behind the others.
using ClassMask = std::uint64_t;
constexpr bool is_asked(WordClass c) {
  return c >= first_asked;
}
constexpr ClassMask bit_of(WordClass c) {
  return ClassMask{1} << static_cast<unsigned>(is_asked(c) ? first_asked : c);
}
constexpr ClassMask bit_of(ClassMask classes) {
  return classes;
}
/// A class that shares its bit is in no set: no program that says so compiles.
consteval ClassMask mask(std::initializer_list<WordClass> classes) {
  ClassMask all = 0;
  for (const WordClass c : classes) {
    if (is_asked(c)) throw "ask for this class by its name";
    all |= bit_of(c);
  }
  return all;
}
consteval ClassMask mask(WordClass c) {
  return mask({c});
}

struct Indicator {
  std::string code;
  std::u16string name;
  std::string kind;
  std::string dimension;
  bool stock = false;
  int better = 0;
  std::string numerator;
  std::string denominator;
};

/// The dimensions that the reading of a page asks for, as one number; `other` for the rest.
enum class UnitKind : std::uint8_t {
  other,
  age,
  area,
  calendar,
  count,
  length,
  mass,
  money,
  multiple,
  point,
  ratio,
  time,
  volume
};
UnitKind kind_of(std::string_view dimension);

struct Unit {
  std::string id;
  std::u16string symbol;
  std::string dimension;
  std::int64_t factor_num = 1;
  std::int64_t factor_den = 1;
  std::u16string base;
  UnitKind kind = kind_of(dimension);
  std::string symbol_utf8 = to_utf8(symbol);  // as facts have them
  std::string base_utf8 = to_utf8(base);
};

struct Region {
  std::string code;
  std::u16string name;
  int level = 0;
  std::string parent;
};

struct Word {
  WordClass word_class;
  std::string id;
  int direction = 0;
  std::string value;
};

/// A surface of an entry that is added at run time.
struct AddedSurface {
  std::u16string text;
  EntryRef entry;
};

/// A trie over every surface, laid out as a double array (Aoe 1989): the child of a node by a unit stands at
/// the node's base plus the unit's code, and is its child if it says so. Matching walks it from a position;
/// it never allocates.
class Lexicon {
 public:
  /// `surface` must live until freeze().
  void add(std::u16string_view surface, EntryRef entry);
  void freeze();

  /// The longest surface of `classes` that starts at `at`; where several entries share it, the first by
  /// class.
  std::optional<Match> longest(std::u16string_view text, std::size_t at,
                               ClassMask classes = ~ClassMask{0}) const {
    if (at >= text.size() || (may_start(text, at) & classes) == 0) return std::nullopt;
    return walk(text.substr(at), classes);
  }
  /// The longest surface of this class that starts at `at`.
  std::optional<Match> longest(std::u16string_view text, std::size_t at, WordClass word_class) const {
    if (at >= text.size() || (may_start(text, at) & bit_of(word_class)) == 0) return std::nullopt;
    return is_asked(word_class) ? walk_to(text.substr(at), word_class)
                                : walk(text.substr(at), bit_of(word_class));
  }
  /// The classes of the surfaces that may start at `at`: most places start none, which their first two units
  /// tell without a walk, and without a branch.
  ClassMask may_start(std::u16string_view text, std::size_t at) const {
    return may_start(code_of(text, at), code_of(text, at + 1));
  }
  /// The same by the units' codes: a pass over a text looks each up once.
  ClassMask may_start(std::uint16_t code, std::uint16_t next) const {
    const std::size_t pair = pair_of(code, next);
    const ClassMask paired = ClassMask{0} - (pairs_[pair / 64] >> pair % 64 & 1);
    return first_classes_[code].alone | (first_classes_[code].any & paired);
  }
  std::uint16_t code_of(std::u16string_view text, std::size_t at) const {
    return at < text.size() ? codes_[text[at]] : std::uint16_t{0};
  }
  /// The classes of which some surface starts with this unit: a scan passes over the units that give none of
  /// its own.
  ClassMask classes_from(char16_t unit) const { return first_classes_[codes_[unit]].any; }
  /// The first place from `at` on whose unit starts some surface of `classes`; the text's end where none
  /// does.
  std::uint32_t next_start(std::u16string_view text, std::uint32_t at, ClassMask classes) const {
    while (at < text.size() && (classes_from(text[at]) & classes) == 0) ++at;
    return at;
  }
  /// The first surface of `which`, of a class or of any of several, that starts from `at` on and before `end`
  /// and is no shorter than `shortest`.
  template <class Which>
  std::optional<FoundMatch> find(std::u16string_view text, std::uint32_t at, std::uint32_t end, Which which,
                                 std::uint32_t shortest = 1) const {
    const std::u16string_view until = text.substr(0, end);
    const ClassMask bits = bit_of(which);
    for (at = next_start(until, at, bits); at < until.size(); at = next_start(until, at + 1, bits)) {
      const auto match = longest(text, at, which);
      if (match && match->length >= shortest) return FoundMatch{at, *match};
    }
    return std::nullopt;
  }
  /// All entries of exactly this surface.
  std::span<const EntryRef> entries_of(std::u16string_view surface) const;

 private:
  /// Of the surfaces that start with a unit, and of those that are nothing else.
  struct FirstClasses {
    ClassMask any = 0;
    ClassMask alone = 0;
  };
  /// Four to a line of the processor's cache: walking is waiting for them.
  struct Node {
    std::uint32_t parent = 0;  // no_node for a free place
    std::uint32_t base = 0;    // 0 where no surface goes on
    std::uint32_t first_entry = 0;
    std::uint16_t entry_count = 0;
    std::uint16_t classes = 0;  // of classes_
  };
  /// The classes of the surfaces that end at a node, and of those that end there or go on.
  struct NodeClasses {
    ClassMask here = 0;
    ClassMask below = 0;
    auto operator<=>(const NodeClasses&) const = default;
  };
  static_assert(sizeof(Node) == 16);
  static constexpr std::uint32_t no_node = 0xFFFFFFFF;

  const Node* child(const Node& node, char16_t unit) const {
    const Node& next = nodes_[node.base + codes_[unit]];
    return next.parent == static_cast<std::uint32_t>(&node - nodes_.data()) ? &next : nullptr;
  }
  std::span<const EntryRef> entries_at(const Node& node) const {
    return {entries_.data() + node.first_entry, node.entry_count};
  }
  static constexpr std::size_t pair_count = std::size_t{1} << 18;
  /// Where two units are marked, those of other pairs beside them: a mark says that a surface may start so.
  static constexpr std::size_t pair_of(std::size_t first, std::size_t second) {
    return (first * 67 + second) % pair_count;
  }
  std::optional<Match> walk(std::u16string_view text, ClassMask classes) const;
  std::optional<Match> walk_to(std::u16string_view text, WordClass asked) const;
  void number_units();

  std::vector<std::pair<std::u16string_view, EntryRef>> pending_;
  std::vector<std::uint16_t> codes_;         // of every unit: 0 for one that no surface holds
  std::vector<FirstClasses> first_classes_;  // of every code
  std::vector<std::uint64_t> pairs_;         // a bit each: the first two codes of some surface
  std::vector<Node> nodes_;                  // the root first
  std::vector<NodeClasses> classes_;         // each that some node has
  std::vector<EntryRef> entries_;
};

class Knowledge {
 public:
  /// The compiled tables; built once, on first use.
  static std::shared_ptr<const Knowledge> builtin();
  /// The compiled tables with more entries behind them (their EntryRefs count on from the built-in rows).
  static std::shared_ptr<const Knowledge> with(std::vector<Indicator> indicators, std::vector<Unit> units,
                                               std::vector<Region> regions, std::vector<Word> words,
                                               std::vector<AddedSurface> surfaces);

  const Lexicon& lexicon() const { return lexicon_; }
  const Indicator& indicator(std::uint16_t index) const { return indicators_[index]; }
  const Unit& unit(std::uint16_t index) const { return units_[index]; }
  const Region& region(std::uint16_t index) const { return regions_[index]; }
  const Word& word(std::uint16_t index) const { return words_[index]; }
  std::span<const Indicator> indicators() const { return indicators_; }
  std::span<const Unit> units() const { return units_; }
  std::span<const Region> regions() const { return regions_; }
  std::span<const Word> words() const { return words_; }

  /// The region of this code (the first, where a code had several names); null where there is none.
  const Region* find_region(std::string_view code) const;

  /// Whether a word of this class stands in `text`, or ends it.
  bool holds(std::u16string_view text, WordClass word_class) const;
  bool ends_with(std::u16string_view text, WordClass word_class) const;
  /// The longest word of this class that ends `text`; nothing where none does.
  std::optional<Match> ending(std::u16string_view text, WordClass word_class) const;
  /// The last word of this class in `text`, and where it ends; nothing, and 0, where there is none.
  std::optional<FoundMatch> last(std::u16string_view text, WordClass word_class) const;
  std::size_t end_of_last(std::u16string_view text, WordClass word_class) const;

  /// "gdp", "yuan", "grow": what an entry is called within its class.
  const std::string& id_of(EntryRef entry) const;
  /// "indicator:gdp", "unit:yuan", "growth_verb:grow": how a trail names an entry.
  std::string name_of(EntryRef entry) const {
    std::string name;
    append_name(entry, name);
    return name;
  }
  void append_name(EntryRef entry, std::string& out) const;

 private:
  Knowledge();
  std::vector<Indicator> indicators_;
  std::vector<Unit> units_;
  std::vector<Region> regions_;
  std::vector<Word> words_;
  Lexicon lexicon_;
};

std::string_view name_of(WordClass word_class);

}  // namespace mujun::knowledge
