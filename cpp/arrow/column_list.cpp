#include "arrow/column_list.hpp"

#include <algorithm>
#include <array>

namespace mujun::arrow {
namespace {

constexpr std::array<std::string_view, 10> nullable_columns{
    "indicator_code", "subject",      "region_code", "basis", "reference",
    "value_high",     "period_start", "period_end",  "group", "parent"};

}  // namespace

ColumnList columns_of(std::shared_ptr<const FactTable> table) {
  ColumnList list;
  list.rows = static_cast<std::int64_t>(table->size());
  FactTable::each_column(*table, [&]<class C>(std::string_view name, const C& column) {
    const bool nullable = std::ranges::find(nullable_columns, name) != nullable_columns.end();
    if constexpr (std::is_same_v<C, Column<std::int32_t>>) {
      const Logical logical = is_date(name) ? Logical::date : Logical::plain;
      list.columns.push_back(view_of(name, column, nullable, logical));
    } else {
      list.columns.push_back(view_of(name, column, nullable));
    }
  });
  list.owner = std::move(table);
  return list;
}

}  // namespace mujun::arrow
