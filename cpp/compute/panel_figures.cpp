#include "compute/panel_figures.hpp"

#include <algorithm>
#include <array>

#include "compute/growth.hpp"
#include "compute/input_error.hpp"
#include "compute/panel_period.hpp"
#include "compute/unit.hpp"

namespace mujun::compute {
namespace {

using Eigen::Index;
using Units = std::vector<std::string>;

constexpr std::string_view mu = "亩";

/// The formula cell by cell over panels of one shape. `missing` says what the absence of each later operand
/// is; the absence of the first keeps its own reason.
template <class Formula, class... Others>
Panel combined(Units units, std::array<Reason, sizeof...(Others)> missing, const Panel& first,
               const Others&... others) {
  const Index rows = first.rows();
  const Index columns = first.cols();
  Table<double> values(rows, columns);
  Table<Reason> reasons = first.reasons.view();
  std::optional<Table<Interval>> bounds;
  if (first.bounds || (others.bounds || ...)) bounds.emplace(rows, columns);
  for (Index column = 0; column < columns; ++column) {
    for (Index row = 0; row < rows; ++row) {
      Reason& reason = reasons(row, column);
      std::size_t at = 0;
      const auto check = [&](const Panel& other) {
        if (reason == Reason::none && other.mask(row, column)) reason = missing[at];
        ++at;
      };
      (check(others), ...);
      if (reason == Reason::none)
        reason = Formula::why_not(first.values(row, column), others.values(row, column)...);
      if (is_wrong(reason))
        throw InputError(first.name_of(row, column) + ": " + std::string(meaning_of(reason)));
      if (reason != Reason::none) continue;
      values(row, column) = Formula()(first.values(row, column), others.values(row, column)...);
      if (bounds)
        (*bounds)(row, column) = Formula()(first.interval(row, column), others.interval(row, column)...);
    }
  }
  Axes axes = first.axes;
  axes.units = std::move(units);
  return {std::move(axes), values, reasons, std::move(bounds)};
}

Units all_of(const Panel& panel, std::string_view unit) {
  return Units(static_cast<std::size_t>(panel.cols()), std::string(unit));
}

/// What a column measures; nothing where nobody gave its unit, which is then not checked.
std::optional<Dimension> dimension_of(const Panel& panel, Index column) {
  const std::string& unit = panel.axes.units[static_cast<std::size_t>(column)];
  if (unit.empty()) return std::nullopt;
  try {
    return parse_unit(unit).dimension;
  } catch (const InputError& error) {
    throw InputError(panel.axes.columns[column] + ": " + error.what());
  }
}

template <class Allowed>
void check_units(const Panel& panel, Allowed allowed, std::string_view why) {
  for (Index column = 0; column < panel.cols(); ++column) {
    const auto dimension = dimension_of(panel, column);
    if (!dimension || allowed(*dimension)) continue;
    throw InputError(panel.axes.columns[column] + " (in " +
                     panel.axes.units[static_cast<std::size_t>(column)] + "): " + std::string(why));
  }
}

bool is_rate(const Dimension& dimension) {
  return dimension.pure() || dimension.is("point");
}

void check_grows(const Panel& panel) {
  check_units(
      panel, [](const Dimension& d) { return !is_rate(d); },
      "a rate does not grow by a rate; its change is in 百分点, see gap()");
}

void check_adds_up(const Panel& panel) {
  check_units(
      panel, [](const Dimension& d) { return d.simple() && !is_rate(d); },
      "only totals are parts of a whole; rates and ratios do not add up");
}

/// The row or the column of this label in every place.
Panel spread(const Panel& panel, std::string_view label) {
  const bool is_row = panel.axes.index.find(label).has_value();
  const bool is_column = panel.axes.columns.find(label).has_value();
  if (is_row && is_column) throw InputError("'" + std::string(label) + "' is a row and a column: rename one");
  return is_column ? spread_column(panel, label) : spread_row(panel, label);
}

/// The sum of each column in every row. A sum of which a part is missing is no whole.
Panel spread_sums(const Panel& panel) {
  const Index rows = panel.rows();
  Table<double> values(rows, panel.cols());
  Table<Reason> reasons(rows, panel.cols());
  Table<Interval> bounds(rows, panel.cols());
  for (Index column = 0; column < panel.cols(); ++column) {
    values.col(column) = panel.values.view().col(column).sum();
    reasons.col(column) = panel.mask.view().col(column).any() ? Reason::incomplete_whole : Reason::none;
    Interval sum;
    for (Index row = 0; row < rows; ++row) sum = sum + panel.interval(row, column);
    bounds.col(column) = sum;
  }
  if (!panel.bounds) return {panel.axes, values, reasons};
  return {panel.axes, values, reasons, std::move(bounds)};
}

/// The units with another for what is a pure number: %, whose differences are in points.
Units with_rates_in(const Panel& panel, const std::string& unit) {
  Units units = panel.axes.units;
  for (Index column = 0; column < panel.cols(); ++column) {
    const auto dimension = dimension_of(panel, column);
    if (dimension && dimension->pure()) units[static_cast<std::size_t>(column)] = unit;
  }
  return units;
}

Panel gap_to(const Panel& panel, const Panel& reference) {
  return combined<Gap>(with_rates_in(panel, "百分点"), {Reason::no_reference}, panel, reference);
}

}  // namespace

Panel growth(const Panel& now, const Panel& base) {
  check_earlier(now.axes.period, base.axes.period);
  check_grows(now);
  return combined<Growth>(all_of(now, "%"), {Reason::no_base}, now, aligned(base, now));
}

Panel per_mu(const Panel& panel, const std::vector<std::string>& columns, std::string_view by) {
  const Panel area = in_units(selected(panel, {std::string(by)}), {std::string(mu)});
  const Panel totals = selected(panel, columns);
  check_adds_up(totals);
  Units units;
  Units coherent;
  std::vector<std::string> names;
  for (std::size_t column = 0; column < columns.size(); ++column) {
    const std::string& unit = totals.axes.units[column];
    if (unit.empty()) throw InputError(columns[column] + " has no unit: say which with units=");
    coherent.push_back(coherent_money(unit));
    units.push_back(coherent.back() + "/" + std::string(mu));
    names.push_back("亩均" + columns[column]);
  }
  const Panel areas = gathered(area, all_places(panel.rows()), panel.axes.index, Places(columns.size(), 0),
                               totals.axes.columns);
  Panel result = combined<PerArea>(std::move(units), {Reason::no_area}, in_units(totals, coherent), areas);
  result.axes.columns = result.axes.columns.with(std::move(names));
  return result;
}

Panel share(const Panel& panel, std::optional<std::string_view> of) {
  check_adds_up(panel);
  const Panel whole = of ? spread(panel, *of) : spread_sums(panel);
  return combined<Share>(all_of(panel, "%"), {of ? Reason::no_whole : Reason::incomplete_whole}, panel,
                         whole);
}

Panel contribution(const Panel& now, const Panel& base, std::string_view whole, ContributionKind kind) {
  check_earlier(now.axes.period, base.axes.period);
  check_adds_up(now);
  const Panel before = aligned(base, now);
  const Panel whole_before = spread(before, whole);
  if (kind == ContributionKind::points)
    return combined<Pull>(all_of(now, "百分点"), {Reason::no_base, Reason::no_whole}, now, before,
                          whole_before);
  return combined<Contribution>(all_of(now, "%"), {Reason::no_base, Reason::no_whole, Reason::no_whole}, now,
                                before, spread(now, whole), whole_before);
}

Panel index_to(const Panel& panel, std::string_view base) {
  return combined<IndexNumber>(all_of(panel, "%"), {Reason::no_base}, panel, spread_row(panel, base));
}

Panel index_to(const Panel& panel, const Panel& base) {
  check_alike(panel.axes.period, base.axes.period);
  return combined<IndexNumber>(all_of(panel, "%"), {Reason::no_base}, panel, aligned(base, panel));
}

Panel gap(const Panel& panel, std::string_view reference) {
  const Panel here = in_units(panel, with_rates_in(panel, "%"));
  return gap_to(here, spread_row(here, reference));
}

Panel gap(const Panel& panel, const Panel& reference) {
  check_alike(panel.axes.period, reference.axes.period);
  const Panel here = in_units(panel, with_rates_in(panel, "%"));
  return gap_to(here, aligned(reference, here));
}

}  // namespace mujun::compute
