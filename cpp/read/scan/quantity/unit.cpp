#include "read/scan/quantity/unit.hpp"

#include <algorithm>
#include <array>

#include "read/scan/numeral/signs.hpp"

namespace mujun::scan {
namespace {

constexpr int wan = 4;

using knowledge::mask;
using knowledge::Match;
using knowledge::WordClass;

UnitIndex index_of(const Match& match) {
  return static_cast<UnitIndex>(match.entry.index);
}

/// 个 with 多, 余 or 半 inside the unit: 两个多月, 一个半月.
std::optional<UnitReading> split_unit(const Source& source, std::size_t place) {
  const char16_t inside = source.at(place + 1);
  if (source.at(place) != u'个' || !is_one_of(inside, u"多余半")) return std::nullopt;
  std::array<char16_t, 4> joined{u'个'};
  const std::u16string_view rest = source.text.substr(std::min(place + 2, source.text.size()), 3);
  std::copy(rest.begin(), rest.end(), joined.begin() + 1);
  const auto match = source.knowledge.lexicon().longest({joined.data(), rest.size() + 1}, 0, WordClass::unit);
  if (!match || match->length < 2) return std::nullopt;
  UnitReading reading;
  reading.unit.numerator = index_of(*match);
  reading.end = static_cast<std::uint32_t>(place + match->length + 1);
  (inside == u'半' ? reading.half : reading.more) = true;
  return reading;
}

/// The denominator behind `/` or 每, with its own magnitude; changes nothing where there is none.
bool read_denominator(const Source& source, UnitReading& reading) {
  if (!is_one_of(source.at(reading.end), u"/每")) return false;
  std::size_t place = reading.end + 1;
  int power = 0;
  auto match = unit_at(source, place);
  if (!match && is_one_of(source.at(place), u"百千万亿")) {
    power = sign_of(source.at(place)).value;
    match = unit_at(source, ++place);
  }
  if (!match) return false;
  reading.unit.denominator = index_of(*match);
  reading.end = static_cast<std::uint32_t>(place + match->length);
  reading.power = -power;
  return true;
}

/// 两年半, 三倍半.
bool takes_half(const Source& source, const UnitReading& reading) {
  const std::string_view dimension = source.dimension(reading.unit.numerator);
  const bool fits = dimension == "time" || dimension == "calendar" || dimension == "multiple";
  return fits && source.at(reading.end) == u'半' && !is_one_of(source.at(reading.end + 1), u"年天月");
}

}  // namespace

std::optional<Match> unit_at(const Source& source, std::size_t place, bool large) {
  const auto match = source.word(place, WordClass::unit);
  if (!match) return std::nullopt;
  const std::size_t end = place + match->length;
  if (is_letter(source.before(end)) && is_letter(source.at(end))) return std::nullopt;
  const auto idiom = source.word(place, WordClass::numeral_idiom);
  if (!idiom || idiom->length <= match->length) return match;
  const bool always = source.knowledge.word(idiom->entry.index).value.empty();
  return always || large ? std::nullopt : match;
}

std::optional<UnitReading> read_unit(const Source& source, const Numeral& numeral) {
  std::size_t place = numeral.span.end;
  while (source.at(place) == u' ' && place < numeral.span.end + 2) ++place;
  UnitReading reading;
  reading.end = static_cast<std::uint32_t>(place);
  if (numeral.magnitude > 0 && source.at(place) == u'/') {
    reading.unit.numerator = source.unit_named(u"元");
    return read_denominator(source, reading) ? std::optional(reading) : std::nullopt;
  }
  const bool round = numeral.magnitude > 0 || numeral.low.exponent > 0 || numeral.low.mantissa % 10 == 0;
  if (source.at(place) == u'来' && round && unit_at(source, place + 1)) {
    reading.about = true;
    ++place;
  }
  const auto match = unit_at(source, place, numeral.magnitude >= wan);
  if (const auto split = split_unit(source, place)) return split;
  if (!match) return std::nullopt;
  reading.unit.numerator = index_of(*match);
  reading.end = static_cast<std::uint32_t>(place + match->length);
  if (!read_denominator(source, reading) && takes_half(source, reading)) {
    reading.half = true;
    ++reading.end;
  }
  return reading;
}

}  // namespace mujun::scan
