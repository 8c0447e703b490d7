// What every table of the core is to Python: rows, columns, and the Arrow stream.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "arrow/export.hpp"
#include "bindings/bindings.hpp"
#include "model/column.hpp"

namespace mujun {

template <class T>
pybind11::object cell(std::string_view name, const Column<T>& column, std::size_t row) {
  if (!column.valid[row]) return pybind11::none();
  if constexpr (std::is_same_v<T, std::int32_t>) {
    if (arrow::is_date(name)) return to_date(Day{column.values[row]});
  }
  return pybind11::cast(column.values[row]);
}
inline pybind11::object cell(std::string_view, const StringColumn& column, std::size_t row) {
  if (!column.valid[row]) return pybind11::none();
  return pybind11::cast(column[row]);
}
inline pybind11::object cell(std::string_view, const BoolColumn& column, std::size_t row) {
  if (!column.valid[row]) return pybind11::none();
  return pybind11::cast(column[row]);
}
inline pybind11::object cell(std::string_view, const ListColumn& column, std::size_t row) {
  return pybind11::cast(column[row]);
}

template <class Table>
std::size_t checked(const Table& table, std::size_t row) {
  if (row >= table.size()) throw pybind11::index_error("the table has no such row");
  return row;
}

template <class Table>
pybind11::tuple row_of(const Table& table, std::size_t at) {
  checked(table, at);
  pybind11::list values;
  Table::each_column(
      table, [&](std::string_view name, const auto& column) { values.append(cell(name, column, at)); });
  return pybind11::tuple(values);
}

template <class Table>
pybind11::list column_of(const Table& table, std::string_view wanted) {
  pybind11::list values;
  bool found = false;
  Table::each_column(table, [&](std::string_view name, const auto& column) {
    if (name != wanted) return;
    found = true;
    for (std::size_t at = 0; at < table.size(); ++at) values.append(cell(name, column, at));
  });
  if (!found) throw pybind11::key_error(std::string(wanted));
  return values;
}

template <class Table>
pybind11::tuple column_names() {
  pybind11::list names;
  Table empty;
  Table::each_column(empty, [&](std::string_view name, const auto&) { names.append(name); });
  return pybind11::tuple(names);
}

template <class Table>
std::shared_ptr<Table> take(const Table& table, const std::vector<std::size_t>& rows) {
  for (const std::size_t at : rows) checked(table, at);
  if constexpr (requires { table.take(rows); }) {
    return std::make_shared<Table>(table.take(rows));
  } else {
    auto taken = std::make_shared<Table>();
    copy_rows(table, rows, *taken);
    return taken;
  }
}

/// A capsule that frees its struct, and releases it first unless a consumer has taken it over.
template <class Exported>
pybind11::capsule capsule_of(std::unique_ptr<Exported> exported, const char* name) {
  pybind11::capsule capsule(exported.get(), name, [](PyObject* self) {
    auto* held = static_cast<Exported*>(PyCapsule_GetPointer(self, PyCapsule_GetName(self)));
    if (held->release != nullptr) held->release(held);
    delete held;
  });
  exported.release();
  return capsule;
}

template <class Table>
pybind11::capsule arrow_schema(const std::shared_ptr<Table>& table) {
  auto schema = std::make_unique<arrow::ArrowSchema>();
  arrow::export_schema(arrow::columns_of<Table>(table), schema.get());
  return capsule_of(std::move(schema), "arrow_schema");
}

/// The protocol lets a producer ignore the schema that a consumer asks for, and there is but one.
template <class Table>
pybind11::capsule arrow_stream(const std::shared_ptr<Table>& table,
                               const pybind11::object& /*requested_schema*/) {
  auto stream = std::make_unique<arrow::ArrowArrayStream>();
  arrow::export_stream(std::make_shared<arrow::ColumnList>(arrow::columns_of<Table>(table)), stream.get());
  return capsule_of(std::move(stream), "arrow_array_stream");
}

template <class Table>
pybind11::class_<Table, std::shared_ptr<Table>> bind_table(pybind11::module_& module, const char* name,
                                                           const char* doc) {
  namespace py = pybind11;
  return py::class_<Table, std::shared_ptr<Table>>(module, name, doc)
      .def(py::init<>())
      .def("__len__", &Table::size)
      .def("row", &row_of<Table>, py::arg("at"))
      .def("column", &column_of<Table>, py::arg("name"))
      .def("take", &take<Table>, py::arg("rows"))
      .def_static("columns", &column_names<Table>)
      .def("__arrow_c_schema__", &arrow_schema<Table>)
      .def("__arrow_c_stream__", &arrow_stream<Table>, py::arg("requested_schema") = py::none());
}

}  // namespace mujun
