// Panels as Python sees them: made of arrays, frames and facts, seen as arrays over their own memory.
#include "compute/panel.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindings/bindings.hpp"
#include "bindings/panel_frames.hpp"
#include "compute/calendar.hpp"
#include "compute/input_error.hpp"
#include "compute/panel_facts.hpp"
#include "compute/panel_figures.hpp"
#include "compute/panel_order.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

using compute::Axes;
using compute::InputError;
using compute::Labels;
using compute::Panel;
using compute::Reason;

using Held = std::shared_ptr<Panel>;
using Strings = std::vector<std::string>;
using Days = std::pair<py::object, py::object>;  // first and last day, or None
using Numbers = py::array_t<double, py::array::f_style | py::array::forcecast>;
using Truths = py::array_t<bool, py::array::f_style | py::array::forcecast>;

Period period_of(const Days& days) {
  return {to_day(days.first), to_day(days.second)};
}

Days days_of(const Period& period) {
  return {to_date(period.start), to_date(period.end)};
}

Axes axes_of(Strings index, Strings columns, Strings units, const Days& period) {
  return {Labels("row", std::move(index)), Labels("column", std::move(columns)), std::move(units),
          period_of(period)};
}

/// The memory of an array, which is let go of with the GIL held.
std::shared_ptr<const double> memory_of(const Numbers& array) {
  const auto release = [](py::object* held) {
    const py::gil_scoped_acquire gil;
    delete held;
  };
  const std::shared_ptr<py::object> owner(new py::object(array), release);
  return {owner, array.data()};
}

/// pybind11 hands over the caller's own array where it is float64, column by column, and a copy where it is
/// not.
Panel from_array(const Numbers& figures, const Truths& missing, Strings index, Strings columns, Strings units,
                 const Days& period) {
  if (figures.ndim() != 2 || missing.ndim() != 2)
    throw InputError("figures and mask must have two dimensions, rows and columns");
  const Eigen::Map<const compute::Table<bool>> masked(missing.data(), missing.shape(0), missing.shape(1));
  return Panel::over(axes_of(std::move(index), std::move(columns), std::move(units), period),
                     compute::Grid<double>(memory_of(figures), figures.shape(0), figures.shape(1)), masked);
}

Panel from_wide(const arrow::Frame& frame, const std::string& index, const Strings& columns, Strings units,
                const Days& period) {
  return wide_panel(frame, index, columns, std::move(units), period_of(period));
}

Panel from_long(const arrow::Frame& frame, const std::string& index, const std::string& columns,
                const std::string& values, const std::optional<std::string>& unit_column,
                std::map<std::string, std::string, std::less<>> units, const std::string& unit,
                const std::string& conflict, const Days& period) {
  return long_panel(frame, {index, columns, values, unit_column, std::move(units), unit},
                    compute::conflict_named(conflict), period_of(period));
}

Panel from_facts(const FactTable& table, const std::string& index, const std::string& columns,
                 const std::optional<Days>& period, const std::string& measure, const std::string& status,
                 const std::string& conflict, float confidence, const knowledge::Knowledge* own) {
  compute::PanelQuery query{
      index, columns, std::nullopt, measure, status, compute::conflict_named(conflict), confidence};
  if (period) query.period = period_of(*period);
  const compute::Documents one_page(table.size());  // a panel may be made of figures of many pages
  return compute::panel_of(compute::FactView(table, one_page, known(own)), query);
}

/// A read-only array over the panel's memory, which keeps the panel; figures lie `step` bytes apart.
template <class T>
py::array array_over(const Held& panel, const T* first, std::size_t step) {
  const auto bytes = static_cast<py::ssize_t>(step);
  const auto rows = static_cast<py::ssize_t>(panel->rows());
  const auto columns = static_cast<py::ssize_t>(panel->cols());
  py::array_t<T> array({rows, columns}, {bytes, bytes * rows}, first, py::cast(panel));
  array.attr("setflags")(py::arg("write") = false);
  return array;
}

template <double compute::Interval::*side>
py::object bounds(const Held& panel) {
  if (!panel->bounds || panel->values.view().size() == 0) return py::none();
  return array_over(panel, &(panel->bounds->view().data()->*side), sizeof(compute::Interval));
}

/// (row, column, reason) of what is masked.
py::list reasons(const Panel& panel) {
  py::list found;
  for (Eigen::Index row = 0; row < panel.rows(); ++row) {
    for (Eigen::Index column = 0; column < panel.cols(); ++column) {
      const Reason reason = panel.reasons(row, column);
      if (reason != Reason::none)
        found.append(py::make_tuple(panel.axes.index[row], panel.axes.columns[column], meaning_of(reason)));
    }
  }
  return found;
}

/// The same figures under other names.
Panel renamed(const Panel& panel, Strings index, Strings columns) {
  Panel copy = panel;
  copy.axes.index = copy.axes.index.with(std::move(index));
  copy.axes.columns = copy.axes.columns.with(std::move(columns));
  return copy;
}

/// The rows of these labels under other names; a label that is not there gives a row without figures.
Panel rows_as(const Panel& panel, const Strings& labels, Strings names) {
  compute::Places rows;
  for (const std::string& label : labels) rows.push_back(panel.axes.index.find(label).value_or(-1));
  return gathered(panel, rows, panel.axes.index.with(std::move(names)), compute::all_places(panel.cols()),
                  panel.axes.columns);
}

Panel contribution(const Panel& now, const Panel& base, const std::string& whole, bool points) {
  using Kind = compute::ContributionKind;
  return compute::contribution(now, base, whole, points ? Kind::points : Kind::rate);
}

void bind_methods(py::class_<Panel, Held>& panel) {
  using Label = const std::string&;
  panel.def("renamed", &renamed, py::arg("index"), py::arg("columns"))
      .def("rows_as", &rows_as, py::arg("labels"), py::arg("names"))
      .def("selected", &compute::selected, py::arg("columns"))
      .def("in_units", &compute::in_units, py::arg("units"))
      .def("growth", &compute::growth, py::arg("base"))
      .def("per_mu", &compute::per_mu, py::arg("columns"), py::arg("by"))
      .def("share", &compute::share, py::arg("of"))
      .def("contribution", &contribution, py::arg("base"), py::arg("whole"), py::arg("points"))
      .def(
          "index_to", [](const Panel& self, Label base) { return index_to(self, base); }, py::arg("base"))
      .def(
          "index_to", [](const Panel& self, const Panel& base) { return index_to(self, base); },
          py::arg("base"))
      .def(
          "gap", [](const Panel& self, Label other) { return gap(self, other); }, py::arg("reference"))
      .def(
          "gap", [](const Panel& self, const Panel& other) { return gap(self, other); }, py::arg("reference"))
      .def(
          "rank",
          [](const Panel& self, bool descending, bool dense) {
            return compute::rank(self, descending, dense ? compute::Ties::dense : compute::Ties::min);
          },
          py::arg("descending"), py::arg("dense"))
      .def("zscore", &compute::zscore, py::arg("ddof"));
}

}  // namespace

void bind_panel(py::module_& module) {
  py::class_<Panel, Held> panel(module, "Panel", py::is_final(), "Figures with a mask, labels and units.");
  panel
      .def(py::init(&from_array), py::arg("values"), py::arg("mask"), py::arg("index"), py::arg("columns"),
           py::arg("units"), py::arg("period"))
      .def_static("from_wide", &from_wide, py::arg("frame"), py::arg("index"), py::arg("columns"),
                  py::arg("units"), py::arg("period"))
      .def_static("from_long", &from_long, py::arg("frame"), py::arg("index"), py::arg("columns"),
                  py::arg("values"), py::arg("unit_column"), py::arg("units"), py::arg("unit"),
                  py::arg("conflict"), py::arg("period"))
      .def_static("from_facts", &from_facts, py::arg("table"), py::arg("index"), py::arg("columns"),
                  py::arg("period"), py::arg("measure"), py::arg("status"), py::arg("conflict"),
                  py::arg("confidence"), py::arg("knowledge") = py::none())
      .def("values",
           [](const Held& self) { return array_over(self, self->values.view().data(), sizeof(double)); })
      .def("mask", [](const Held& self) { return array_over(self, self->mask.view().data(), sizeof(bool)); })
      .def("low", &bounds<&compute::Interval::low>)
      .def("high", &bounds<&compute::Interval::high>)
      .def("reasons", &reasons)
      .def("index", [](const Panel& self) { return self.axes.index.names(); })
      .def("columns", [](const Panel& self) { return self.axes.columns.names(); })
      .def("units", [](const Panel& self) { return self.axes.units; })
      .def("period", [](const Panel& self) { return days_of(self.axes.period); });
  bind_methods(panel);
  module.def(
      "year_before",
      [](const Days& period) { return days_of(compute::compared_with(period_of(period), Basis::yoy)); },
      py::arg("period"), "The same days a year before.");
}

}  // namespace mujun
