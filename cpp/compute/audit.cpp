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
  return std::tuple(of.document, check.kind, of.indicator, of.subject, of.period.start, of.period.end,
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

/// The rows of each document, which are in the order of its text; a name that several documents bear has
/// none.
std::map<std::string_view, std::vector<std::int64_t>> rows_by_page(const FactView& facts) {
  std::map<std::string_view, std::vector<std::int64_t>> rows;
  std::map<std::string_view, std::int64_t> document_of;
  for (const Figure& figure : facts.figures()) {
    if (document_of.try_emplace(figure.page, figure.document).first->second == figure.document) {
      rows[figure.page].push_back(figure.row);
    } else {
      rows[figure.page].clear();
      document_of[figure.page] = any_document;
    }
  }
  return rows;
}

void append_lists(const FactTable& facts, const FactView& view, const std::vector<UnevenList>& lists,
                  AuditTable& table) {
  const auto rows_of_page =
      lists.empty() ? std::map<std::string_view, std::vector<std::int64_t>>() : rows_by_page(view);
  for (const UnevenList& list : lists) {
    std::vector<std::int64_t> rows;
    if (const auto page = rows_of_page.find(list.page); page != rows_of_page.end()) {
      const auto start = [&](std::int64_t row) { return facts.start.values[static_cast<std::size_t>(row)]; };
      const auto first = std::ranges::lower_bound(page->second, list.start, {}, start);
      const auto last = std::ranges::lower_bound(page->second, list.end, {}, start);
      rows.assign(first, last);
    }
    table.page.push(list.page);
    table.kind.push("list_length");
    table.indicator.push_null();
    table.subject.push_null();
    table.ok.push(false);
    table.expected_low.push(std::optional<double>());
    table.expected_high.push(std::optional<double>());
    table.found.push(rows.empty() ? std::nullopt : std::optional(static_cast<double>(rows.size())));
    table.unit.push_null();
    table.facts.push(rows);
    table.message.push("“分别”前后的名称与数字个数不同，对应关系请核对原文");
    table.confidence.push(1.0F);
  }
}

}  // namespace

Check compare(std::string_view kind, const Figure& printed, Reckoned reckoned, std::string_view what) {
  const bool agrees = reckoned.bounds.overlaps(printed.bounds);
  Check check{.kind = kind,
              .of = &printed,
              .ok = agrees,
              .expected = reckoned.bounds,
              .found = printed.value,
              .unit = printed.unit,
              .facts = std::move(reckoned.from),
              .message = reckoned.formula + " = " + shown(reckoned.value, printed.unit)};
  check.message += "，文中" + std::string(what) + "为" + shown(printed) + (agrees ? "，相符" : "，不符");
  check.facts.push_back(&printed);
  return check;
}

bool is_checkable(const Figure& figure) {
  constexpr float doubtful = 0.5;  // below it the fact table says that a person should look
  return figure.confidence >= doubtful && figure.status != Status::threshold;
}

AuditTable audit(const FactTable& facts, const Documents& documents, const std::vector<UnevenList>& lists,
                 const knowledge::Knowledge& knowledge) {
  const FactView view(facts, documents, knowledge);
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
  append_lists(facts, view, lists, table);
  return table;
}

}  // namespace mujun::compute
