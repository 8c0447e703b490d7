// Columns laid out as Arrow wants them, so that handing them over copies nothing.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mujun {

/// Bits as Arrow packs them, least significant first; as a validity bitmap a set bit is a value.
struct Bits {
  std::vector<std::uint8_t> bytes;
  std::int64_t length = 0;
  std::int64_t unset = 0;

  void push(bool set) {
    if ((length & 7) == 0) bytes.push_back(0);
    bytes.back() = static_cast<std::uint8_t>(bytes.back() | (unsigned{set} << (length & 7)));
    unset += !set;
    ++length;
  }
  void append(const Bits& other);
  bool operator[](std::size_t at) const { return (bytes[at >> 3] >> (at & 7)) & 1; }
};

/// Makes room for `more` items; at least doubles it, so that room made again and again costs no more than
/// none.
template <class Items>
void make_room(Items& items, std::size_t more) {
  const std::size_t size = items.size() + more;
  if (size > items.capacity()) items.reserve(std::max(size, 2 * items.capacity()));
}

template <class T>
struct Column {
  std::vector<T> values;
  Bits valid;

  void make_room_for(std::size_t rows) {
    make_room(values, rows);
    make_room(valid.bytes, rows / 8 + 1);
  }
  void push(T value) {
    values.push_back(value);
    valid.push(true);
  }
  void push(std::optional<T> value) {
    values.push_back(value.value_or(T{}));
    valid.push(value.has_value());
  }
  void append(const Column& other) {
    values.insert(values.end(), other.values.begin(), other.values.end());
    valid.append(other.valid);
  }
};

[[noreturn]] void throw_too_long();
/// A size as Arrow's plain lists and texts count, in 32 bits; throws where it takes more.
inline std::int32_t offset(std::size_t size) {
  if (size > std::numeric_limits<std::int32_t>::max()) throw_too_long();
  return static_cast<std::int32_t>(size);
}

/// Plain utf8 with 32-bit offsets (dictionary and view columns break consumers).
struct StringColumn {
  std::string bytes;
  std::vector<std::int32_t> offsets{0};
  Bits valid;

  void make_room_for(std::size_t rows) {
    constexpr std::size_t usual_length = 12;
    make_room(bytes, rows * usual_length);
    make_room(offsets, rows);
    make_room(valid.bytes, rows / 8 + 1);
  }
  void push(std::string_view value) {
    push_written([value](std::string& all) { all.append(value); });
  }
  /// What `write` appends to the bytes.
  template <class Write>
  void push_written(Write&& write) {
    write(bytes);
    offsets.push_back(offset(bytes.size()));
    valid.push(true);
  }
  void push_null();
  /// An empty text stands for null in a row's optional words.
  void push_optional(std::string_view value);
  void append(const StringColumn& other);
  std::string_view operator[](std::size_t row) const {
    return std::string_view(bytes).substr(offsets[row], offsets[row + 1] - offsets[row]);
  }
};

struct BoolColumn {
  Bits values, valid;

  void push(bool value) { push(std::optional(value)); }
  void push(std::optional<bool> value) {
    values.push(value.value_or(false));
    valid.push(value.has_value());
  }
  bool operator[](std::size_t row) const { return values[row]; }
};

/// A list of row numbers a row; none is null.
struct ListColumn {
  std::vector<std::int64_t> values;
  std::vector<std::int32_t> offsets{0};

  void push(const std::vector<std::int64_t>& list);
  std::vector<std::int64_t> operator[](std::size_t row) const {
    return {values.begin() + offsets[row], values.begin() + offsets[row + 1]};
  }
};

template <class T>
void copy_row(const Column<T>& from, std::size_t row, Column<T>& to) {
  to.push(from.valid[row] ? std::optional<T>(from.values[row]) : std::nullopt);
}
inline void copy_row(const StringColumn& from, std::size_t row, StringColumn& to) {
  if (from.valid[row]) {
    to.push(from[row]);
  } else {
    to.push_null();
  }
}
inline void copy_row(const BoolColumn& from, std::size_t row, BoolColumn& to) {
  to.push(from.valid[row] ? std::optional(from[row]) : std::nullopt);
}
inline void copy_row(const ListColumn& from, std::size_t row, ListColumn& to) {
  to.push(from[row]);
}

/// Calls visit(a column of `from`, the same column of `to`) for each column; a table says by each_column
/// which it has.
template <class Table, class Visit>
void each_pair(const Table& from, Table& to, Visit&& visit) {
  std::vector<void*> targets;
  Table::each_column(to, [&](std::string_view, auto& column) { targets.push_back(&column); });
  std::size_t at = 0;
  Table::each_column(from, [&]<class Source>(std::string_view, const Source& source) {
    visit(source, *static_cast<Source*>(targets[at++]));
  });
}

/// Adds these rows of a table's columns to another's.
template <class Table, class Rows>
requires requires(Table table) {
  Table::each_column(table, [](std::string_view, auto&) {});
}
void copy_rows(const Table& from, const Rows& rows, Table& to) {
  each_pair(from, to, [&](const auto& source, auto& target) {
    for (const std::size_t row : rows) copy_row(source, row, target);
  });
}

template <class Rows>
void copy_rows(const StringColumn& from, const Rows& rows, StringColumn& to) {
  for (const std::size_t row : rows) copy_row(from, row, to);
}

}  // namespace mujun
