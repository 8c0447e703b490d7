// A printed growth or change against the levels that it lies between.
#include <map>

#include "compute/calendar.hpp"
#include "compute/check.hpp"
#include "compute/comparability.hpp"
#include "compute/derivation.hpp"
#include "compute/growth.hpp"
#include "compute/wording.hpp"

namespace mujun::compute {
namespace {

/// A mismatch of an indicator whose levels and growths are reckoned in different ways is no error of the
/// page.
void explain(Check& check, const FactView& facts) {
  if (check.ok != false) return;
  const std::string reasons = why_growths_differ(check.of->indicator, facts.knowledge());
  check.message += reasons.empty() ? "；请核对原文与口径" : "；可能的原因：" + reasons;
}

/// The pair's earlier level is what the growth compares with.
bool spans(const LevelPair& pair, const Figure& growth) {
  if (growth.basis == Basis::prior || growth.basis == Basis::none) return distance(*pair.now, growth) <= 1;
  const Period before = compared_with(pair.now->period, growth.basis);
  return before.end && pair.base->period.end == before.end;
}

Reckoned growth_between(const Figure& base, const Figure& now) {
  return {.value = Growth()(now.value, base.value),
          .bounds = Growth()(now.bounds, base.bounds),
          .from = {&base, &now},
          .formula = shown(now) + " ÷ " + shown(base) + " − 1"};
}

Reckoned change_between(const Figure& base, const Figure& now) {
  return {.value = difference(now, base),
          .bounds = now.bounds - base.bounds,
          .from = {&base, &now},
          .formula = shown(now) + " − " + shown(base)};
}

/// Relative to the level before, from the level now and the change. The bounds have each of them once.
Reckoned growth_of(const Figure& now, const Figure& change) {
  const std::string_view less = change.value < 0 ? " + " : " − ";
  return {.value = 100 * change.value / (now.value - change.value),
          .bounds = Interval(100) / (now.bounds / change.bounds - 1),
          .from = {&now, &change},
          .formula = shown(change) + " ÷ (" + shown(now) + std::string(less) + shown_size(change) + ")"};
}

}  // namespace

void check_growth(const FactView& facts, Checks& out) {
  std::map<std::int64_t, LevelPair> pair_of;  // by the row of the later level
  for (const LevelPair& pair : level_pairs(facts)) {
    if (is_checkable(*pair.base) && is_checkable(*pair.now)) pair_of.emplace(pair.now->row, pair);
  }
  for (const Figure& printed : facts.figures()) {
    const bool growth = printed.measure == Measure::growth && printed.basis != Basis::average;
    if ((!growth && printed.measure != Measure::change) || !is_checkable(printed)) continue;
    const Figure* now = facts.nearest(printed, Measure::level);
    const auto found = now == nullptr ? pair_of.end() : pair_of.find(now->row);
    if (found == pair_of.end() || !spans(found->second, printed)) continue;
    const Figure& base = *found->second.base;
    const bool points = printed.in_points() && now->is_percent();
    if (growth ? base.value <= 0 : !points && printed.unit != now->unit) continue;
    Check check = growth ? compare("growth", printed, growth_between(base, *now), "增速")
                         : compare("change", printed, change_between(base, *now), "增减量");
    explain(check, facts);
    out.push_back(std::move(check));
  }
}

void check_changes(const FactView& facts, Checks& out) {
  for (const Figure& change : facts.figures()) {
    if (change.measure != Measure::change || change.value == 0 || !is_checkable(change)) continue;
    const Figure* growth = facts.nearest(change, Measure::growth);
    const Figure* now = facts.nearest(change, Measure::level);
    if (growth == nullptr || now == nullptr || change.basis != growth->basis || change.unit != now->unit)
      continue;
    if (!is_checkable(*growth) || !is_checkable(*now) || growth->basis == Basis::average) continue;
    Check check = compare("growth", *growth, growth_of(*now, change), "增速");
    explain(check, facts);
    out.push_back(std::move(check));
  }
}

}  // namespace mujun::compute
