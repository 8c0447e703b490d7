// A panel: figures of subjects (rows) by indicators (columns), with a mask, units and a period.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compute/interval.hpp"
#include "compute/reason.hpp"
#include "model/period.hpp"

template <>
struct Eigen::NumTraits<mujun::compute::Interval> : Eigen::GenericNumTraits<mujun::compute::Interval> {};

namespace mujun::compute {

template <class T>
using Table = Eigen::Array<T, Eigen::Dynamic, Eigen::Dynamic>;

/// A table that does not change any more, in its own memory or in memory that someone else keeps. A copy
/// shares it.
template <class T>
class Grid {
 public:
  using View = Eigen::Map<const Table<T>>;

  explicit Grid(Table<T> table) : rows_(table.rows()), columns_(table.cols()) {
    const auto kept = std::make_shared<const Table<T>>(std::move(table));
    data_ = {kept, kept->data()};
  }
  /// `data` is column by column and keeps its owner alive.
  Grid(std::shared_ptr<const T> data, Eigen::Index rows, Eigen::Index columns)
      : data_(std::move(data)), rows_(rows), columns_(columns) {}

  View view() const { return {data_.get(), rows_, columns_}; }
  const T& operator()(Eigen::Index row, Eigen::Index column) const {
    return data_.get()[column * rows_ + row];
  }

 private:
  std::shared_ptr<const T> data_;
  Eigen::Index rows_;
  Eigen::Index columns_;
};

/// The names of rows or of columns, each once. A copy shares them.
class Labels {
 public:
  /// Throws InputError where a label stands twice; `what` is "row" or "column".
  Labels(std::string_view what, std::vector<std::string> names);

  const std::vector<std::string>& names() const { return held_->names; }
  const std::string& operator[](Eigen::Index at) const { return held_->names[static_cast<std::size_t>(at)]; }
  Eigen::Index size() const { return static_cast<Eigen::Index>(held_->names.size()); }
  std::optional<Eigen::Index> find(std::string_view name) const;
  /// Throws InputError that says which labels there are.
  Eigen::Index at(std::string_view name) const;
  /// Another axis of this kind.
  Labels with(std::vector<std::string> names) const { return {held_->what, std::move(names)}; }

 private:
  struct Held {
    std::string what;
    std::vector<std::string> names;
    std::unordered_map<std::string_view, Eigen::Index> places;
  };
  std::shared_ptr<const Held> held_;
};

/// What stands around the figures: everything that two panels of one shape may share.
struct Axes {
  Labels index;
  Labels columns;
  std::vector<std::string> units;  // one a column; empty where unknown
  Period period;                   // empty where unknown, or where the rows or columns are periods
};

struct Panel {
  /// The parts must be of one shape. What has a reason not to be there becomes NaN.
  Panel(Axes labels, const Table<double>& figures, const Table<Reason>& why_not,
        std::optional<Table<Interval>> bounds_of_figures = std::nullopt);
  /// Over memory that someone else keeps, without a copy unless `missing` takes a figure out. NaN is no
  /// figure; an infinite one is an InputError. `missing` is empty or of the figures' shape.
  static Panel over(Axes labels, Grid<double> figures, const Table<bool>& missing = {});

  Eigen::Index rows() const { return axes.index.size(); }
  Eigen::Index cols() const { return axes.columns.size(); }
  /// "路桥区, 税收".
  std::string name_of(Eigen::Index row, Eigen::Index column) const;
  /// What is known of a figure that is there; a panel without bounds has exact figures.
  Interval interval(Eigen::Index row, Eigen::Index column) const;

  Axes axes;
  Grid<double> values;                   // NaN where masked
  Grid<Reason> reasons;                  // Reason::none where there is a figure
  Grid<bool> mask;                       // true where there is none
  std::optional<Grid<Interval>> bounds;  // of the true figures

 private:
  Panel(Axes labels, Grid<double> figures, Grid<Reason> why_not);
};

using Places = std::vector<Eigen::Index>;
/// 0, 1, … size − 1.
Places all_places(Eigen::Index size);

/// These rows and columns in this order, under these labels; a place of -1 has no figure.
Panel gathered(const Panel& panel, const Places& rows, const Labels& index, const Places& columns,
               const Labels& labels);
/// The figures of `panel` where `like` has its labels.
Panel aligned(const Panel& panel, const Panel& like);
/// The row of this label as every row; the column of this label as every column.
Panel spread_row(const Panel& panel, std::string_view label);
Panel spread_column(const Panel& panel, std::string_view label);
/// The columns of these labels.
Panel selected(const Panel& panel, const std::vector<std::string>& columns);
/// Converted, one unit a column. Throws InputError naming the column where a unit measures something else.
Panel in_units(const Panel& panel, const std::vector<std::string>& units);

}  // namespace mujun::compute
