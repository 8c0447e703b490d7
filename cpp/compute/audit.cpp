#include "compute/audit.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "compute/check.hpp"
#include "compute/wording.hpp"

namespace mujun::compute {
namespace {

/// What makes two checks the same one: a figure that the page prints twice is checked once.
auto identity(const Check& check) {
  const Figure& of = *check.of;
  const Interval expected = check.expected.value_or(Interval());
  return std::tuple(of.page, check.kind, of.indicator, of.subject, of.period.start, of.period.end,
                    check.found, expected.low, expected.high);
}

void append(const Check& check, AuditTable& table) {
  table.page.push(check.of->page);
  table.kind.push(check.kind);
  table.indicator.push(check.of->indicator);
  table.subject.push_optional(check.of->subject);
  table.ok.push(check.ok);
  table.expected_low.push(check.expected ? if_finite(check.expected->low) : std::nullopt);
  table.expected_high.push(check.expected ? if_finite(check.expected->high) : std::nullopt);
  table.found.push(check.found);
  table.unit.push_optional(check.unit);
  table.facts.push(rows_of(check.facts));
  table.message.push(check.message);
  table.confidence.push(least_confidence(check.facts));
}

/// The rows of a page are in the order of its text, so a list's are found by halving.
void append_lists(const FactTable& facts, const std::vector<UnevenList>& lists, AuditTable& table) {
  std::map<std::string_view, std::pair<std::size_t, std::size_t>> pages;  // first row and behind the last
  for (std::size_t row = 0; row < facts.size(); ++row)
    pages.try_emplace(facts.page[row], row, row).first->second.second = row + 1;
  for (const UnevenList& list : lists) {
    std::vector<std::int64_t> rows;
    if (const auto page = pages.find(list.page); page != pages.end()) {
      const auto& starts = facts.start.values;
      const auto begin = starts.begin() + static_cast<std::ptrdiff_t>(page->second.first);
      const auto end = starts.begin() + static_cast<std::ptrdiff_t>(page->second.second);
      for (auto at = std::lower_bound(begin, end, list.start); at != end && *at < list.end; ++at)
        rows.push_back(at - starts.begin());
    }
    table.page.push(list.page);
    table.kind.push("list_length");
    table.indicator.push_null();
    table.subject.push_null();
    table.ok.push(false);
    table.expected_low.push(std::optional<double>());
    table.expected_high.push(std::optional<double>());
    table.found.push(static_cast<double>(rows.size()));
    table.unit.push_null();
    table.facts.push(rows);
    table.message.push("“分别”前后的名称与数字个数不同，对应关系请核对原文");
    table.confidence.push(1.0F);
  }
}

}  // namespace

Check compare(std::string_view kind, const Figure& printed, Interval expected, Figures from,
              const std::string& how, std::string_view what) {
  const double middle = expected.bounded() ? (expected.low + expected.high) / 2 : printed.value;
  Check check{.kind = kind,
              .of = &printed,
              .ok = expected.overlaps(printed.bounds),
              .expected = expected,
              .found = printed.value,
              .unit = printed.unit,
              .facts = std::move(from),
              .message = how + " = " + shown(middle, printed.unit)};
  check.message += "，文中" + std::string(what) + "为" + shown(printed) + (check.ok ? "，相符" : "，不符");
  check.facts.push_back(&printed);
  return check;
}

bool is_checkable(const Figure& figure) {
  return figure.confidence >= 0.5 && figure.status != Status::threshold;
}

AuditTable audit(const FactTable& facts, const std::vector<UnevenList>& lists,
                 const knowledge::Knowledge& knowledge) {
  const FactView view(facts, knowledge);
  Checks checks;
  for (const auto rule : {check_sums, check_growth, check_changes, check_shares, check_completions,
                          check_contributions, check_repetitions}) {
    rule(view, checks);
  }
  std::ranges::stable_sort(checks, {}, [](const Check& check) { return check.of->row; });
  AuditTable table;
  std::set<decltype(identity(checks.front()))> seen;
  for (const Check& check : checks) {
    if (seen.insert(identity(check)).second) append(check, table);
  }
  append_lists(facts, lists, table);
  return table;
}

}  // namespace mujun::compute
