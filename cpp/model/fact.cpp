#include "model/fact.hpp"

#include <array>
#include <cstddef>

namespace mujun {
namespace {

constexpr std::array<std::string_view, 7> qualifiers{"exact",  "about", "over",   "at_least",
                                                     "nearly", "under", "at_most"};
constexpr std::array<std::string_view, 9> measures{"level",      "growth",       "change", "share",   "gap",
                                                   "completion", "contribution", "rank",   "multiple"};
constexpr std::array<std::string_view, 6> bases{"", "yoy", "mom", "qoq", "prior", "average"};
constexpr std::array<std::string_view, 4> statuses{"actual", "target", "threshold", "expected"};

static_assert(qualifiers.size() == static_cast<std::size_t>(Qualifier::at_most) + 1);
static_assert(measures.size() == static_cast<std::size_t>(Measure::multiple) + 1);
static_assert(bases.size() == static_cast<std::size_t>(Basis::average) + 1);
static_assert(statuses.size() == static_cast<std::size_t>(Status::expected) + 1);

}  // namespace

std::string_view name_of(Qualifier value) {
  return qualifiers[static_cast<std::size_t>(value)];
}
std::string_view name_of(Measure value) {
  return measures[static_cast<std::size_t>(value)];
}
std::string_view name_of(Basis value) {
  return bases[static_cast<std::size_t>(value)];
}
std::string_view name_of(Status value) {
  return statuses[static_cast<std::size_t>(value)];
}

}  // namespace mujun
