// From a figure and what it is measured against: the reference's figure, the plan, the whole.
#include "compute/calendar.hpp"
#include "compute/comparability.hpp"
#include "compute/derivation.hpp"
#include "compute/wording.hpp"

namespace mujun::compute {
namespace {

/// A level over the part in % that it is of something else.
Derivation over_percent(std::string_view kind, const Figure& level, const Figure& percent) {
  Derivation derived = derivation(kind, level);
  derived.reference = percent.reference;
  derived.value = 100 * level.value / percent.value;
  derived.bounds = level.bounds / (percent.bounds / 100);
  derived.formula = shown(level) + " ÷ " + shown(percent);
  derived.from = {&level, &percent};
  return derived;
}

std::string_view kind_of_reference(Measure measure) {
  if (measure == Measure::growth) return "reference_growth";
  return measure == Measure::share ? "reference_share" : "reference_level";
}

}  // namespace

void derive_reference(const FactView& facts, Derivations& out) {
  for (const Figure& gap : facts.figures()) {
    if (gap.measure != Measure::gap || gap.reference.empty() || !is_usable(gap)) continue;
    const Figure* own = gap.in_points() ? nearest_percent(facts, gap) : facts.nearest(gap, Measure::level);
    if (own == nullptr || !is_usable(*own) || !(gap.in_points() || own->unit == gap.unit)) continue;
    Derivation reference = derivation(kind_of_reference(own->measure), *own);
    reference.reference = gap.reference;
    reference.value = difference(*own, gap);
    reference.bounds = own->bounds - gap.bounds;
    reference.formula = shown(*own) + (gap.value < 0 ? " + " : " − ") + shown_size(gap);
    reference.from = {own, &gap};
    out.push_back(std::move(reference));
  }
}

void derive_plan(const FactView& facts, Derivations& out) {
  for (const Figure& completion : facts.figures()) {
    if (completion.measure != Measure::completion || !is_usable(completion) || completion.value <= 0)
      continue;
    const Figure* done = facts.nearest(completion, Measure::level);
    if (done == nullptr || !is_usable(*done) || done->is_percent()) continue;
    Derivation plan = over_percent("plan", *done, completion);
    // A plan of the whole year, however much of it is gone.
    if (horizon_of_plan(completion.reference, facts.knowledge()) == "year")
      plan.period = year_of(done->period);
    out.push_back(std::move(plan));
  }
}

void derive_whole(const FactView& facts, Derivations& out) {
  for (const Figure& share : facts.figures()) {
    if (share.measure != Measure::share || !is_usable(share) || share.value <= 0) continue;
    const Figure* part = facts.nearest(share, Measure::level);
    if (part == nullptr || !is_usable(*part) || part->is_percent()) continue;
    Derivation whole = over_percent("whole", *part, share);
    // No part is more than its whole.
    whole.bounds =
        intersection(whole.bounds, {part->bounds.low, Interval::everything().high}).value_or(whole.bounds);
    out.push_back(std::move(whole));
  }
}

}  // namespace mujun::compute
