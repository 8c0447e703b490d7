// The fact table as Python sees it: rows, columns, and the Arrow stream.
#include <pybind11/stl.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include "arrow/export.hpp"
#include "bindings/bindings.hpp"
#include "model/fact_table.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

py::object cell(std::string_view, const StringColumn& column, std::size_t row) {
  if (!column.valid[row]) return py::none();
  return py::cast(column[row]);
}

template <class T>
py::object cell(std::string_view name, const Column<T>& column, std::size_t row) {
  if (!column.valid[row]) return py::none();
  if constexpr (std::is_same_v<T, std::int32_t>) {
    if (arrow::is_date(name)) return to_date(Day{column.values[row]});
  }
  return py::cast(column.values[row]);
}

std::size_t checked(const FactTable& table, std::size_t row) {
  if (row >= table.size()) throw py::index_error("the fact table has no such row");
  return row;
}

py::tuple columns() {
  py::list names;
  FactTable empty;
  FactTable::each_column(empty, [&](std::string_view name, const auto&) { names.append(name); });
  return py::tuple(names);
}

py::tuple row(const FactTable& table, std::size_t at) {
  checked(table, at);
  py::list values;
  FactTable::each_column(
      table, [&](std::string_view name, const auto& column) { values.append(cell(name, column, at)); });
  return py::tuple(values);
}

py::list column(const FactTable& table, std::string_view wanted) {
  py::list values;
  bool found = false;
  FactTable::each_column(table, [&](std::string_view name, const auto& column) {
    if (name != wanted) return;
    found = true;
    for (std::size_t at = 0; at < table.size(); ++at) values.append(cell(name, column, at));
  });
  if (!found) throw py::key_error(std::string(wanted));
  return values;
}

std::shared_ptr<FactTable> take(const FactTable& table, const std::vector<std::size_t>& rows) {
  for (const std::size_t at : rows) checked(table, at);
  return std::make_shared<FactTable>(table.take(rows));
}

std::shared_ptr<FactTable> concat(const std::vector<std::shared_ptr<FactTable>>& tables) {
  auto whole = std::make_shared<FactTable>();
  const py::gil_scoped_release release;
  for (const auto& table : tables) whole->append(*table);
  return whole;
}

/// A capsule that frees its struct, and releases it first unless a consumer has taken it over.
template <class Exported>
py::capsule capsule_of(std::unique_ptr<Exported> exported, const char* name) {
  py::capsule capsule(exported.get(), name, [](PyObject* self) {
    auto* held = static_cast<Exported*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
    if (held->release != nullptr) held->release(held);
    delete held;
  });
  exported.release();
  return capsule;
}

py::capsule arrow_schema(const std::shared_ptr<FactTable>& table) {
  auto schema = std::make_unique<arrow::ArrowSchema>();
  arrow::export_schema(arrow::columns_of(table), schema.get());
  return capsule_of(std::move(schema), "arrow_schema");
}

/// The protocol lets a producer ignore the schema that a consumer asks for, and there is but one.
py::capsule arrow_stream(const std::shared_ptr<FactTable>& table, const py::object& /*requested_schema*/) {
  auto stream = std::make_unique<arrow::ArrowArrayStream>();
  arrow::export_stream(std::make_shared<arrow::ColumnList>(arrow::columns_of(table)), stream.get());
  return capsule_of(std::move(stream), "arrow_array_stream");
}

}  // namespace

void bind_facts(py::module_& module) {
  py::class_<FactTable, std::shared_ptr<FactTable>>(module, "FactTable", "The fact table's columns.")
      .def(py::init<>())
      .def("__len__", &FactTable::size)
      .def("row", &row, py::arg("at"))
      .def("column", &column, py::arg("name"))
      .def(
          "entries", [](const FactTable& table, std::size_t at) { return table.entries[checked(table, at)]; },
          py::arg("at"), "The knowledge entries that row `at` used, joined by spaces.")
      .def("take", &take, py::arg("rows"))
      .def_static("columns", &columns)
      .def_static("concat", &concat, py::arg("tables"))
      .def("__arrow_c_schema__", &arrow_schema)
      .def("__arrow_c_stream__", &arrow_stream, py::arg("requested_schema") = py::none());
}

}  // namespace mujun
