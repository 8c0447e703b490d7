#include "compute/panel_order.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace mujun::compute {
namespace {

using Eigen::Index;

constexpr double tied_within = 1e-12;

bool tied(double one, double other) {
  return std::abs(one - other) <= tied_within * std::max(std::abs(one), std::abs(other));
}

std::vector<Index> rows_with_figures(const Panel& panel, Index column) {
  std::vector<Index> rows;
  for (Index row = 0; row < panel.rows(); ++row) {
    if (!panel.mask(row, column)) rows.push_back(row);
  }
  return rows;
}

Axes in_unit(const Panel& panel, std::string_view unit) {
  Axes axes = panel.axes;
  axes.units.assign(axes.units.size(), std::string(unit));
  return axes;
}

}  // namespace

Panel rank(const Panel& panel, bool descending, Ties ties) {
  Table<double> places(panel.rows(), panel.cols());
  for (Index column = 0; column < panel.cols(); ++column) {
    std::vector<Index> rows = rows_with_figures(panel, column);
    const auto value = [&](Index row) { return panel.values(row, column); };
    std::stable_sort(rows.begin(), rows.end(), [&](Index one, Index other) {
      return descending ? value(one) > value(other) : value(one) < value(other);
    });
    double place = 0;
    for (std::size_t at = 0; at < rows.size(); ++at) {
      const bool next = at == 0 || !tied(value(rows[at]), value(rows[at - 1]));
      if (next) place = ties == Ties::dense ? place + 1 : static_cast<double>(at + 1);
      places(rows[at], column) = place;
    }
  }
  return {in_unit(panel, "位"), places, panel.reasons.view()};
}

Panel zscore(const Panel& panel, int ddof) {
  Table<double> scores(panel.rows(), panel.cols());
  Table<Reason> reasons = panel.reasons.view();
  for (Index column = 0; column < panel.cols(); ++column) {
    const std::vector<Index> rows = rows_with_figures(panel, column);
    const Eigen::ArrayXd figures = panel.values.view().col(column)(rows);
    const Eigen::ArrayXd apart = figures - (figures.size() == 0 ? 0 : figures.mean());
    const auto freedom = static_cast<double>(figures.size() - ddof);
    const double deviation = freedom > 0 ? std::sqrt(apart.square().sum() / freedom) : 0;
    // Deviations that rounding alone makes are none.
    const bool spread = deviation > tied_within * figures.abs().sum();
    for (std::size_t at = 0; at < rows.size(); ++at) {
      scores(rows[at], column) = spread ? apart(static_cast<Index>(at)) / deviation : 0;
      if (!spread) reasons(rows[at], column) = Reason::no_spread;
    }
  }
  return {in_unit(panel, ""), scores, reasons};
}

}  // namespace mujun::compute
