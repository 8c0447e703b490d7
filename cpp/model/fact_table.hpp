// The fact table as columns, laid out as Arrow wants them, so that handing them over copies nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/fact.hpp"

namespace mujun {

/// Arrow's validity bitmap, least significant bit first.
struct Validity {
  std::vector<std::uint8_t> bits;
  std::int64_t length = 0;
  std::int64_t null_count = 0;

  void push(bool valid);
  bool operator[](std::size_t row) const { return (bits[row >> 3] >> (row & 7)) & 1; }
};

template <class T>
struct Column {
  std::vector<T> values;
  Validity valid;

  void push(T value) {
    values.push_back(value);
    valid.push(true);
  }
  void push(std::optional<T> value) {
    values.push_back(value.value_or(T{}));
    valid.push(value.has_value());
  }
};

/// Plain utf8 with 32-bit offsets (dictionary and view columns break consumers).
struct StringColumn {
  std::string bytes;
  std::vector<std::int32_t> offsets{0};
  Validity valid;

  void push(std::string_view value);
  void push_null();
  std::string_view operator[](std::size_t row) const {
    return std::string_view(bytes).substr(offsets[row], offsets[row + 1] - offsets[row]);
  }
};

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

  /// Adds a page's facts as rows; `group` and `parent` numbers are shifted so that they stay unique in the
  /// table.
  void append(std::string_view page_name, const PageView& page, const std::vector<Fact>& facts);
  /// Adds another table's rows, with `group` and `parent` shifted alike.
  void append(const FactTable& other);
  /// These rows in this order; a `parent` leads to its row's new place, or nowhere where that row is left
  /// out.
  FactTable take(const std::vector<std::size_t>& rows) const;

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
  std::int32_t next_group_ = 0;  // one more than the largest group
};

}  // namespace mujun
