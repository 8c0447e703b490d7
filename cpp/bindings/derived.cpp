// Figures computed from the fact table: derived ones, checks, progress.
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "bindings/bindings.hpp"
#include "bindings/table.hpp"
#include "compute/audit.hpp"
#include "compute/calendar.hpp"
#include "compute/derive.hpp"
#include "compute/progress.hpp"
#include "compute/wording.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

using compute::Documents;
using knowledge::Knowledge;
using ListTuple = std::tuple<std::string, std::int64_t, std::int64_t>;  // page, start, end

void check_length(const FactTable& facts, const Documents& documents) {
  if (documents.size() != facts.size()) throw py::value_error("documents: one number a row of the facts");
}

std::shared_ptr<compute::DerivedTable> derive(const FactTable& facts, const Documents& documents,
                                              const Knowledge* own) {
  check_length(facts, documents);
  const py::gil_scoped_release release;
  return std::make_shared<compute::DerivedTable>(compute::derive(facts, documents, known(own)));
}

std::shared_ptr<compute::AuditTable> audit(const FactTable& facts, const Documents& documents,
                                           const std::vector<ListTuple>& uneven_lists, const Knowledge* own) {
  check_length(facts, documents);
  std::vector<compute::UnevenList> lists;
  for (const auto& [page, start, end] : uneven_lists) lists.push_back({page, start, end});
  const py::gil_scoped_release release;
  return std::make_shared<compute::AuditTable>(compute::audit(facts, documents, lists, known(own)));
}

std::shared_ptr<compute::ProgressTable> progress(const FactTable& facts, const Documents& documents,
                                                 const py::object& as_of, double tolerance,
                                                 const Knowledge* own) {
  check_length(facts, documents);
  const compute::ProgressOptions options{to_day(as_of), tolerance};
  const py::gil_scoped_release release;
  return std::make_shared<compute::ProgressTable>(compute::progress(facts, documents, options, known(own)));
}

std::string label(const py::object& start, const py::object& end) {
  return compute::label({to_day(start), to_day(end)});
}

std::pair<std::string_view, int> shape(const py::object& start, const py::object& end) {
  const auto [kind, number] = compute::shape({to_day(start), to_day(end)});
  return {kind, number};
}

}  // namespace

void bind_derived(py::module_& module) {
  bind_table<compute::DerivedTable>(module, "DerivedTable", "What the facts imply.");
  bind_table<compute::AuditTable>(module, "AuditTable", "Whether the facts agree.");
  bind_table<compute::ProgressTable>(module, "ProgressTable", "Targets against what was done.");
  module.def("derive", &derive, py::arg("facts"), py::arg("documents"), py::arg("knowledge") = py::none(),
             "What the facts of each document imply; `documents` says whose each row is.");
  module.def("audit", &audit, py::arg("facts"), py::arg("documents"), py::arg("uneven_lists"),
             py::arg("knowledge") = py::none(), "Whether the facts agree; a list is (page, start, end).");
  module.def("progress", &progress, py::arg("facts"), py::arg("documents"), py::arg("as_of"),
             py::arg("tolerance"), py::arg("knowledge") = py::none(), "Targets against what was done.");
  module.def("period_label", &label, py::arg("start"), py::arg("end"), "A period as tables write it.");
  module.def("period_shape", &shape, py::arg("start"), py::arg("end"),
             "Which kind of period it is, and its number within the year; it must have an end.");
  module.def("shown", py::overload_cast<double, std::string_view>(&compute::shown), py::arg("value"),
             py::arg("unit"), "A computed number as people write it.");
  module.def("shown_printed", &compute::shown_printed, py::arg("value"), py::arg("precision"),
             py::arg("unit"), "A printed number as people write it.");
}

}  // namespace mujun
