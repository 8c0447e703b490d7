// The fact table as Python sees it.
#include "bindings/bindings.hpp"
#include "bindings/table.hpp"
#include "model/fact_table.hpp"

namespace py = pybind11;

namespace mujun {

void bind_facts(py::module_& module) {
  bind_table<FactTable>(module, "FactTable", "The fact table's columns.")
      .def_property_readonly("groups", &FactTable::groups, "One more than the largest number in `group`.")
      .def(
          "entries", [](const FactTable& table, std::size_t at) { return table.entries[checked(table, at)]; },
          py::arg("at"), "The knowledge entries that row `at` used, joined by spaces.")
      .def(
          "append", [](FactTable& table, const FactTable& other) { table.append(other); }, py::arg("other"),
          py::call_guard<py::gil_scoped_release>(),
          "Adds the other's rows; `group` and `parent` numbers stay unique.");
}

}  // namespace mujun
