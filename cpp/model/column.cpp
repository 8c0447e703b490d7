#include "model/column.hpp"

#include <limits>
#include <stdexcept>

namespace mujun {
namespace {

/// Arrow's plain lists and texts count in 32 bits.
std::int32_t offset(std::size_t size) {
  if (size > std::numeric_limits<std::int32_t>::max()) {
    throw std::length_error("a column of a table holds more than 2 GB; read the pages in parts");
  }
  return static_cast<std::int32_t>(size);
}

}  // namespace

void Bits::push(bool set) {
  if ((length & 7) == 0) bytes.push_back(0);
  if (set) {
    bytes.back() = static_cast<std::uint8_t>(bytes.back() | (1U << (length & 7)));
  } else {
    ++unset;
  }
  ++length;
}

void StringColumn::push(std::string_view value) {
  offsets.push_back(offset(bytes.size() + value.size()));
  bytes.append(value);
  valid.push(true);
}

void StringColumn::push_null() {
  offsets.push_back(offsets.back());
  valid.push(false);
}

void StringColumn::push_optional(std::string_view value) {
  if (value.empty()) {
    push_null();
  } else {
    push(value);
  }
}

void ListColumn::push(const std::vector<std::int64_t>& list) {
  offsets.push_back(offset(values.size() + list.size()));
  values.insert(values.end(), list.begin(), list.end());
}

}  // namespace mujun
