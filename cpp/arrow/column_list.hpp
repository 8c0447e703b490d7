// Any table on its way to Arrow: named columns that point into memory which an owner keeps alive.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/fact_table.hpp"

namespace mujun::arrow {

/// One column's buffers in Arrow's order: validity, then values; or validity, offsets, bytes.
struct ColumnView {
  std::string name;
  const char* format;  // Arrow's format string, static storage
  bool nullable;
  std::int64_t null_count;
  std::vector<const void*> buffers;
};

struct ColumnList {
  std::int64_t rows = 0;
  std::vector<ColumnView> columns;
  std::shared_ptr<const void> owner;  // of the memory that the buffers point into
};

enum class Logical : std::uint8_t { plain, date };

template <class T>
constexpr const char* format_of() {
  if constexpr (std::is_same_v<T, std::int32_t>) return "i";
  if constexpr (std::is_same_v<T, std::int64_t>) return "l";
  if constexpr (std::is_same_v<T, float>) return "f";
  if constexpr (std::is_same_v<T, double>) return "g";
}

/// The specification asks for a validity buffer only where there are nulls.
inline const void* bitmap_of(const Validity& valid) {
  return valid.null_count > 0 ? valid.bits.data() : nullptr;
}

template <class T>
ColumnView view_of(std::string_view name, const Column<T>& column, bool nullable,
                   Logical logical = Logical::plain) {
  const char* format = logical == Logical::date ? "tdD" : format_of<T>();
  return {std::string(name),
          format,
          nullable,
          column.valid.null_count,
          {bitmap_of(column.valid), column.values.data()}};
}

inline ColumnView view_of(std::string_view name, const StringColumn& column, bool nullable) {
  return {std::string(name),
          "u",
          nullable,
          column.valid.null_count,
          {bitmap_of(column.valid), column.offsets.data(), column.bytes.data()}};
}

/// The fact table's 32-bit columns that hold days.
constexpr bool is_date(std::string_view name) {
  return name == "period_start" || name == "period_end";
}

/// SCHEMA's columns of a fact table; the list shares in owning the table.
ColumnList columns_of(std::shared_ptr<const FactTable> table);

}  // namespace mujun::arrow
