#include "read/scan/quantity/qualifier.hpp"

#include "model/fact.hpp"
#include "read/scan/numeral/signs.hpp"

namespace mujun::scan {
namespace {

using knowledge::mask;
using knowledge::WordClass;

constexpr std::size_t longest_word = 6;

QualifierReading reading_of(const Source& source, std::size_t place, const knowledge::Match& match) {
  const auto start = static_cast<std::uint32_t>(place);
  return {{start, start + match.length},
          qualifier_named(source.knowledge.word(match.entry.index).value),
          match.entry.index};
}

/// Whether the word ending at `end` is the end of a longer one: 约 of 签约, 近 of 附近.
bool ends_idiom(const Source& source, std::size_t start, std::size_t end) {
  for (std::size_t back = 1; back <= 3 && back <= start; ++back) {
    if (source.reach(start - back, WordClass::numeral_idiom) >= end) return true;
  }
  return false;
}

std::optional<QualifierReading> ending_at(const Source& source, std::size_t end) {
  for (std::size_t length = std::min(longest_word, end); length > 0; --length) {
    const std::size_t start = end - length;
    const auto match = source.word(start, WordClass::qualifier_before);
    if (!match || match->length != length || ends_idiom(source, start, end)) continue;
    return reading_of(source, start, *match);
  }
  return std::nullopt;
}

}  // namespace

Qualifier qualifier_named(std::string_view name) {
  for (auto value : {Qualifier::about, Qualifier::over, Qualifier::at_least, Qualifier::nearly,
                     Qualifier::under, Qualifier::at_most}) {
    if (name_of(value) == name) return value;
  }
  return Qualifier::exact;
}

std::optional<QualifierReading> leading_qualifier_at(const Source& source, std::size_t place) {
  const auto match = source.word(place, WordClass::qualifier_before);
  return match ? std::optional(reading_of(source, place, *match)) : std::nullopt;
}

std::optional<QualifierReading> qualifier_before(const Source& source, std::size_t place) {
  if (source.before(place) == u' ') --place;
  if (auto found = ending_at(source, place)) return found;
  if (!is_one_of(source.before(place), u"了为有达到是")) return std::nullopt;
  return ending_at(source, place - 1);
}

std::optional<QualifierReading> qualifier_after(const Source& source, std::size_t place) {
  if (source.at(place) == u' ') ++place;
  const auto match = source.word(place, WordClass::qualifier_after);
  if (!match) return std::nullopt;
  const std::size_t end = place + match->length;
  if (source.reach(place, WordClass::numeral_idiom) > end) return std::nullopt;
  // 多 and 余 open many words; behind a unit they count only where the phrase ends.
  if (match->length == 1 && is_han(source.at(end))) return std::nullopt;
  return reading_of(source, place, *match);
}

}  // namespace mujun::scan
