#include "knowledge/knowledge.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>
#include <utility>

namespace mujun::knowledge {
namespace {

constexpr std::size_t longest_ending = 5;  // characters of a word that a wording may end with

constexpr std::array<std::pair<std::string_view, UnitKind>, 12> unit_kinds{{
    {"age", UnitKind::age},
    {"area", UnitKind::area},
    {"calendar", UnitKind::calendar},
    {"count", UnitKind::count},
    {"length", UnitKind::length},
    {"mass", UnitKind::mass},
    {"money", UnitKind::money},
    {"multiple", UnitKind::multiple},
    {"point", UnitKind::point},
    {"ratio", UnitKind::ratio},
    {"time", UnitKind::time},
    {"volume", UnitKind::volume},
}};

/// Moves `added` behind `rows`; entries are 16-bit row numbers, so a table has an end.
template <class Row>
void extend(std::vector<Row>& rows, std::vector<Row>&& added) {
  if (rows.size() + added.size() > std::numeric_limits<std::uint16_t>::max()) {
    throw std::length_error("too many knowledge entries");
  }
  rows.insert(rows.end(), std::make_move_iterator(added.begin()), std::make_move_iterator(added.end()));
}

}  // namespace

UnitKind kind_of(std::string_view dimension) {
  const auto found = std::ranges::find(unit_kinds, dimension, &decltype(unit_kinds)::value_type::first);
  return found == unit_kinds.end() ? UnitKind::other : found->second;
}

std::string_view name_of(WordClass word_class) {
  return class_names[static_cast<std::size_t>(word_class)];
}

Knowledge::Knowledge() {
  for (const IndicatorRow& row : indicator_rows) {
    indicators_.push_back(
        {row.code, row.name, row.kind, row.dimension, row.stock, row.better, row.numerator, row.denominator});
  }
  for (const UnitRow& row : unit_rows) {
    units_.push_back({row.id, row.symbol, row.dimension, row.factor_num, row.factor_den, row.base});
  }
  for (const RegionRow& row : region_rows) regions_.push_back({row.code, row.name, row.level, row.parent});
  for (const WordRow& row : word_rows) words_.push_back({row.word_class, row.id, row.direction, row.value});
}

std::shared_ptr<const Knowledge> Knowledge::builtin() {
  static const std::shared_ptr<const Knowledge> knowledge = with({}, {}, {}, {}, {});
  return knowledge;
}

std::shared_ptr<const Knowledge> Knowledge::with(std::vector<Indicator> indicators, std::vector<Unit> units,
                                                 std::vector<Region> regions, std::vector<Word> words,
                                                 std::vector<AddedSurface> surfaces) {
  std::shared_ptr<Knowledge> knowledge(new Knowledge());
  extend(knowledge->indicators_, std::move(indicators));
  extend(knowledge->units_, std::move(units));
  extend(knowledge->regions_, std::move(regions));
  extend(knowledge->words_, std::move(words));
  // Added first: where an added entry shares a surface with a built-in one of its class, the added one
  // answers.
  for (const AddedSurface& surface : surfaces) knowledge->lexicon_.add(surface.text, surface.entry);
  for (const SurfaceRow& row : surface_rows) knowledge->lexicon_.add(row.text, {row.word_class, row.entry});
  knowledge->lexicon_.freeze();
  return knowledge;
}

bool Knowledge::holds(std::u16string_view text, WordClass word_class) const {
  const auto end = static_cast<std::uint32_t>(text.size());
  return lexicon_.find(text, 0, end, word_class).has_value();
}

std::optional<FoundMatch> Knowledge::last(std::u16string_view text, WordClass word_class) const {
  for (auto start = static_cast<std::uint32_t>(text.size()); start-- > 0;) {
    if (const auto match = lexicon_.longest(text, start, word_class)) return FoundMatch{start, *match};
  }
  return std::nullopt;
}

std::size_t Knowledge::end_of_last(std::u16string_view text, WordClass word_class) const {
  const auto found = last(text, word_class);
  return found ? found->at + found->match.length : 0;
}

bool Knowledge::ends_with(std::u16string_view text, WordClass word_class) const {
  for (std::size_t start = text.size(); start-- > 0;) {
    const auto match = lexicon_.longest(text, start, word_class);
    if (match && start + match->length == text.size()) return true;
    if (text.size() - start == longest_ending) break;
  }
  return false;
}

std::optional<Match> Knowledge::ending(std::u16string_view text, WordClass word_class) const {
  for (std::size_t start = text.size() - std::min(text.size(), longest_ending); start < text.size();
       ++start) {
    const auto match = lexicon_.longest(text, start, word_class);
    if (match && start + match->length == text.size()) return match;
  }
  return std::nullopt;
}

const Region* Knowledge::find_region(std::string_view code) const {
  const auto added = regions_.begin() + static_cast<std::ptrdiff_t>(region_rows.size());
  const auto built_in = std::ranges::lower_bound(regions_.begin(), added, code, {}, &Region::code);
  if (built_in != added && built_in->code == code) return &*built_in;
  const auto found = std::ranges::find(added, regions_.end(), code, &Region::code);
  return found == regions_.end() ? nullptr : &*found;
}

const std::string& Knowledge::id_of(EntryRef entry) const {
  switch (entry.word_class) {
    case WordClass::indicator:
      return indicators_[entry.index].code;
    case WordClass::unit:
      return units_[entry.index].id;
    case WordClass::region:
      return regions_[entry.index].code;
    default:
      return words_[entry.index].id;
  }
}

void Knowledge::append_name(EntryRef entry, std::string& out) const {
  out.append(knowledge::name_of(entry.word_class)).append(1, ':').append(id_of(entry));
}

}  // namespace mujun::knowledge
