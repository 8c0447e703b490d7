// The formulas of METHOD's growth words, each once, for a number and for an interval. Rates are in %.
//
// An interval's formula has each variable once, so that its bounds are as narrow as they can be; a number's
// is the one whose roundings are fewest (107 over 100 is 7%, not 7.000000000000006%). why_not() says where a
// formula has no answer.
#pragma once

#include <cmath>

#include "compute/interval.hpp"
#include "compute/reason.hpp"

namespace mujun::compute {

/// 同比, 环比: how much `now` is above `base`, which is positive.
struct Growth {
  double operator()(double now, double base) const { return 100 * (now - base) / base; }
  Interval operator()(Interval now, Interval base) const { return (now / base - 1) * 100; }
  static Reason why_not(double, double base) { return of_base(base); }
};

/// What `now` grew from, at a growth above −100%.
struct Base {
  double operator()(double now, double growth) const { return 100 * now / (100 + growth); }
  Interval operator()(Interval now, Interval growth) const { return now / (1 + growth / 100); }
  static Reason why_not(double, double growth) {
    return growth <= -100 ? Reason::nothing_left : Reason::none;
  }
};

/// 年均增长 by level (水平法): the yearly rate that leads from `base` to `end` in `years` years.
struct AverageGrowth {
  double operator()(double end, double base, double years) const {
    return 100 * (std::pow(end / base, 1 / years) - 1);
  }
  Interval operator()(Interval end, Interval base, double years) const {
    return (root(end / base, years).value_or(Interval::everything()) - 1) * 100;
  }
  static Reason why_not(double end, double base, double years) {
    if (years <= 0) return Reason::no_years;
    return end < 0 ? Reason::negative_end : of_base(base);
  }
};

/// 两年平均: the geometric mean of two years' growths, neither below −100%.
struct TwoYearAverage {
  double operator()(double first, double second) const {
    return std::sqrt((100 + first) * (100 + second)) - 100;
  }
  Interval operator()(Interval first, Interval second) const {
    return sqrt((first + 100) * (second + 100)).value_or(Interval::everything()) - 100;
  }
  static Reason why_not(double first, double second) {
    return first < -100 || second < -100 ? Reason::below_nothing : Reason::none;
  }
};

/// The growth of A/B of which A grew by `above` and B by `below`, above −100%.
struct RatioGrowth {
  double operator()(double above, double below) const { return 100 * (above - below) / (100 + below); }
  Interval operator()(Interval above, Interval below) const {
    return ((above + 100) / (below + 100) - 1) * 100;
  }
  static Reason why_not(double, double below) { return below <= -100 ? Reason::nothing_left : Reason::none; }
};

/// 贡献率: the share of a part's increment in the whole's, which is not zero.
struct Contribution {
  double operator()(double part_now, double part_base, double whole_now, double whole_base) const {
    return 100 * (part_now - part_base) / (whole_now - whole_base);
  }
  Interval operator()(Interval part_now, Interval part_base, Interval whole_now, Interval whole_base) const {
    return (part_now - part_base) / (whole_now - whole_base) * 100;
  }
  static Reason why_not(double, double, double whole_now, double whole_base) {
    return whole_now == whole_base ? Reason::unchanged_whole : Reason::none;
  }
};

/// 拉动: how many percentage points of the whole's growth are the part's.
struct Pull {
  double operator()(double part_now, double part_base, double whole_base) const {
    return 100 * (part_now - part_base) / whole_base;
  }
  Interval operator()(Interval part_now, Interval part_base, Interval whole_base) const {
    return (part_now - part_base) / whole_base * 100;
  }
  static Reason why_not(double, double, double whole_base) { return of_base(whole_base); }
};

/// The part in % of a whole.
struct Share {
  double operator()(double part, double whole) const { return 100 * part / whole; }
  Interval operator()(Interval part, Interval whole) const { return part / whole * 100; }
  static Reason why_not(double, double whole) { return whole == 0 ? Reason::zero_whole : Reason::none; }
};

/// An index number: in % of a base, which is positive.
struct IndexNumber : Share {
  static Reason why_not(double, double base) { return of_base(base); }
};

/// 亩均: a total over the area that yields it.
struct PerArea {
  double operator()(double total, double area) const { return total / area; }
  Interval operator()(Interval total, Interval area) const { return total / area; }
  static Reason why_not(double, double area) {
    if (area < 0) return Reason::negative_area;
    return area == 0 ? Reason::zero_area : Reason::none;
  }
};

/// How far apart two figures are; of two rates, in points.
struct Gap {
  double operator()(double figure, double reference) const { return figure - reference; }
  Interval operator()(Interval figure, Interval reference) const { return figure - reference; }
  static Reason why_not(double, double) { return Reason::none; }
};

}  // namespace mujun::compute
