#include "model/fact_table.hpp"

#include <algorithm>
#include <limits>
#include <ranges>
#include <stdexcept>

namespace mujun {
namespace {

/// An empty text stands for null in a fact's optional words.
void push_optional(StringColumn& column, std::string_view value) {
  if (value.empty()) {
    column.push_null();
  } else {
    column.push(value);
  }
}

std::optional<std::int32_t> days(std::optional<Day> day) {
  return day ? std::optional(day->since_epoch) : std::nullopt;
}

std::optional<std::int32_t> shifted(std::optional<std::int32_t> number, std::int32_t by) {
  return number ? std::optional(*number + by) : std::nullopt;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const auto& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

template <class T>
void copy_row(const Column<T>& from, std::size_t row, Column<T>& to) {
  to.push(from.valid[row] ? std::optional<T>(from.values[row]) : std::nullopt);
}

void copy_row(const StringColumn& from, std::size_t row, StringColumn& to) {
  if (from.valid[row]) {
    to.push(from[row]);
  } else {
    to.push_null();
  }
}

/// Copies rows of every column, the trail included. Both tables visit their columns in the same order.
template <class Rows>
void copy_rows(const FactTable& from, const Rows& rows, FactTable& to) {
  std::vector<void*> targets;
  FactTable::each_column(to, [&](std::string_view, auto& column) { targets.push_back(&column); });
  std::size_t at = 0;
  const auto copy = [&]<class Source>(const Source& source, Source& target) {
    for (const std::size_t row : rows) copy_row(source, row, target);
  };
  FactTable::each_column(from, [&]<class Source>(std::string_view, const Source& source) {
    copy(source, *static_cast<Source*>(targets[at++]));
  });
  copy(from.entries, to.entries);
}

}  // namespace

void Validity::push(bool valid) {
  if ((length & 7) == 0) bits.push_back(0);
  if (valid) {
    bits.back() = static_cast<std::uint8_t>(bits.back() | (1U << (length & 7)));
  } else {
    ++null_count;
  }
  ++length;
}

void StringColumn::push(std::string_view value) {
  if (bytes.size() + value.size() > std::numeric_limits<std::int32_t>::max()) {
    throw std::length_error(
        "a column of the fact table holds more than 2 GB of text; read the pages in parts");
  }
  bytes.append(value);
  offsets.push_back(static_cast<std::int32_t>(bytes.size()));
  valid.push(true);
}

void StringColumn::push_null() {
  offsets.push_back(offsets.back());
  valid.push(false);
}

void FactTable::append(std::string_view page_name, const PageView& view, const std::vector<Fact>& facts) {
  const auto first_row = static_cast<std::int32_t>(size());
  const std::int32_t first_group = next_group_;
  for (const Fact& fact : facts) {
    page.push(page_name);
    article.push(fact.article);
    start.push(std::int64_t{fact.span.start});
    end.push(std::int64_t{fact.span.end});
    text.push(view.utf8(fact.span));
    indicator.push(fact.indicator);
    push_optional(indicator_code, fact.indicator_code);
    push_optional(subject, fact.subject);
    push_optional(region_code, fact.region_code);
    measure.push(name_of(fact.measure));
    push_optional(basis, name_of(fact.basis));
    push_optional(reference, fact.reference);
    value.push(fact.value);
    value_high.push(fact.value_high);
    unit.push(fact.unit);
    base_value.push(fact.base_value);
    base_unit.push(fact.base_unit);
    precision.push(fact.precision);
    qualifier.push(name_of(fact.qualifier));
    status.push(name_of(fact.status));
    period_start.push(days(fact.period.start));
    period_end.push(days(fact.period.end));
    evidence_start.push(std::int64_t{fact.evidence.start});
    evidence_end.push(std::int64_t{fact.evidence.end});
    group.push(shifted(fact.group, first_group));
    parent.push(shifted(fact.parent, first_row));
    confidence.push(fact.confidence);
    rule.push(fact.rule);
    entries.push(joined(fact.entries));
    if (fact.group) next_group_ = std::max(next_group_, first_group + *fact.group + 1);
  }
}

void FactTable::append(const FactTable& other) {
  const std::size_t first = size();
  copy_rows(other, std::views::iota(std::size_t{0}, other.size()), *this);
  for (std::size_t row = first; row < size(); ++row) {
    if (group.valid[row]) group.values[row] += next_group_;
    if (parent.valid[row]) parent.values[row] += static_cast<std::int32_t>(first);
  }
  next_group_ += other.next_group_;
}

FactTable FactTable::take(const std::vector<std::size_t>& rows) const {
  FactTable taken;
  copy_rows(*this, rows, taken);
  taken.next_group_ = next_group_;
  std::vector<std::optional<std::int32_t>> new_row(size());
  for (std::size_t at = 0; at < rows.size(); ++at) new_row[rows[at]] = static_cast<std::int32_t>(at);
  Column<std::int32_t> moved;
  for (const std::size_t row : rows) {
    moved.push(parent.valid[row] ? new_row[static_cast<std::size_t>(parent.values[row])] : std::nullopt);
  }
  taken.parent = std::move(moved);
  return taken;
}

}  // namespace mujun
