#include "compute/derive.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "compute/calendar.hpp"
#include "compute/derivation.hpp"

namespace mujun::compute {
namespace {

/// What makes two derived figures the same one.
auto identity(const Derivation& derived) {
  return std::tuple(derived.from.front()->document, derived.kind, std::string_view(derived.indicator),
                    derived.subject, derived.reference, derived.period.start, derived.period.end,
                    derived.value, std::string_view(derived.unit));
}

void append(const Derivation& derived, DerivedTable& table) {
  table.page.push(derived.from.front()->page);
  table.kind.push(derived.kind);
  table.indicator.push(derived.indicator);
  table.indicator_code.push_optional(derived.code);
  table.subject.push_optional(derived.subject);
  table.reference.push_optional(derived.reference);
  table.period_start.push(days(derived.period.start));
  table.period_end.push(days(derived.period.end));
  table.value.push(derived.value);
  table.unit.push(derived.unit);
  table.low.push(if_finite(derived.bounds.low));
  table.high.push(if_finite(derived.bounds.high));
  table.formula.push(derived.formula);
  table.note.push_optional(derived.note);
  table.from_facts.push(rows_of(derived.from));
  table.confidence.push(least_confidence(derived.from));
}

}  // namespace

Derivation derivation(std::string_view kind, const Figure& of) {
  return {.kind = kind,
          .indicator = std::string(of.indicator),
          .code = of.code,
          .subject = of.subject,
          .reference = {},
          .period = of.period,
          .value = 0,
          .unit = std::string(of.unit),
          .bounds = {},
          .formula = {},
          .note = {},
          .from = {}};
}

bool is_usable(const Figure& figure) {
  return !figure.is_range() && figure.status != Status::threshold;
}

double difference(const Figure& from, const Figure& less) {
  const double difference = from.value - less.value;
  const double finest = 2 * std::min(from.precision, less.precision);  // one unit of the last digit written
  if (finest <= 0 || finest >= 1) return difference;
  const double units = std::round(1 / finest);
  return std::round(difference * units) / units;
}

DerivedTable derive(const FactTable& facts, const Documents& documents,
                    const knowledge::Knowledge& knowledge) {
  const FactView view(facts, documents, knowledge);
  Derivations found;
  for (const auto rule : {derive_base, derive_previous, derive_growth, derive_reference, derive_plan,
                          derive_whole, derive_per_mu, derive_ratio_growth}) {
    rule(view, found);
  }
  // By the row that completes the figure, then in the rules' order.
  const auto last_row = [](const Derivation& derived) {
    return std::ranges::max(derived.from, {}, &Figure::row)->row;
  };
  std::ranges::stable_sort(found, {}, last_row);
  DerivedTable table;
  std::set<decltype(identity(found.front()))> seen;
  for (const Derivation& derived : found) {
    if (seen.insert(identity(derived)).second) append(derived, table);
  }
  return table;
}

}  // namespace mujun::compute
