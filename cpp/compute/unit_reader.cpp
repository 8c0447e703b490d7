#include "compute/unit_reader.hpp"

#include <algorithm>
#include <charconv>

#include "compute/input_error.hpp"
#include "model/text.hpp"
#include "read/fold/fold.hpp"

namespace mujun::compute {
namespace {

using knowledge::EntryRef;
using knowledge::WordClass;

constexpr std::u16string_view division = u"/每";
constexpr std::u16string_view multiplication = u"·*×⋅";
constexpr std::u16string_view end_of_product = u"/每)";
constexpr std::u16string_view end_of_factor = u"/每·*×⋅)";

std::u16string folded(std::string_view text, const knowledge::Knowledge& knowledge) {
  std::u32string points;
  for (Utf8Reader reader(text); !reader.done();) points += reader.next().value_or(U'\uFFFD');
  std::u16string folded = fold::fold(PageView(points), knowledge).text;
  std::erase_if(folded, [](char16_t c) { return c == u' ' || c == u'\t' || c == u'\n'; });
  return folded;
}

Dimension dimension_of(const knowledge::Unit& unit) {
  if (unit.dimension == "ratio") return {};
  if (unit.dimension == "count") return Dimension("count:" + unit.base_utf8);
  return Dimension(unit.dimension);
}

Unit unit_of(const knowledge::Unit& unit) {
  // The table prints rates in %, while here they are pure numbers, so that 万元/亿元 and % meet.
  const Factor of_number = unit.dimension == "ratio" ? Factor(1, 100) : Factor();
  return {{}, dimension_of(unit), Factor(unit.factor_num, unit.factor_den) * of_number};
}

Unit times(const Unit& left, const Unit& right) {
  return {{}, left.dimension * right.dimension, left.factor * right.factor};
}

Unit over(const Unit& left, const Unit& right) {
  return {{}, left.dimension * right.dimension.inverse(), left.factor / right.factor};
}

}  // namespace

UnitReader::UnitReader(std::string_view text)
    : written_(text), knowledge_(knowledge::Knowledge::builtin()), text_(folded(text, *knowledge_)) {}

Unit UnitReader::read() {
  if (text_.empty()) throw InputError("there is no unit: say which, such as 万元 or 元/平方米");
  std::optional<Unit> unit = known(text_);  // 头(只) is one name, brackets and all
  if (!unit) {
    unit = quotient();
    if (!done()) refuse(std::u16string_view(text_).substr(at_));
  }
  unit->text = written_;
  return *unit;
}

bool UnitReader::takes(std::u16string_view any_of) {
  if (done() || any_of.find(text_[at_]) == std::u16string_view::npos) return false;
  ++at_;
  return true;
}

std::u16string_view UnitReader::up_to(std::u16string_view any_of) const {
  const std::u16string_view rest = std::u16string_view(text_).substr(at_);
  std::size_t end = 0;
  for (int depth = 0; end < rest.size(); ++end) {  // 头(只) is one name
    if (rest[end] == u'(') ++depth;
    if (depth == 0 && any_of.find(rest[end]) != std::u16string_view::npos) break;
    if (rest[end] == u')') --depth;
  }
  return rest.substr(0, end);
}

Unit UnitReader::quotient() {
  Unit unit = product();
  while (takes(division)) unit = over(unit, product());
  return unit;
}

Unit UnitReader::product() {
  // A product may have an entry of its own: 人·年.
  const std::u16string_view whole = up_to(end_of_product);
  if (const auto unit = known(whole)) {
    at_ += whole.size();
    return *unit;
  }
  Unit unit = factor();
  while (takes(multiplication)) unit = times(unit, factor());
  return unit;
}

Unit UnitReader::factor() {
  if (takes(u"(")) {
    const Unit inner = quotient();
    if (!takes(u")")) throw InputError("in '" + written_ + "' a bracket is not closed");
    return inner;
  }
  const std::u16string_view name = up_to(end_of_factor);
  if (name.empty()) throw InputError("in '" + written_ + "' a unit is missing");
  at_ += name.size();
  return named(name);
}

/// The longest name first: 千瓦 is a unit, 千元 a thousand of one.
Unit UnitReader::named(std::u16string_view name) const {
  int power = 0;
  for (std::u16string_view rest = name; !rest.empty();) {
    if (auto unit = known(rest)) {
      unit->factor = unit->factor * Factor::ten_to(power);
      return *unit;
    }
    const auto sign = knowledge_->lexicon().longest(rest, 0, WordClass::numeral_magnitude);
    if (!sign) break;
    const std::string& value = knowledge_->word(sign->entry.index).value;
    int magnitude = 0;
    std::from_chars(value.data(), value.data() + value.size(), magnitude);
    power += magnitude;
    rest.remove_prefix(sign->length);
  }
  refuse(name);
}

std::optional<Unit> UnitReader::known(std::u16string_view name) const {
  if (name.empty()) return std::nullopt;
  // A unit that takes 个 behind a number does without it behind another unit: 元/月.
  for (const std::u16string& surface : {std::u16string(name), u'个' + std::u16string(name)}) {
    for (const EntryRef entry : knowledge_->lexicon().entries_of(surface)) {
      if (entry.word_class != WordClass::unit) continue;
      const knowledge::Unit& unit = knowledge_->unit(entry.index);
      if (auto product = thing_by_time(unit)) return product;
      return unit_of(unit);
    }
  }
  // What the fact table prints may be no surface: 里 alone is found in too many words.
  const auto units = knowledge_->units();
  const auto printed = std::find_if(units.begin(), units.end(),
                                    [&](const knowledge::Unit& unit) { return unit.symbol == name; });
  if (printed == units.end()) return std::nullopt;
  return unit_of(*printed);
}

std::optional<Unit> UnitReader::thing_by_time(const knowledge::Unit& unit) const {
  if (unit.dimension != "count") return std::nullopt;
  const std::u16string_view symbol = unit.symbol;
  for (std::size_t cut = 1; cut < symbol.size(); ++cut) {
    const auto time = known(symbol.substr(cut));
    if (!time || (!time->dimension.is("calendar") && !time->dimension.is("time"))) continue;
    if (const auto thing = known(symbol.substr(0, cut))) return times(*thing, *time);
  }
  return std::nullopt;
}

void UnitReader::refuse(std::u16string_view part) const {
  const std::string name = to_utf8(part);
  throw InputError((name == written_ ? "" : "in '" + written_ + "' ") + "'" + name +
                   "' is no unit: mujun.knowledge.units() lists those that are known");
}

}  // namespace mujun::compute
