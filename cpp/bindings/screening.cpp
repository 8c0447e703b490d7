// Rules read from text, and firms put to them.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "bindings/bindings.hpp"
#include "bindings/firm_frame.hpp"
#include "compute/input_error.hpp"
#include "compute/screen.hpp"
#include "read/fold/fold.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

using screening::Condition;
using screening::Part;
using screening::Rule;

std::vector<std::u16string> folded(const std::vector<std::string>& words, const knowledge::Knowledge& known) {
  std::vector<std::u16string> all;
  for (const std::string& word : words) {
    const std::u16string narrow = to_utf16(word);
    const std::u32string wide(narrow.begin(), narrow.end());
    all.push_back(fold::fold(PageView(wide), known).text);
  }
  return all;
}

Rule parse(const py::str& text, const std::vector<std::string>& all, const std::vector<std::string>& any,
           const std::vector<std::string>& bearers, const std::vector<std::string>& fillers,
           const std::vector<std::string>& reaching) {
  const auto known = knowledge::Knowledge::builtin();
  const screening::RuleWords words{folded(all, *known), folded(any, *known), folded(bearers, *known),
                                   folded(fillers, *known), folded(reaching, *known)};
  return screening::parse_rule(view_of(text), words, *known);
}

py::list conditions(const Rule& rule) {
  constexpr const char* comparisons[] = {"at_least", "over", "at_most", "under", "between"};
  py::list all;
  for (const Condition& one : rule.conditions) {
    all.append(py::make_tuple(one.text, one.indicator, comparisons[static_cast<std::size_t>(one.comparison)],
                              one.value, one.high, one.unit));
  }
  return all;
}

py::object tree_of(const Part& part) {
  if (part.join == screening::Join::none) return py::int_(part.condition);
  py::list parts;
  for (const Part& inner : part.parts) parts.append(tree_of(inner));
  return py::make_tuple(part.join == screening::Join::all ? "all" : "any", parts);
}

/// column, its unit, area, its unit
using SubjectTuple = std::tuple<std::string, std::string, std::optional<std::string>, std::string>;

screening::Subject subject_of(const SubjectTuple& tuple, const std::string& bound_unit, FirmFrame& firms) {
  const auto& [column, unit, area, area_unit] = tuple;
  screening::Subject subject{firms.column(column)};
  if (area) subject.area = firms.column(*area);
  try {
    subject.unit = scoring::factor_between(unit, area ? area_unit : "", bound_unit);
  } catch (const compute::InputError& error) {
    throw compute::InputError(column + ": " + error.what());
  }
  return subject;
}

py::array_t<bool> screen(const arrow::Frame& frame, const Rule& rule, const std::vector<SubjectTuple>& given,
                         const std::optional<std::string>& name, bool missing_fails) {
  std::vector<std::uint8_t> passes;
  {
    const py::gil_scoped_release release;
    FirmFrame firms(frame);
    if (name) firms.name_by(*name);
    std::vector<screening::Subject> subjects;
    for (std::size_t i = 0; i < given.size(); ++i) {
      subjects.push_back(subject_of(given[i], rule.conditions[i].unit, firms));
    }
    passes = screening::screen(rule, subjects, firms.firms, missing_fails);
  }
  py::array_t<bool> array(static_cast<py::ssize_t>(passes.size()));
  std::ranges::transform(passes, array.mutable_data(), [](std::uint8_t one) { return one != 0; });
  return array;
}

}  // namespace

void bind_screening(py::module_& module) {
  py::class_<Rule>(module, "Rule", py::is_final(), "A screening rule, read from its text.")
      .def(py::init(&parse), py::arg("text"), py::arg("all"), py::arg("any"), py::arg("bearers"),
           py::arg("fillers"), py::arg("reaching"))
      .def("conditions", &conditions, "(text, indicator, comparison, value, high, unit) of each condition.")
      .def(
          "tree", [](const Rule& rule) { return tree_of(rule.whole); },
          "How they are joined: a condition's number, or (all or any, parts).");
  module.def("screen", &screen, py::arg("frame"), py::arg("rule"), py::arg("subjects"), py::arg("name"),
             py::arg("missing_fails"));
}

}  // namespace mujun
