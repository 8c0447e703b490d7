// Whether a page's figures agree with each other.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compute/fact_view.hpp"
#include "knowledge/knowledge.hpp"
#include "model/column.hpp"
#include "model/fact_table.hpp"

namespace mujun::compute {

/// One row a check. `ok` is null where it cannot be judged. `found` is the printed figure, and `expected_low`
/// and `expected_high` are what the other figures lead to, in `unit`; they are null where there is nothing to
/// reckon, or no bound. `facts` are rows of the fact table.
struct AuditTable {
  StringColumn page, kind, indicator, subject;
  BoolColumn ok;
  Column<double> expected_low, expected_high, found;
  StringColumn unit;
  ListColumn facts;
  StringColumn message;
  Column<float> confidence;

  std::size_t size() const { return confidence.values.size(); }

  static constexpr std::array<std::string_view, 7> nullable{"indicator",     "subject", "ok",  "expected_low",
                                                            "expected_high", "found",   "unit"};

  template <class Table, class Visit>
  static void each_column(Table& table, Visit&& visit) {
    visit("page", table.page);
    visit("kind", table.kind);
    visit("indicator", table.indicator);
    visit("subject", table.subject);
    visit("ok", table.ok);
    visit("expected_low", table.expected_low);
    visit("expected_high", table.expected_high);
    visit("found", table.found);
    visit("unit", table.unit);
    visit("facts", table.facts);
    visit("message", table.message);
    visit("confidence", table.confidence);
  }
};

/// A list told respectively whose values are more or fewer than its names, by its place.
struct UnevenList {
  std::string page;
  std::int64_t start;
  std::int64_t end;
};

/// Nothing is put right: a row says what agrees and what does not, and why it may be that all is right.
/// Figures that the reader itself doubts (confidence below 0.5) take no part.
AuditTable audit(const FactTable& facts, const Documents& documents, const std::vector<UnevenList>& lists,
                 const knowledge::Knowledge& knowledge);

}  // namespace mujun::compute
