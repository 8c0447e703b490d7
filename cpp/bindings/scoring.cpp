// Scoring firms: schemes in, scores out.
#include <pybind11/stl.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "arrow/import.hpp"
#include "bindings/bindings.hpp"
#include "bindings/firm_frame.hpp"
#include "bindings/table.hpp"
#include "compute/input_error.hpp"
#include "compute/score.hpp"
#include "compute/transition.hpp"

namespace py = pybind11;

namespace mujun::arrow {

/// A score table's columns take their names from the scheme.
template <>
ColumnList columns_of<scoring::ScoreTable>(std::shared_ptr<const scoring::ScoreTable> table) {
  ColumnList list;
  list.rows = static_cast<std::int64_t>(table->size());
  scoring::ScoreTable::each_column(*table, [&](std::string_view name, const auto& column) {
    list.columns.push_back(view_of(name, column, true));
  });
  list.owner = std::move(table);
  return list;
}

}  // namespace mujun::arrow

namespace mujun {
namespace {

using compute::InputError;
using scoring::FirmColumn;
using scoring::Firms;
using scoring::Scheme;
using scoring::ScoreTable;

/// The value of an enum by its name, which the Python layer has checked.
template <class Enum>
Enum named(std::string_view name, std::initializer_list<std::string_view> names) {
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) throw py::value_error("no such name: " + std::string(name));
  return static_cast<Enum>(found - names.begin());
}

using IndicatorTuple = std::tuple<std::string, double, std::string, bool, std::string, double, double,
                                  std::vector<std::pair<double, double>>, std::optional<double>,
                                  std::optional<double>, std::string, double>;
using GradesTuple = std::tuple<std::string, std::vector<std::pair<std::string, double>>, std::string, bool>;

scoring::Indicator indicator_of(const IndicatorTuple& tuple) {
  const auto& [name, weight, form, less, base_kind, base, from, steps, cap, floor, missing, penalty] = tuple;
  scoring::Indicator indicator;
  indicator.name = name;
  indicator.weight = weight;
  indicator.form = named<scoring::Form>(form, {"ratio", "min-max", "steps", "points"});
  indicator.less_is_better = less;
  indicator.base.kind = named<scoring::BaseKind>(base_kind, {"fixed", "firms", "totals"});
  indicator.base.number = base;
  indicator.from = from;
  for (const auto& [reached, points] : steps) indicator.steps.push_back({reached, points});
  indicator.cap = cap;
  indicator.floor = floor;
  indicator.missing =
      named<scoring::MissingRule>(missing, {"unrated", "zero", "group mean", "exempt", "penalty"});
  indicator.penalty = penalty;
  return indicator;
}

std::shared_ptr<Scheme> make_scheme(const std::vector<IndicatorTuple>& indicators, const GradesTuple& grades,
                                    std::string exempt_grade, bool exempt_scored) {
  auto scheme = std::make_shared<Scheme>();
  for (const IndicatorTuple& tuple : indicators) scheme->indicators.push_back(indicator_of(tuple));
  const auto& [by, classes, rounding, ties_up] = grades;
  scheme->grades.by = named<scoring::Grading>(by, {"none", "share", "threshold"});
  for (const auto& [name, bound] : classes) scheme->grades.classes.push_back({name, bound});
  scheme->grades.rounding = named<scoring::Rounding>(rounding, {"down", "nearest", "up"});
  scheme->grades.ties_up = ties_up;
  scheme->exempt_grade = std::move(exempt_grade);
  scheme->exempt_scored = exempt_scored;
  return scheme;
}

/// numerator, its unit, denominator, its unit, the indicator's unit, whether a denominator of 0 is no figure
using SourceTuple =
    std::tuple<std::string, std::string, std::optional<std::string>, std::string, std::string, bool>;

struct Roles {
  std::vector<std::string> bonus, malus;
  std::optional<std::string> factor, exempt, group, name;
};

void assign(const Roles& roles, FirmFrame& frame) {
  if (roles.name) frame.name_by(*roles.name);
  if (roles.exempt) frame.exempt_by(*roles.exempt);
  if (roles.group) frame.group_by(*roles.group);
  frame.firms.bonus = frame.columns(roles.bonus);
  frame.firms.malus = frame.columns(roles.malus);
  if (roles.factor) frame.firms.factor = frame.column(*roles.factor);
}

std::shared_ptr<ScoreTable> score(const arrow::Frame& frame, const Scheme& scheme,
                                  const std::vector<SourceTuple>& sources, const Roles& roles) {
  const py::gil_scoped_release release;
  FirmFrame firms(frame);
  assign(roles, firms);
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto& [numerator, above, denominator, below, unit, zero_is_missing] = sources[i];
    scoring::Source source{firms.column(numerator)};
    if (denominator) source.denominator = firms.column(*denominator);
    try {
      source.unit = scoring::factor_between(above, denominator ? below : "", unit);
    } catch (const InputError& error) {
      throw InputError(scheme.indicators[i].name + ": " + error.what());
    }
    source.zero_is_missing = zero_is_missing;
    firms.firms.sources.push_back(std::move(source));
  }
  return std::make_shared<ScoreTable>(scoring::score(scheme, firms.firms));
}

std::shared_ptr<ScoreTable> grade(const arrow::Frame& frame, const Scheme& scheme, const std::string& scores,
                                  const Roles& roles) {
  const py::gil_scoped_release release;
  FirmFrame firms(frame);
  assign(roles, firms);
  return std::make_shared<ScoreTable>(scoring::grade(scheme, firms.column(scores), firms.firms));
}

std::shared_ptr<scoring::TransitionTable> transitions(std::vector<std::string> firms_before,
                                                      const ScoreTable& before,
                                                      std::vector<std::string> firms_now,
                                                      const ScoreTable& now, std::vector<std::string> classes,
                                                      std::vector<std::string> exits) {
  const py::gil_scoped_release release;
  return std::make_shared<scoring::TransitionTable>(
      scoring::transitions({std::move(firms_before), before.grade}, {std::move(firms_now), now.grade},
                           {std::move(classes), std::move(exits)}));
}

}  // namespace

void bind_scoring(py::module_& module) {
  py::class_<Scheme, std::shared_ptr<Scheme>>(module, "Scheme", py::is_final())
      .def(py::init(&make_scheme), py::arg("indicators"), py::arg("grades"), py::arg("exempt_grade"),
           py::arg("exempt_scored"));
  py::class_<Roles>(module, "Roles", py::is_final(), "Which columns of a frame of firms play which part.")
      .def(py::init([](std::vector<std::string> bonus, std::vector<std::string> malus,
                       std::optional<std::string> factor, std::optional<std::string> exempt,
                       std::optional<std::string> group, std::optional<std::string> name) {
             return Roles{std::move(bonus),  std::move(malus), std::move(factor),
                          std::move(exempt), std::move(group), std::move(name)};
           }),
           py::arg("bonus"), py::arg("malus"), py::arg("factor"), py::arg("exempt"), py::arg("group"),
           py::arg("name"));
  bind_table<ScoreTable>(module, "ScoreTable", "Scores, a row a firm.")
      .def("names", [](const ScoreTable& table) {
        std::vector<std::string> names;
        ScoreTable::each_column(table, [&](std::string_view name, const auto&) { names.emplace_back(name); });
        return names;
      });
  bind_table<scoring::TransitionTable>(module, "TransitionTable", "Moves between grades, a row a firm.");
  module.def("score", &score, py::arg("frame"), py::arg("scheme"), py::arg("sources"), py::arg("roles"));
  module.def("grade", &grade, py::arg("frame"), py::arg("scheme"), py::arg("scores"), py::arg("roles"));
  module.def("transitions", &transitions, py::arg("firms_before"), py::arg("before"), py::arg("firms_now"),
             py::arg("now"), py::arg("classes"), py::arg("exits"));
}

}  // namespace mujun
