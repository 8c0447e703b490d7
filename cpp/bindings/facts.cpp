// The fact table as Python sees it.
#include <memory>
#include <vector>

#include "bindings/bindings.hpp"
#include "bindings/table.hpp"
#include "model/fact_table.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

std::shared_ptr<FactTable> concat(const std::vector<std::shared_ptr<FactTable>>& tables) {
  auto whole = std::make_shared<FactTable>();
  const py::gil_scoped_release release;
  for (const auto& table : tables) whole->append(*table);
  return whole;
}

}  // namespace

void bind_facts(py::module_& module) {
  bind_table<FactTable>(module, "FactTable", "The fact table's columns.")
      .def_property_readonly("groups", &FactTable::groups, "One more than the largest number in `group`.")
      .def(
          "entries", [](const FactTable& table, std::size_t at) { return table.entries[checked(table, at)]; },
          py::arg("at"), "The knowledge entries that row `at` used, joined by spaces.")
      .def_static("concat", &concat, py::arg("tables"));
}

}  // namespace mujun
