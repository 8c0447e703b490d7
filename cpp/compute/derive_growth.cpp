// From a level and how it grew: the level before; from two levels: the growth between them.

#include "compute/calendar.hpp"
#include "compute/comparability.hpp"
#include "compute/derivation.hpp"
#include "compute/growth.hpp"
#include "compute/wording.hpp"

namespace mujun::compute {
namespace {

std::string signed_term(const Figure& figure) {
  return (figure.value < 0 ? " − " : " + ") + shown_size(figure);
}

/// The figure less its change, both in one unit.
Derivation before_change(std::string_view kind, const Figure& now, const Figure& change) {
  Derivation before = derivation(kind, now);
  before.period = compared_with(now.period, change.basis);
  before.value = difference(now, change);
  before.bounds = now.bounds - change.bounds;
  before.formula = shown(now) + (change.value < 0 ? " + " : " − ") + shown_size(change);
  before.from = {&now, &change};
  return before;
}

/// 17个行业增加值增长5.3%: what grew is not the number of trades.
bool counts_who_grew(const Figure& level, const Figure& growth) {
  return level.rule == "counted_noun" && same_clause(level, growth);
}

bool is_from_to(const Figure& from, const Figure& to) {
  const auto is_level = [](const Figure& figure) {
    return figure.rule == "from_to" && figure.measure == Measure::level;
  };
  return is_level(from) && is_level(to) && same_clause(from, to) && from.indicator == to.indicator;
}

std::string_view kind_before(Measure measure) {
  if (measure == Measure::share) return "previous_share";
  return measure == Measure::growth ? "previous_growth" : "previous_level";
}

}  // namespace

const Figure* nearest_percent(const FactView& facts, const Figure& points) {
  const Figure* best = nullptr;
  for (const Measure measure : {Measure::growth, Measure::share, Measure::level}) {
    const Figure* found = facts.nearest(points, measure);
    if (found == nullptr || !found->is_percent() || !is_usable(*found)) continue;
    if (best == nullptr || distance(*found, points) < distance(*best, points)) best = found;
  }
  return best;
}

std::vector<LevelPair> level_pairs(const FactView& facts) {
  std::vector<LevelPair> pairs;
  const Figure* before = nullptr;
  for (const Figure& now : facts.figures()) {
    const Figure* base = nullptr;
    if (before != nullptr && is_from_to(*before, now)) {
      base = before;
    } else if (now.measure == Measure::level && now.period.end && !is_own_figure(facts, now)) {
      base = facts.nearest(now, Measure::level, compared_with(now.period, Basis::yoy));
      // A stock is not set against a flow that ends with its day.
      if (base != nullptr && base->period.start.has_value() != now.period.start.has_value()) base = nullptr;
    }
    if (base != nullptr && base->unit == now.unit && is_usable(*base) && is_usable(now))
      pairs.push_back({base, &now});
    before = &now;
  }
  return pairs;
}

void derive_base(const FactView& facts, Derivations& out) {
  for (const Figure& growth : facts.figures()) {
    if (growth.measure != Measure::growth || growth.basis == Basis::average || !is_usable(growth)) continue;
    const Figure* now = facts.nearest(growth, Measure::level);
    if (now != nullptr && counts_who_grew(*now, growth)) continue;
    // Of a loss, and of what fell to nothing, no growth leads back to a base.
    if (now == nullptr || !is_usable(*now) || now->value <= 0 || growth.value <= -100) continue;
    Derivation base = derivation("base", *now);
    base.period = compared_with(now->period, growth.basis);
    base.value = Base()(now->value, growth.value);
    base.bounds = Base()(now->bounds, growth.bounds);
    base.formula = shown(*now) + " ÷ (1" + signed_term(growth) + ")";
    base.note = why_growths_differ(now->indicator, facts.knowledge());
    base.from = {now, &growth};
    out.push_back(std::move(base));
  }
}

void derive_previous(const FactView& facts, Derivations& out) {
  for (const Figure& change : facts.figures()) {
    if (change.measure != Measure::change || !is_usable(change)) continue;
    const Figure* now =
        change.in_points() ? nearest_percent(facts, change) : facts.nearest(change, Measure::level);
    if (now == nullptr || !is_usable(*now) || !(change.in_points() || now->unit == change.unit)) continue;
    out.push_back(before_change(kind_before(now->measure), *now, change));
  }
}

void derive_growth(const FactView& facts, Derivations& out) {
  for (const auto& [base, now] : level_pairs(facts)) {
    const bool in_percent = now->is_percent();
    if (!in_percent && base->value <= 0) continue;  // 扭亏为盈: no rate exists
    Derivation derived = derivation(in_percent ? "change" : "growth", *now);
    if (in_percent) {
      derived.unit = "百分点";
      derived.value = difference(*now, *base);
      derived.bounds = now->bounds - base->bounds;
      derived.formula = shown(*now) + " − " + shown(*base);
    } else {
      derived.unit = "%";
      derived.value = Growth()(now->value, base->value);
      derived.bounds = Growth()(now->bounds, base->bounds);
      derived.formula = shown(*now) + " ÷ " + shown(*base) + " − 1";
      derived.note = why_growths_differ(now->indicator, facts.knowledge());
    }
    derived.from = {base, now};
    out.push_back(std::move(derived));
  }
}

}  // namespace mujun::compute
