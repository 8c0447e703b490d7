#include "compute/fact_view.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mujun::compute {
namespace {

/// The member of an enum whose name a column holds.
template <class Enum>
Enum named(std::string_view name, Enum last) {
  for (int member = 0; member < static_cast<int>(last); ++member) {
    if (name_of(static_cast<Enum>(member)) == name) return static_cast<Enum>(member);
  }
  return last;
}

template <class T>
std::optional<T> get(const Column<T>& column, std::size_t row) {
  return column.valid[row] ? std::optional<T>(column.values[row]) : std::nullopt;
}

std::optional<Day> day(const Column<std::int32_t>& column, std::size_t row) {
  return column.valid[row] ? std::optional(Day{column.values[row]}) : std::nullopt;
}

Span span(const FactTable& table, std::size_t row) {
  return {static_cast<std::uint32_t>(table.evidence_start.values[row]),
          static_cast<std::uint32_t>(table.evidence_end.values[row])};
}

Figure figure_of(const FactTable& table, std::size_t row, std::int64_t document) {
  Figure figure{
      .row = static_cast<std::int64_t>(row),
      .document = document,
      .page = table.page[row],
      .indicator = table.indicator[row],
      .code = table.indicator_code[row],
      .subject = table.subject[row],
      .region_code = table.region_code[row],
      .reference = table.reference[row],
      .unit = table.unit[row],
      .base_unit = table.base_unit[row],
      .rule = table.rule[row],
      .article = table.article.values[row],
      .measure = named(table.measure[row], Measure::multiple),
      .basis = named(table.basis[row], Basis::average),
      .status = named(table.status[row], Status::expected),
      .qualifier = named(table.qualifier[row], Qualifier::at_most),
      .period = {day(table.period_start, row), day(table.period_end, row)},
      .evidence = span(table, row),
      .parent = std::nullopt,
      .confidence = table.confidence.values[row],
      .value = table.value.values[row],
      .value_high = get(table.value_high, row),
      .precision = table.precision.values[row],
      .bounds = {},
  };
  if (const auto parent = get(table.parent, row)) figure.parent = *parent;
  return figure;
}

/// A stock's figure and a flow's may share a period's last day; two flows must share the first day too.
bool starts_agree(const Period& a, const Period& b) {
  return !a.start || !b.start || a.start == b.start;
}

}  // namespace

FactView::FactView(const FactTable& table, const Documents& documents, const knowledge::Knowledge& knowledge)
    : knowledge_(knowledge) {
  for (const auto& unit : knowledge.units()) dimension_of_unit_.emplace(unit.symbol_utf8, unit.dimension);
  for (const auto& indicator : knowledge.indicators()) indicators_.emplace(indicator.code, &indicator);
  figures_.reserve(table.size());
  for (std::size_t row = 0; row < table.size(); ++row) {
    Figure figure = figure_of(table, row, documents[row]);
    // A count printed to the last one is meant to the last one: 794家 are not 793.6.
    const bool to_the_last =
        figure.precision <= 0.5 && figure.qualifier == Qualifier::exact && is_count(figure.unit);
    figure.bounds = Interval::printed(figure.value, to_the_last ? 0 : figure.precision, figure.qualifier,
                                      figure.value_high);
    by_wording_[{topic(figure, figure.indicator, figure.period), figure.measure}].push_back(figure.row);
    if (!figure.code.empty())
      by_code_[{topic(figure, figure.code, figure.period), figure.measure}].push_back(figure.row);
    figures_.push_back(figure);
  }
}

Topic FactView::topic(const Figure& figure, std::string_view indicator, const Period& period) {
  const std::int32_t last = period.end ? period.end->since_epoch : std::numeric_limits<std::int32_t>::min();
  return {figure.document, figure.article, figure.subject, indicator, figure.status, last};
}

const Figure* FactView::nearest(const Figure& of, Measure measure, const Period& period) const {
  return nearest_in(by_wording_, topic(of, of.indicator, period), of, measure, period);
}

const Figure* FactView::nearest(const Figure& of, Measure measure, std::string_view indicator) const {
  return nearest_in(by_wording_, topic(of, indicator, of.period), of, measure, of.period);
}

const Figure* FactView::nearest_by_code(const Figure& of, Measure measure, std::string_view code) const {
  return nearest_in(by_code_, topic(of, code, of.period), of, measure, of.period);
}

const Figure* FactView::nearest_in(const Index& index, const Topic& topic, const Figure& of, Measure measure,
                                   const Period& period) const {
  const auto found = index.find({topic, measure});
  if (found == index.end()) return nullptr;
  const Rows& rows = found->second;
  const auto after = std::upper_bound(rows.begin(), rows.end(), of.row);
  auto before = std::lower_bound(rows.begin(), rows.end(), of.row);
  const Figure* best = nullptr;
  const auto consider = [&](std::int64_t row) {
    const Figure& candidate = at(row);
    if (!starts_agree(candidate.period, period)) return;
    if (best == nullptr || distance(candidate, of) < distance(*best, of)) best = &candidate;
  };
  if (before != rows.begin()) consider(*--before);
  if (after != rows.end()) consider(*after);
  return best;
}

Factor FactView::factor(const Figure& figure, std::string_view unit) const {
  return figure.unit == unit ? Factor() : conversion(figure.unit, unit);
}

/// A classifier that the knowledge base does not hold (家次) counts too.
bool FactView::is_count(std::string_view unit) const {
  const auto known = dimension_of_unit_.find(unit);
  return known == dimension_of_unit_.end() ? unit.find('/') == std::string_view::npos
                                           : known->second == "count";
}

const knowledge::Indicator* FactView::indicator(std::string_view code) const {
  const auto found = indicators_.find(code);
  return found == indicators_.end() ? nullptr : found->second;
}

std::string_view FactView::code_of(std::string_view wording) const {
  for (const auto entry : knowledge_.lexicon().entries_of(to_utf16(wording))) {
    if (entry.word_class == knowledge::WordClass::indicator) return knowledge_.indicator(entry.index).code;
  }
  return {};
}

std::vector<std::int64_t> rows_of(const Figures& figures) {
  std::vector<std::int64_t> rows;
  for (const Figure* figure : figures) rows.push_back(figure->row);
  return rows;
}

float least_confidence(const Figures& figures) {
  return std::ranges::min_element(figures, {}, &Figure::confidence)[0]->confidence;
}

std::optional<double> if_finite(double bound) {
  return std::isfinite(bound) ? std::optional(bound) : std::nullopt;
}

std::uint32_t distance(const Figure& a, const Figure& b) {
  if (a.evidence.overlaps(b.evidence)) return 0;
  return a.evidence.end <= b.evidence.start ? b.evidence.start - a.evidence.end
                                            : a.evidence.start - b.evidence.end;
}

}  // namespace mujun::compute
