#include "compute/panel_pivot.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "compute/input_error.hpp"
#include "compute/unit.hpp"

namespace mujun::compute {
namespace {

using Eigen::Index;

constexpr std::array<std::string_view, 5> conflict_names{"raise", "first", "last", "mean", "mask"};
constexpr std::size_t named_clashes = 3;  // that an error tells of in full

/// Names in the order of their first appearance.
class Axis {
 public:
  Index place_of(std::string_view name) {
    const auto [found, is_new] = places_.emplace(name, static_cast<Index>(names_.size()));
    if (is_new) names_.emplace_back(name);
    return found->second;
  }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::unordered_map<std::string_view, Index> places_;
};

/// A row's figure in its column's unit.
struct Placed {
  double value = 0;
  Interval bounds;
  std::int64_t row = 0;
  Reason reason = Reason::no_figure;
  std::int64_t count = 0;  // rows that a mean is of
};

std::string shown(double value) {
  std::array<char, 400> text{};
  const bool plain = std::abs(value) < 1e15;  // 7050000000, not 7.05e+09
  const auto format = plain ? std::chars_format::fixed : std::chars_format::general;
  return {text.data(), std::to_chars(text.data(), text.data() + text.size(), value, format).ptr};
}

/// Printed more or less exactly, they may mean the same figure. Neighbours (5亿 and 6亿) only touch.
bool may_be_one(Interval one, Interval other) {
  return one.low < other.high && other.low < one.high;
}

/// The cells' figures, each put in its place as its row comes.
class Pivot {
 public:
  Pivot(const std::vector<Cell>& cells, Conflict conflict) : conflict_(conflict) {
    std::vector<std::pair<Index, Index>> places;
    places.reserve(cells.size());
    for (const Cell& cell : cells) {
      const Index row = index_.place_of(cell.index);
      places.emplace_back(row, columns_.place_of(cell.column));
    }
    figures_.resize(static_cast<Index>(index_.names().size()), static_cast<Index>(columns_.names().size()));
    units_.resize(columns_.names().size());
    for (std::size_t at = 0; at < cells.size(); ++at) put(cells[at], places[at].first, places[at].second);
    refuse_clashes();
  }

  Panel panel(const Period& period, bool bounded) const {
    Table<double> values = figures_.unaryExpr([](const Placed& f) { return f.value; });
    Table<Reason> reasons = figures_.unaryExpr([](const Placed& f) { return f.reason; });
    std::vector<std::string> units;
    for (const ColumnUnit& unit : units_) units.emplace_back(unit.unit);
    Axes axes{Labels("row", index_.names()), Labels("column", columns_.names()), std::move(units), period};
    if (!bounded) return {std::move(axes), values, reasons};
    Table<Interval> bounds = figures_.unaryExpr([](const Placed& f) { return f.bounds; });
    return {std::move(axes), values, reasons, std::move(bounds)};
  }

 private:
  /// The unit of a column, and of the row that gave it.
  struct ColumnUnit {
    std::string_view unit;
    std::optional<std::int64_t> row;
    std::unordered_map<std::string_view, Factor> factors;  // of other units
  };

  void put(const Cell& cell, Index row, Index column) {
    Placed figure{cell.value, cell.bounds.value_or(Interval(cell.value)), cell.row, cell.reason, 1};
    if (cell.reason == Reason::none) {
      const Factor factor = factor_of(cell, column);
      figure.value = factor(figure.value);
      figure.bounds = factor(figure.bounds);
    }
    Placed& there = figures_(row, column);
    if (there.reason == Reason::contradicted) return;
    if (there.reason != Reason::none) {
      // What says why is better than nothing, and a figure better than either.
      if (figure.reason != Reason::no_figure) there = figure;
    } else if (figure.reason == Reason::none) {
      settle(there, figure, row, column);
    }
  }

  void settle(Placed& there, const Placed& figure, Index row, Index column) {
    if (conflict_ == Conflict::mean) {
      const double count = static_cast<double>(there.count);
      there.value = (there.value * count + figure.value) / (count + 1);
      there.bounds = (there.bounds * count + figure.bounds) / (count + 1);
      ++there.count;
    } else if (there.value == figure.value || may_be_one(there.bounds, figure.bounds)) {
      if (figure.bounds.width() < there.bounds.width()) there = figure;
    } else if (conflict_ == Conflict::last) {
      there = figure;
    } else if (conflict_ == Conflict::mask) {
      there.reason = Reason::contradicted;
    } else if (conflict_ == Conflict::raise) {
      const auto says = [](const Placed& f) {
        return "row " + std::to_string(f.row) + " says " + shown(f.value);
      };
      const auto at = static_cast<std::size_t>(column);
      clashes_.push_back(index_.names()[static_cast<std::size_t>(row)] + ", " + columns_.names()[at] + ": " +
                         says(there) + ", " + says(figure) + " " + std::string(units_[at].unit));
    }
  }

  Factor factor_of(const Cell& cell, Index column) {
    ColumnUnit& unit = units_[static_cast<std::size_t>(column)];
    if (!unit.row) {
      unit.unit = cell.unit;
      unit.row = cell.row;
    }
    if (cell.unit == unit.unit) return {};
    const auto known = unit.factors.find(cell.unit);
    if (known != unit.factors.end()) return known->second;
    try {
      return unit.factors.emplace(cell.unit, conversion(cell.unit, unit.unit)).first->second;
    } catch (const InputError& error) {
      throw InputError(std::string(cell.column) + ": row " + std::to_string(*unit.row) + " is in '" +
                       std::string(unit.unit) + "', row " + std::to_string(cell.row) + " in '" +
                       std::string(cell.unit) + "': " + error.what());
    }
  }

  void refuse_clashes() const {
    if (clashes_.empty()) return;
    std::string message = "different figures of one thing: ";
    for (std::size_t at = 0; at < std::min(clashes_.size(), named_clashes); ++at)
      message += (at == 0 ? "" : "; ") + clashes_[at];
    if (clashes_.size() > named_clashes)
      message += "; and " + std::to_string(clashes_.size() - named_clashes) + " more";
    throw InputError(message + ": filter the rows, or choose conflict='mask', 'first', 'last' or 'mean'");
  }

  Conflict conflict_;
  Axis index_, columns_;
  Table<Placed> figures_;
  std::vector<ColumnUnit> units_;
  std::vector<std::string> clashes_;
};

}  // namespace

Conflict conflict_named(std::string_view name) {
  const auto found = std::find(conflict_names.begin(), conflict_names.end(), name);
  if (found == conflict_names.end())
    throw InputError("conflict='" + std::string(name) +
                     "': choose 'raise', 'mask', 'first', 'last' or 'mean'");
  return static_cast<Conflict>(found - conflict_names.begin());
}

Panel pivot(const std::vector<Cell>& cells, Conflict conflict, const Period& period) {
  const bool bounded = std::ranges::any_of(cells, [](const Cell& cell) { return cell.bounds.has_value(); });
  return Pivot(cells, conflict).panel(period, bounded);
}

}  // namespace mujun::compute
