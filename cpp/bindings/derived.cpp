// Figures computed from the fact table: derived ones, checks, progress.
#include "bindings/bindings.hpp"
#include "bindings/table.hpp"
#include "compute/audit.hpp"
#include "compute/calendar.hpp"
#include "compute/derive.hpp"
#include "compute/progress.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

using knowledge::Knowledge;

std::shared_ptr<compute::DerivedTable> derive(const FactTable& facts) {
  const py::gil_scoped_release release;
  return std::make_shared<compute::DerivedTable>(compute::derive(facts, *Knowledge::builtin()));
}

std::shared_ptr<compute::AuditTable> audit(
    const FactTable& facts, const std::vector<std::tuple<std::string, std::int64_t, std::int64_t>>& lists) {
  std::vector<compute::UnevenList> uneven;
  for (const auto& [page, start, end] : lists) uneven.push_back({page, start, end});
  const py::gil_scoped_release release;
  return std::make_shared<compute::AuditTable>(compute::audit(facts, uneven, *Knowledge::builtin()));
}

std::shared_ptr<compute::ProgressTable> progress(const FactTable& facts, const py::object& as_of,
                                                 double tolerance) {
  const compute::ProgressOptions options{to_day(as_of), tolerance};
  const py::gil_scoped_release release;
  return std::make_shared<compute::ProgressTable>(compute::progress(facts, options, *Knowledge::builtin()));
}

}  // namespace

void bind_derived(py::module_& module) {
  bind_table<compute::DerivedTable>(module, "DerivedTable", "What the facts imply.");
  module.def("derive", &derive, py::arg("facts"), "What the facts of each page imply.");
  bind_table<compute::AuditTable>(module, "AuditTable", "Whether the facts agree.");
  module.def("audit", &audit, py::arg("facts"), py::arg("uneven_lists"),
             "Whether the facts of each page agree; a list is (page, start, end).");
  bind_table<compute::ProgressTable>(module, "ProgressTable", "Targets against what was done.");
  module.def("progress", &progress, py::arg("facts"), py::arg("as_of"), py::arg("tolerance"),
             "Targets against what was done.");
  module.def_submodule("stages").def(
      "label",
      [](const py::object& start, const py::object& end) {
        return compute::label({to_day(start), to_day(end)});
      },
      py::arg("start"), py::arg("end"), "A period as tables write it.");
}

}  // namespace mujun
