// One thing told twice: alike, or not.
#include <algorithm>
#include <map>
#include <set>

#include "compute/check.hpp"
#include "compute/comparability.hpp"
#include "compute/wording.hpp"

namespace mujun::compute {
namespace {

using Group = Figures;

/// What two figures must share to be about one thing, on whichever page: wordings of one code meet. Without a
/// subject they meet on their own page only.
struct Thing {
  std::int64_t document;
  std::string_view indicator, subject, reference, base_unit;
  Measure measure;
  Basis basis;
  Status status;
  std::optional<Day> start, end;
  friend auto operator<=>(const Thing&, const Thing&) = default;
};

Thing thing_of(const Figure& figure) {
  const std::string_view subject = figure.region_code.empty() ? figure.subject : figure.region_code;
  return {.document = subject.empty() ? figure.document : any_document,
          .indicator = figure.code.empty() ? figure.indicator : figure.code,
          .subject = subject,
          .reference = figure.reference,
          .base_unit = figure.base_unit,
          .measure = figure.measure,
          .basis = figure.basis,
          .status = figure.status,
          .start = figure.period.start,
          .end = figure.period.end};
}

/// In the unit of the group's first figure.
Interval bounds(const Figure& figure, const Group& group, const FactView& facts) {
  return facts.bounds_in(figure, group.front()->unit);
}

/// The two figures of different clauses that are farthest apart: a clause does not contradict itself.
std::pair<const Figure*, const Figure*> extremes(const Group& group, const FactView& facts) {
  const auto low = [&](const Figure* figure) { return bounds(*figure, group, facts).low; };
  const auto high = [&](const Figure* figure) { return bounds(*figure, group, facts).high; };
  const Figure* greatest = *std::ranges::max_element(group, {}, low);
  const Figure* least = nullptr;
  for (const Figure* figure : group) {
    if (same_clause(*figure, *greatest)) continue;
    if (least == nullptr || high(figure) < high(least)) least = figure;
  }
  return {least, greatest};
}

bool contradict(const Group& group, const FactView& facts) {
  const auto [least, greatest] = extremes(group, facts);
  return least != nullptr && !bounds(*least, group, facts).overlaps(bounds(*greatest, group, facts));
}

/// On one of its pages the group has two wordings: 地方财政收入 beside 公共财政预算收入, which that page
/// tells apart.
bool tells_wordings_apart(const Group& group) {
  std::map<std::int64_t, std::string_view> wording_of;
  return std::ranges::any_of(group, [&](const Figure* figure) {
    return wording_of.try_emplace(figure->document, figure->indicator).first->second != figure->indicator;
  });
}

/// Only an indicator of the knowledge base is known to have one figure for a place and period; counts in the
/// news are as often those of some part (新增高新技术企业).
bool has_one_figure(const Figure& figure, const FactView& facts) {
  const knowledge::Indicator* indicator = facts.indicator(figure.code);
  return indicator != nullptr && indicator->kind != "count";
}

void check_group(const Group& group, const FactView& facts, Checks& out) {
  const Figure& first = *group.front();
  const bool apart = contradict(group, facts);
  if (apart && !has_one_figure(first, facts)) return;
  std::set<std::pair<std::int64_t, std::uint32_t>> clauses;
  for (const Figure* figure : group) clauses.emplace(figure->document, figure->evidence.start);
  if (clauses.size() < 2) return;
  Check check{.kind = apart ? "contradiction" : "duplicate",
              .of = &first,
              .ok = !apart,
              .expected = first.bounds,
              .found = first.value,
              .unit = first.unit,
              .facts = group,
              .message = {}};
  if (apart) {
    const auto [least, greatest] = extremes(group, facts);
    const Figure& other = bounds(*least, group, facts).overlaps(first.bounds) ? *greatest : *least;
    check.found = facts.value_in(other, first.unit);
    check.message = "同一指标前后不一：" + shown(first) + "，" + shown(other);
    const std::string reasons = first.measure == Measure::level
                                    ? why_levels_differ(first.indicator, facts.knowledge())
                                    : why_growths_differ(first.indicator, facts.knowledge());
    check.message += reasons.empty() ? "；请核对原文与口径" : "；可能的原因：" + reasons;
  } else {
    check.message = "同一数字出现" + std::to_string(clauses.size()) + "次：" + shown(first);
  }
  out.push_back(std::move(check));
}

}  // namespace

void check_repetitions(const FactView& facts, Checks& out) {
  std::map<Thing, Group> groups;
  for (const Figure& figure : facts.figures()) {
    if (!is_checkable(figure) || figure.is_range() || !figure.period.end || is_own_figure(facts, figure))
      continue;
    groups[thing_of(figure)].push_back(&figure);
  }
  for (const auto& [thing, group] : groups) {
    if (group.size() < 2) continue;
    if (!contradict(group, facts) || !tells_wordings_apart(group)) {
      check_group(group, facts, out);
      continue;
    }
    std::map<std::string_view, Group> by_wording;
    for (const Figure* figure : group) by_wording[figure->indicator].push_back(figure);
    for (const auto& [wording, part] : by_wording) {
      if (part.size() > 1) check_group(part, facts, out);
    }
  }
}

}  // namespace mujun::compute
