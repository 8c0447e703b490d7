#include "compute/panel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "compute/input_error.hpp"
#include "compute/unit.hpp"

namespace mujun::compute {
namespace {

using Eigen::Index;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr std::size_t named_labels = 12;  // that an error lists

Places places_of(const Labels& wanted, const Labels& there) {
  if (wanted.names() == there.names()) return all_places(there.size());
  Places places;
  for (const std::string& name : wanted.names()) places.push_back(there.find(name).value_or(-1));
  return places;
}

void check_shape(const Axes& axes, Index rows, Index columns) {
  const auto units = static_cast<Index>(axes.units.size());
  if (rows == axes.index.size() && columns == axes.columns.size() && units == columns) return;
  throw InputError("the figures are " + std::to_string(rows) + " by " + std::to_string(columns) +
                   ", but there are " + std::to_string(axes.index.size()) + " row labels, " +
                   std::to_string(axes.columns.size()) + " column labels and " + std::to_string(units) +
                   " units");
}

Grid<bool> mask_of(const Grid<Reason>& reasons) {
  return Grid<bool>(reasons.view().unaryExpr([](Reason reason) { return reason != Reason::none; }));
}

}  // namespace

Labels::Labels(std::string_view what, std::vector<std::string> names) {
  const auto held = std::make_shared<Held>();
  held->what = what;
  held->names = std::move(names);
  for (std::size_t at = 0; at < held->names.size(); ++at) {
    const auto [found, is_new] = held->places.emplace(held->names[at], static_cast<Index>(at));
    if (is_new) continue;
    throw InputError("two " + held->what + "s are called '" + held->names[at] + "': number " +
                     std::to_string(found->second) + " and number " + std::to_string(at));
  }
  held_ = held;
}

std::optional<Index> Labels::find(std::string_view name) const {
  const auto found = held_->places.find(name);
  return found == held_->places.end() ? std::nullopt : std::optional(found->second);
}

Index Labels::at(std::string_view name) const {
  if (const auto place = find(name)) return *place;
  std::string there;
  for (std::size_t i = 0; i < std::min(held_->names.size(), named_labels); ++i)
    there += (i == 0 ? "" : ", ") + held_->names[i];
  if (held_->names.size() > named_labels) there += ", …";
  throw InputError("no " + held_->what + " is called '" + std::string(name) + "'; there are: " + there);
}

Places all_places(Index size) {
  Places places(static_cast<std::size_t>(size));
  std::iota(places.begin(), places.end(), Index{0});
  return places;
}

Panel::Panel(Axes labels, Grid<double> figures, Grid<Reason> why_not)
    : axes(std::move(labels)),
      values(std::move(figures)),
      reasons(std::move(why_not)),
      mask(mask_of(reasons)) {
  check_shape(axes, values.view().rows(), values.view().cols());
}

Panel::Panel(Axes labels, const Table<double>& figures, const Table<Reason>& why_not,
             std::optional<Table<Interval>> bounds_of_figures)
    : Panel(std::move(labels), Grid<double>((why_not == Reason::none).select(figures, nan)),
            Grid<Reason>(why_not)) {
  if (!bounds_of_figures) return;
  for (Index i = 0; i < bounds_of_figures->size(); ++i) {
    if (mask.view()(i)) (*bounds_of_figures)(i) = {nan, nan};
  }
  bounds.emplace(std::move(*bounds_of_figures));
}

Panel Panel::over(Axes labels, Grid<double> figures, const Table<bool>& missing) {
  const auto view = figures.view();
  check_shape(labels, view.rows(), view.cols());
  if (missing.size() != 0 && (missing.rows() != view.rows() || missing.cols() != view.cols()))
    throw InputError("the mask has not the shape of the figures");
  Table<Reason> reasons = Table<Reason>::Constant(view.rows(), view.cols(), Reason::none);
  bool taken_out = false;
  for (Index column = 0; column < view.cols(); ++column) {
    for (Index row = 0; row < view.rows(); ++row) {
      const bool masked = missing.size() != 0 && missing(row, column);
      const double value = view(row, column);
      if (std::isinf(value) && !masked)
        throw InputError(labels.index[row] + ", " + labels.columns[column] + ": an infinite figure");
      if (!masked && !std::isnan(value)) continue;
      reasons(row, column) = Reason::no_figure;
      taken_out |= !std::isnan(value);
    }
  }
  if (taken_out) return {std::move(labels), view, reasons};
  return {std::move(labels), std::move(figures), Grid<Reason>(std::move(reasons))};
}

std::string Panel::name_of(Index row, Index column) const {
  return axes.index[row] + ", " + axes.columns[column];
}

Interval Panel::interval(Index row, Index column) const {
  return bounds ? (*bounds)(row, column) : Interval(values(row, column));
}

Panel gathered(const Panel& panel, const Places& rows, const Labels& index, const Places& columns,
               const Labels& labels) {
  const auto height = static_cast<Index>(rows.size());
  const auto width = static_cast<Index>(columns.size());
  Table<double> values = Table<double>::Constant(height, width, nan);
  Table<Reason> reasons = Table<Reason>::Constant(height, width, Reason::no_figure);
  std::optional<Table<Interval>> bounds;
  if (panel.bounds) bounds.emplace(height, width);
  std::vector<std::string> units(columns.size());
  for (Index j = 0; j < width; ++j) {
    const Index column = columns[static_cast<std::size_t>(j)];
    if (column < 0) continue;
    units[static_cast<std::size_t>(j)] = panel.axes.units[static_cast<std::size_t>(column)];
    for (Index i = 0; i < height; ++i) {
      const Index row = rows[static_cast<std::size_t>(i)];
      if (row < 0) continue;
      values(i, j) = panel.values(row, column);
      reasons(i, j) = panel.reasons(row, column);
      if (bounds) (*bounds)(i, j) = (*panel.bounds)(row, column);
    }
  }
  return {{index, labels, std::move(units), panel.axes.period}, values, reasons, std::move(bounds)};
}

Panel aligned(const Panel& panel, const Panel& like) {
  const Labels& index = like.axes.index;
  const Labels& columns = like.axes.columns;
  Panel other = gathered(panel, places_of(index, panel.axes.index), index,
                         places_of(columns, panel.axes.columns), columns);
  for (Index column = 0; column < columns.size(); ++column) {
    // A column that is not there at all has no unit to disagree with.
    const auto at = static_cast<std::size_t>(column);
    if (!panel.axes.columns.find(columns[column])) other.axes.units[at] = like.axes.units[at];
  }
  return in_units(other, like.axes.units);
}

Panel spread_row(const Panel& panel, std::string_view label) {
  const Places rows(static_cast<std::size_t>(panel.rows()), panel.axes.index.at(label));
  return gathered(panel, rows, panel.axes.index, all_places(panel.cols()), panel.axes.columns);
}

Panel spread_column(const Panel& panel, std::string_view label) {
  const Places columns(static_cast<std::size_t>(panel.cols()), panel.axes.columns.at(label));
  const Panel same = gathered(panel, all_places(panel.rows()), panel.axes.index, columns, panel.axes.columns);
  return in_units(same, panel.axes.units);
}

Panel selected(const Panel& panel, const std::vector<std::string>& columns) {
  Places places;
  for (const std::string& name : columns) places.push_back(panel.axes.columns.at(name));
  return gathered(panel, all_places(panel.rows()), panel.axes.index, places,
                  panel.axes.columns.with(columns));
}

Panel in_units(const Panel& panel, const std::vector<std::string>& units) {
  if (units == panel.axes.units) return panel;
  Axes axes = panel.axes;
  axes.units = units;
  check_shape(axes, panel.rows(), panel.cols());
  Table<double> values = panel.values.view();
  std::optional<Table<Interval>> bounds;
  if (panel.bounds) bounds = panel.bounds->view();
  for (Index column = 0; column < panel.cols(); ++column) {
    const auto at = static_cast<std::size_t>(column);
    if (units[at] == panel.axes.units[at]) continue;
    try {
      const Factor factor = conversion(panel.axes.units[at], units[at]);
      values.col(column) = values.col(column).unaryExpr(factor).eval();
      if (bounds) bounds->col(column) = bounds->col(column).unaryExpr(factor).eval();
    } catch (const InputError& error) {
      throw InputError(axes.columns[column] + ": " + error.what());
    }
  }
  return {std::move(axes), values, panel.reasons.view(), std::move(bounds)};
}

}  // namespace mujun::compute
