#include "compute/score_points.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "compute/input_error.hpp"

namespace mujun::scoring {
namespace {

using compute::InputError;

/// Neumaier's sum: the order of the firms makes no difference that can be seen.
class Sum {
 public:
  void add(double value) {
    const double next = sum_ + value;
    lost_ += std::abs(sum_) >= std::abs(value) ? (sum_ - next) + value : (value - next) + sum_;
    sum_ = next;
    ++count_;
  }
  double total() const { return sum_ + lost_; }
  double mean() const { return total() / static_cast<double>(count_); }
  std::size_t count() const { return count_; }

 private:
  double sum_ = 0;
  double lost_ = 0;
  std::size_t count_ = 0;
};

/// Calls visit(row, group) for every row of the mask.
template <class Visit>
void each_row(const Mask& mask, const Firms& firms, Visit&& visit) {
  for (Eigen::Index row = 0; row < mask.size(); ++row) {
    if (mask[row]) visit(row, firms.group_of(static_cast<std::size_t>(row)));
  }
}

std::vector<Sum> sums_of(const Eigen::Ref<const Eigen::ArrayXd>& values, const Mask& mask,
                         const Firms& firms) {
  std::vector<Sum> sums(firms.groups.size());
  each_row(mask, firms, [&](Eigen::Index row, std::size_t group) { sums[group].add(values[row]); });
  return sums;
}

std::string in_group(const Firms& firms, std::size_t group) {
  return firms.groups[group].empty() ? std::string() : " in group " + firms.groups[group];
}

/// A number a group, as a number a firm.
Eigen::ArrayXd spread_out(const std::vector<double>& by_group, const Firms& firms) {
  const auto rows = static_cast<Eigen::Index>(firms.rows);
  if (by_group.size() == 1) return Eigen::ArrayXd::Constant(rows, by_group[0]);
  return Eigen::ArrayXd::NullaryExpr(
      rows, [&](Eigen::Index row) { return by_group[firms.group_of(static_cast<std::size_t>(row))]; });
}

std::vector<double> bases_of(const Indicator& indicator, const Source& source, const Firms& firms,
                             const Values& found, const Mask& counted) {
  const Base base = indicator.base;
  std::vector<double> bases(firms.groups.size(), base.number);
  if (base.kind == BaseKind::fixed) return bases;
  const bool of_totals = base.kind == BaseKind::mean_of_totals && source.denominator;
  const auto above =
      of_totals ? sums_of(array_of(source.numerator), counted, firms) : sums_of(found.values, counted, firms);
  const auto below = of_totals ? sums_of(array_of(*source.denominator), counted, firms) : above;
  for (std::size_t group = 0; group < bases.size(); ++group) {
    if (above[group].count() == 0) continue;  // nobody is measured by this base
    const double mean =
        of_totals ? source.unit(above[group].total() / below[group].total()) : above[group].mean();
    if (!(mean > 0)) {
      throw InputError("the mean of " + indicator.name + in_group(firms, group) +
                       " is not above 0, so it is no base: give bases={'" + indicator.name + "': ...}");
    }
    bases[group] = base.number * mean;
  }
  return bases;
}

Eigen::ArrayXd spread_points(const Indicator& indicator, const Firms& firms, const Values& found,
                             const Mask& counted) {
  constexpr double endless = std::numeric_limits<double>::infinity();
  std::vector<double> least(firms.groups.size(), endless), most(firms.groups.size(), -endless);
  each_row(counted, firms, [&](Eigen::Index row, std::size_t group) {
    least[group] = std::min(least[group], found.values[row]);
    most[group] = std::max(most[group], found.values[row]);
  });
  for (std::size_t group = 0; group < least.size(); ++group) {
    if (least[group] == most[group]) {
      throw InputError(indicator.name + " has one and the same value for every firm" +
                       in_group(firms, group) +
                       ": between its least and its most there is nothing to measure by");
    }
    if (indicator.less_is_better) std::swap(least[group], most[group]);
  }
  const Eigen::ArrayXd low = spread_out(least, firms), high = spread_out(most, firms);
  const double from = indicator.from;
  return indicator.weight * (from + (100 - from) * (found.values - low) / (high - low)) / 100;
}

double step_points(const std::vector<Step>& steps, double bases) {
  double points = 0;
  for (const Step& step : steps) {
    if (reaches(bases, step.from)) points = step.points;
  }
  return points;
}

Eigen::ArrayXd raw_points(const Indicator& indicator, const Source& source, const Firms& firms,
                          const Values& found, const Mask& counted) {
  if (indicator.form == Form::points) return found.values;
  if (indicator.form == Form::min_max) return spread_points(indicator, firms, found, counted);
  const Eigen::ArrayXd bases =
      found.values / spread_out(bases_of(indicator, source, firms, found, counted), firms);
  if (indicator.form == Form::steps) {
    return bases.unaryExpr([&](double value) { return step_points(indicator.steps, value); });
  }
  if (indicator.less_is_better) return indicator.weight * (2 - bases).max(0.0);
  return indicator.weight * bases;
}

void cut(const Indicator& indicator, Values& found, Eigen::ArrayXd& points) {
  const auto mark = [&](const Mask& cut_off, Event event) {
    for (Eigen::Index row = 0; row < cut_off.size(); ++row) {
      if (cut_off[row] && found.present[row]) found.events[static_cast<std::size_t>(row)] |= event;
    }
  };
  if (indicator.cap) {
    const double most = *indicator.cap * indicator.weight;
    mark(points > most, capped);
    points = points.min(most).eval();
  }
  if (indicator.floor) {
    const double least = *indicator.floor * indicator.weight;
    mark(points < least, floored);
    points = points.max(least).eval();
  }
}

void stand_in(const Indicator& indicator, const Firms& firms, const Mask& counted, const Mask& lacking,
              Values& found, Points& points) {
  std::vector<Sum> sums;
  if (indicator.missing == MissingRule::mean) sums = sums_of(points.values, counted, firms);
  each_row(lacking, firms, [&](Eigen::Index row, std::size_t group) {
    switch (indicator.missing) {
      case MissingRule::zero:
        points.values[row] = 0;
        break;
      case MissingRule::penalty:
        points.values[row] = -indicator.penalty;
        break;
      case MissingRule::mean:
        if (sums[group].count() == 0) {
          found.events[static_cast<std::size_t>(row)] |= no_mean;
          return;
        }
        points.values[row] = sums[group].mean();
        break;
      case MissingRule::unrated:
      case MissingRule::exempt:
        return;
    }
    points.present[row] = true;
  });
}

}  // namespace

Points points_of(const Indicator& indicator, const Source& source, const Firms& firms, Taking taking,
                 Values& found) {
  const Mask counted = found.present && taking.rated;
  Points points{raw_points(indicator, source, firms, found, counted), found.present && taking.scored};
  cut(indicator, found, points.values);
  stand_in(indicator, firms, counted, taking.scored && !found.present, found, points);
  return points;
}

}  // namespace mujun::scoring
