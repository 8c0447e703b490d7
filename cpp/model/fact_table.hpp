// The fact table as columns, laid out as Arrow wants them, so that handing them over copies nothing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/column.hpp"
#include "model/fact.hpp"

namespace mujun {

/// SCHEMA's columns in SCHEMA's order, and beside them `entries` (the trail, joined by spaces), which
/// explain() reads.
struct FactTable {
  StringColumn page;
  Column<std::int32_t> article;
  Column<std::int64_t> start, end;
  StringColumn text, indicator, indicator_code, subject, region_code, measure, basis, reference;
  Column<double> value, value_high;
  StringColumn unit;
  Column<double> base_value;
  StringColumn base_unit;
  Column<double> precision;
  StringColumn qualifier, status;
  Column<std::int32_t> period_start, period_end;
  Column<std::int64_t> evidence_start, evidence_end;
  Column<std::int32_t> group, parent;
  Column<float> confidence;
  StringColumn rule;
  StringColumn entries;

  std::size_t size() const { return article.values.size(); }
  /// One more than the largest number in `group`.
  std::int32_t groups() const { return next_group_; }

  /// Adds a page's facts as rows; `group` and `parent` numbers are shifted so that they stay unique in the
  /// table.
  void append(std::string_view page_name, const PageView& page, const std::vector<Fact>& facts);
  /// Adds another table's rows, with `group` and `parent` shifted alike.
  void append(const FactTable& other);
  /// These rows in this order; a `parent` leads to its row's new place, or nowhere where that row is left
  /// out.
  FactTable take(const std::vector<std::size_t>& rows) const;

  /// The columns of SCHEMA that may hold nulls.
  static constexpr std::array<std::string_view, 10> nullable{
      "indicator_code", "subject",      "region_code", "basis", "reference",
      "value_high",     "period_start", "period_end",  "group", "parent"};

  /// Calls visit(name, column) for each of SCHEMA's columns in order; `entries` is not among them.
  template <class Table, class Visit>
  static void each_column(Table& table, Visit&& visit) {
    visit("page", table.page);
    visit("article", table.article);
    visit("start", table.start);
    visit("end", table.end);
    visit("text", table.text);
    visit("indicator", table.indicator);
    visit("indicator_code", table.indicator_code);
    visit("subject", table.subject);
    visit("region_code", table.region_code);
    visit("measure", table.measure);
    visit("basis", table.basis);
    visit("reference", table.reference);
    visit("value", table.value);
    visit("value_high", table.value_high);
    visit("unit", table.unit);
    visit("base_value", table.base_value);
    visit("base_unit", table.base_unit);
    visit("precision", table.precision);
    visit("qualifier", table.qualifier);
    visit("status", table.status);
    visit("period_start", table.period_start);
    visit("period_end", table.period_end);
    visit("evidence_start", table.evidence_start);
    visit("evidence_end", table.evidence_end);
    visit("group", table.group);
    visit("parent", table.parent);
    visit("confidence", table.confidence);
    visit("rule", table.rule);
  }

 private:
  std::int32_t next_group_ = 0;
};

}  // namespace mujun
