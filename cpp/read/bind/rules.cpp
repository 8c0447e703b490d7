#include "read/bind/rules.hpp"

namespace mujun::bind {
namespace {

// Comparisons before movements (高于全省…提高), movements before amounts; a count takes its noun from the
// right before a level takes its name from the left.
constexpr Rule rules[] = {
    {"restated", restated},
    {"bracketed", bracketed},
    {"rank", rank},
    {"gap", gap},
    {"contribution", contribution},
    {"planned_amount", planned_amount},
    {"completion", completion},
    {"share", share},
    {"share_granted", share_granted},
    {"multiple", multiple},
    {"from_to", from_to},
    {"growth", growth},
    {"change", change},
    {"counted_noun", counted_noun},
    {"level", level},
};

}  // namespace

bool read_figure(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  for (const Rule& rule : rules) {
    Draft attempt;
    attempt.figure = &figure;
    attempt.rule = rule.name;
    if (!rule.read(around, figure, memory, attempt)) continue;
    draft = std::move(attempt);
    return true;
  }
  return false;
}

}  // namespace mujun::bind
