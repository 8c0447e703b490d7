#include "model/fact_table.hpp"

#include <algorithm>

namespace mujun {
namespace {

std::optional<std::int32_t> days(std::optional<Day> day) {
  return day ? std::optional(day->since_epoch) : std::nullopt;
}

std::optional<std::int32_t> shifted(std::optional<std::int32_t> number, std::int32_t by) {
  return number ? std::optional(*number + by) : std::nullopt;
}

}  // namespace

void FactTable::append(std::string_view page_name, const PageView& view, const std::vector<Fact>& facts) {
  const auto first_row = static_cast<std::int32_t>(size());
  const std::int32_t first_group = next_group_;
  each_column(*this, [&](std::string_view, auto& column) { column.make_room_for(facts.size()); });
  entries.make_room_for(facts.size());
  for (const Fact& fact : facts) {
    page.push(page_name);
    article.push(fact.article);
    start.push(std::int64_t{fact.span.start});
    end.push(std::int64_t{fact.span.end});
    text.push_written([&](std::string& bytes) { view.append_utf8(fact.span, bytes); });
    indicator.push(fact.indicator);
    indicator_code.push_optional(fact.indicator_code);
    subject.push_optional(fact.subject);
    region_code.push_optional(fact.region_code);
    measure.push(name_of(fact.measure));
    basis.push_optional(name_of(fact.basis));
    reference.push_optional(fact.reference);
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
    entries.push(fact.entries);
    if (fact.group) next_group_ = std::max(next_group_, first_group + *fact.group + 1);
  }
}

void FactTable::append(const FactTable& other) {
  const std::size_t first = size();
  each_pair(other, *this, [](const auto& source, auto& target) { target.append(source); });
  entries.append(other.entries);
  for (std::size_t row = first; row < size(); ++row) {
    if (group.valid[row]) group.values[row] += next_group_;
    if (parent.valid[row]) parent.values[row] += static_cast<std::int32_t>(first);
  }
  next_group_ += other.next_group_;
}

FactTable FactTable::take(const std::vector<std::size_t>& rows) const {
  FactTable taken;
  copy_rows(*this, rows, taken);
  copy_rows(entries, rows, taken.entries);
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
