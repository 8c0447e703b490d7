// Any table on its way to Arrow: named columns that point into memory which an owner keeps alive.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/column.hpp"

namespace mujun::arrow {

/// One column's buffers in Arrow's order: validity, then values; or validity, offsets, bytes; a list's values
/// are its child.
struct ColumnView {
  std::string name;
  const char* format;  // Arrow's format string, static storage
  bool nullable;
  std::int64_t length;
  std::int64_t null_count;
  std::vector<const void*> buffers;
  std::vector<ColumnView> children;
};

struct ColumnList {
  std::int64_t rows = 0;
  std::vector<ColumnView> columns;
  std::shared_ptr<const void> owner;  // of the memory that the buffers point into
};

template <class T>
constexpr const char* format_of() {
  if constexpr (std::is_same_v<T, std::int32_t>) return "i";
  if constexpr (std::is_same_v<T, std::int64_t>) return "l";
  if constexpr (std::is_same_v<T, float>) return "f";
  if constexpr (std::is_same_v<T, double>) return "g";
}

/// The tables' 32-bit columns that hold days.
constexpr bool is_date(std::string_view name) {
  return name == "period_start" || name == "period_end" || name == "as_of";
}

/// The specification asks for a validity buffer only where there are nulls.
inline const void* bitmap_of(const Bits& valid) {
  return valid.unset > 0 ? valid.bytes.data() : nullptr;
}

template <class T>
ColumnView view_of(std::string_view name, const Column<T>& column, bool nullable) {
  const bool days = std::is_same_v<T, std::int32_t> && is_date(name);
  return {std::string(name),
          days ? "tdD" : format_of<T>(),
          nullable,
          column.valid.length,
          column.valid.unset,
          {bitmap_of(column.valid), column.values.data()},
          {}};
}

inline ColumnView view_of(std::string_view name, const StringColumn& column, bool nullable) {
  return {std::string(name),
          "u",
          nullable,
          column.valid.length,
          column.valid.unset,
          {bitmap_of(column.valid), column.offsets.data(), column.bytes.data()},
          {}};
}

inline ColumnView view_of(std::string_view name, const BoolColumn& column, bool nullable) {
  return {std::string(name),
          "b",
          nullable,
          column.valid.length,
          column.valid.unset,
          {bitmap_of(column.valid), column.values.bytes.data()},
          {}};
}

inline ColumnView view_of(std::string_view name, const ListColumn& column, bool nullable) {
  const auto length = static_cast<std::int64_t>(column.values.size());
  const ColumnView items{"item", format_of<std::int64_t>(),       false, length,
                         0,      {nullptr, column.values.data()}, {}};
  const auto rows = static_cast<std::int64_t>(column.offsets.size()) - 1;
  return {std::string(name), "+l", nullable, rows, 0, {nullptr, column.offsets.data()}, {items}};
}

/// A table's columns; the list shares in owning the table.
template <class Table>
ColumnList columns_of(std::shared_ptr<const Table> table) {
  ColumnList list;
  list.rows = static_cast<std::int64_t>(table->size());
  Table::each_column(*table, [&](std::string_view name, const auto& column) {
    const bool nullable = std::ranges::find(Table::nullable, name) != Table::nullable.end();
    list.columns.push_back(view_of(name, column, nullable));
  });
  list.owner = std::move(table);
  return list;
}

}  // namespace mujun::arrow
