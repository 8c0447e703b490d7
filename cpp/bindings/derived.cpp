// Figures computed from the fact table: derived ones, checks, progress.
#include "bindings/bindings.hpp"
#include "bindings/table.hpp"
#include "compute/derive.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

using knowledge::Knowledge;

std::shared_ptr<compute::DerivedTable> derive(const FactTable& facts) {
  const py::gil_scoped_release release;
  return std::make_shared<compute::DerivedTable>(compute::derive(facts, *Knowledge::builtin()));
}

}  // namespace

void bind_derived(py::module_& module) {
  bind_table<compute::DerivedTable>(module, "DerivedTable", "What the facts imply.");
  module.def("derive", &derive, py::arg("facts"), "What the facts of each page imply.");
}

}  // namespace mujun
