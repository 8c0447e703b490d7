// What a page implies without saying it: last year's base, the province's growth, the year's plan.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "compute/fact_view.hpp"
#include "knowledge/knowledge.hpp"
#include "model/column.hpp"
#include "model/fact_table.hpp"

namespace mujun::compute {

/// One row a derived figure. `low` and `high` hold the true figure, as far as the printed digits and
/// qualifiers say; a side that nothing bounds is null. `note` says why the published figure may be another.
/// `from_facts` are rows of the fact table, `confidence` is the least of theirs.
struct DerivedTable {
  StringColumn page, kind, indicator, indicator_code, subject, reference;
  Column<std::int32_t> period_start, period_end;
  Column<double> value;
  StringColumn unit;
  Column<double> low, high;
  StringColumn formula, note;
  ListColumn from_facts;
  Column<float> confidence;

  std::size_t size() const { return value.values.size(); }

  static constexpr std::array<std::string_view, 8> nullable{
      "indicator_code", "subject", "reference", "period_start", "period_end", "low", "high", "note"};

  template <class Table, class Visit>
  static void each_column(Table& table, Visit&& visit) {
    visit("page", table.page);
    visit("kind", table.kind);
    visit("indicator", table.indicator);
    visit("indicator_code", table.indicator_code);
    visit("subject", table.subject);
    visit("reference", table.reference);
    visit("period_start", table.period_start);
    visit("period_end", table.period_end);
    visit("value", table.value);
    visit("unit", table.unit);
    visit("low", table.low);
    visit("high", table.high);
    visit("formula", table.formula);
    visit("note", table.note);
    visit("from_facts", table.from_facts);
    visit("confidence", table.confidence);
  }
};

/// Rows come in the order of the facts that they were derived from; a figure that a page implies twice in the
/// same way comes once. Figures of a range or of a rule's bound are left alone.
DerivedTable derive(const FactTable& facts, const Documents& documents,
                    const knowledge::Knowledge& knowledge);

}  // namespace mujun::compute
