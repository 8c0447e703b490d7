#include "compute/score_points.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
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

/// Changes every firm's number by that of its group.
template <class Change>
void by_group(Figures& figures, const std::vector<double>& of_group, const Firms& firms, Change&& change) {
  auto numbers = figures.array();
  if (of_group.size() == 1) {
    change(numbers, of_group[0]);
    return;
  }
  for (Eigen::Index row = 0; row < numbers.size(); ++row) {
    change(numbers[row], of_group[firms.group_of(static_cast<std::size_t>(row))]);
  }
}

std::vector<double> bases_of(const Indicator& indicator, const Source& source, const Firms& firms,
                             Figures& values, const Mask& counted) {
  const Base base = indicator.base;
  std::vector<double> bases(firms.groups.size(), base.number);
  if (base.kind == BaseKind::fixed) return bases;
  const bool of_totals = base.kind == BaseKind::mean_of_totals && source.denominator;
  const auto above = of_totals ? sums_of(array_of(source.numerator), counted, firms)
                               : sums_of(values.array(), counted, firms);
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

/// From 0 for the least value of the group to 1 for the most; the other way round where less is better.
void spread(const Indicator& indicator, const Firms& firms, Figures& values, const Mask& counted) {
  constexpr double endless = std::numeric_limits<double>::infinity();
  std::vector<double> least(firms.groups.size(), endless), most(firms.groups.size(), -endless);
  const auto numbers = values.array();
  each_row(counted, firms, [&](Eigen::Index row, std::size_t group) {
    least[group] = std::min(least[group], numbers[row]);
    most[group] = std::max(most[group], numbers[row]);
  });
  for (std::size_t group = 0; group < least.size(); ++group) {
    if (least[group] == most[group]) {
      throw InputError(indicator.name + " has one and the same value for every firm" +
                       in_group(firms, group) +
                       ": between its least and its most there is nothing to measure by");
    }
    if (indicator.less_is_better) std::swap(least[group], most[group]);
  }
  std::vector<double> widths(least.size());
  std::ranges::transform(most, least, widths.begin(), std::minus<>());
  by_group(values, least, firms, [](auto& number, double low) { number -= low; });
  by_group(values, widths, firms, [](auto& number, double width) { number /= width; });
}

double step_points(const std::vector<Step>& steps, double bases) {
  double points = 0;
  for (const Step& step : steps) {
    if (reaches(bases, step.from)) points = step.points;
  }
  return points;
}

void measure(const Indicator& indicator, const Source& source, const Firms& firms, const Mask& counted,
             Figures& figures) {
  auto numbers = figures.array();
  if (indicator.form == Form::points) return;
  if (indicator.form == Form::min_max) {
    spread(indicator, firms, figures, counted);
    numbers = indicator.weight * (indicator.from + (100 - indicator.from) * numbers) / 100;
    return;
  }
  by_group(figures, bases_of(indicator, source, firms, figures, counted), firms,
           [](auto& number, double base) { number /= base; });
  if (indicator.form == Form::steps) {
    numbers = numbers.unaryExpr([&](double bases) { return step_points(indicator.steps, bases); });
    return;
  }
  if (indicator.less_is_better) numbers = (2 - numbers).max(0.0);
  numbers *= indicator.weight;
}

void cut(const Indicator& indicator, Figures& figures) {
  const auto to = [&](double bound, Event event, auto beyond) {
    for (std::size_t row = 0; row < figures.values.size(); ++row) {
      if (!figures.present[static_cast<Eigen::Index>(row)] || !beyond(figures.values[row], bound)) continue;
      figures.values[row] = bound;
      figures.events[row] |= event;
    }
  };
  if (indicator.cap) to(*indicator.cap * indicator.weight, capped, std::greater<>());
  if (indicator.floor) to(*indicator.floor * indicator.weight, floored, std::less<>());
}

void stand_in(const Indicator& indicator, const Firms& firms, const Mask& counted, const Mask& lacking,
              Figures& figures) {
  std::vector<Sum> sums;
  if (indicator.missing == MissingRule::mean) sums = sums_of(figures.array(), counted, firms);
  auto points = figures.array();
  each_row(lacking, firms, [&](Eigen::Index row, std::size_t group) {
    switch (indicator.missing) {
      case MissingRule::zero:
        points[row] = 0;
        break;
      case MissingRule::penalty:
        points[row] = -indicator.penalty;
        break;
      case MissingRule::mean:
        if (sums[group].count() == 0) {
          figures.events[static_cast<std::size_t>(row)] |= no_mean;
          return;
        }
        points[row] = sums[group].mean();
        break;
      case MissingRule::unrated:
      case MissingRule::exempt:
        return;
    }
    figures.present[row] = true;
  });
}

}  // namespace

void make_points(const Indicator& indicator, const Source& source, const Firms& firms, Taking taking,
                 Figures& figures) {
  const Mask counted = figures.present && taking.rated;
  const Mask lacking = taking.scored && !figures.present;
  measure(indicator, source, firms, counted, figures);
  cut(indicator, figures);
  figures.present = figures.present && taking.scored;
  stand_in(indicator, firms, counted, lacking, figures);
}

}  // namespace mujun::scoring
