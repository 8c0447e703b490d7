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

/// A column's figures that are there, each with its row.
struct Ranked {
  double value;
  Index row;
};

std::vector<Ranked> figures_of(const Panel& panel, Index column) {
  std::vector<Ranked> figures;
  for (Index row = 0; row < panel.rows(); ++row) {
    if (!panel.mask(row, column)) figures.push_back({panel.values(row, column), row});
  }
  return figures;
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
    std::vector<Ranked> figures = figures_of(panel, column);
    std::ranges::sort(figures, [&](const Ranked& one, const Ranked& other) {
      return descending ? one.value > other.value : one.value < other.value;
    });
    double place = 0;
    for (std::size_t at = 0; at < figures.size(); ++at) {
      const bool next = at == 0 || !tied(figures[at].value, figures[at - 1].value);
      if (next) place = ties == Ties::dense ? place + 1 : static_cast<double>(at + 1);
      places(figures[at].row, column) = place;
    }
  }
  return {in_unit(panel, "位"), places, panel.reasons.view()};
}

Panel zscore(const Panel& panel, int ddof) {
  Table<double> scores(panel.rows(), panel.cols());
  Table<Reason> reasons = panel.reasons.view();
  for (Index column = 0; column < panel.cols(); ++column) {
    const auto there = !panel.mask.view().col(column);
    const auto figures = panel.values.view().col(column);
    const auto count = static_cast<double>(there.count());
    const double mean = there.select(figures, 0).sum() / count;
    const Eigen::ArrayXd apart = there.select(figures - mean, 0);
    const double deviation = count > ddof ? std::sqrt(apart.square().sum() / (count - ddof)) : 0;
    // Deviations that rounding alone makes are none.
    const bool spread = deviation > tied_within * there.select(figures.abs(), 0).sum();
    scores.col(column) = apart / deviation;
    if (!spread) reasons.col(column) = there.select(Reason::no_spread, reasons.col(column));
  }
  return {in_unit(panel, ""), scores, reasons};
}

}  // namespace mujun::compute
