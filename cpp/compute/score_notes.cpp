#include "compute/score_notes.hpp"

#include <array>
#include <charconv>
#include <string>

namespace mujun::scoring {
namespace {

std::string number(double value) {
  std::array<char, 32> digits;
  return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}

std::string stand_in(const Indicator& indicator, std::uint8_t events) {
  switch (indicator.missing) {
    case MissingRule::zero:
      return "no points";
    case MissingRule::mean:
      return events & no_mean ? "and so in all of its group: not scored" : "the group's mean points";
    case MissingRule::exempt:
      return "exempt";
    case MissingRule::penalty:
      return number(indicator.penalty) + " points off";
    case MissingRule::unrated:
      break;
  }
  return "for which the scheme has no rule: not scored";
}

std::string note_of(const Indicator& indicator, const Source& source, std::uint8_t events) {
  if (events & missing) {
    const std::string what = events & zero_denominator ? source.denominator->name + " is 0" : "missing";
    return indicator.name + " " + what + ", " + stand_in(indicator, events);
  }
  const bool cap = events & capped;
  return indicator.name + (cap ? " capped at " : " raised to ") +
         number(cap ? *indicator.cap : *indicator.floor) + " × its weight";
}

}  // namespace

StringColumn notes_of(const Scheme& scheme, const Firms& firms, const std::vector<Figures>& found,
                      const Mask& rated) {
  StringColumn notes;
  std::string note;
  for (std::size_t row = 0; row < firms.rows; ++row) {
    note = rated[static_cast<Eigen::Index>(row)] ? "" : exempt_note;
    for (std::size_t i = 0; i < found.size(); ++i) {
      const std::uint8_t events = found[i].events[row];
      if (events == 0) continue;
      if (!note.empty()) note += "; ";
      note += note_of(scheme.indicators[i], firms.sources[i], events);
    }
    notes.push_optional(note);
  }
  return notes;
}

}  // namespace mujun::scoring
