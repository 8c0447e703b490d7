#include "model/column.hpp"

#include <stdexcept>

namespace mujun {

[[noreturn]] void throw_too_long() {
  throw std::length_error("a column of a table holds more than 2 GB; read the pages in parts");
}

void Bits::append(const Bits& other) {
  const auto shift = static_cast<unsigned>(length & 7);
  if (shift == 0) {
    bytes.insert(bytes.end(), other.bytes.begin(), other.bytes.end());
  } else {
    for (const unsigned byte : other.bytes) {
      bytes.back() = static_cast<std::uint8_t>(bytes.back() | (byte << shift));
      bytes.push_back(static_cast<std::uint8_t>(byte >> (8 - shift)));
    }
  }
  length += other.length;
  unset += other.unset;
  bytes.resize(static_cast<std::size_t>(length + 7) / 8);  // the last byte's bits may have fitted before it
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

void StringColumn::append(const StringColumn& other) {
  const std::int32_t first = offsets.back();
  offset(bytes.size() + other.bytes.size());  // refuses what grows too long
  offsets.reserve(offsets.size() + other.offsets.size() - 1);
  for (auto end = other.offsets.begin() + 1; end != other.offsets.end(); ++end)
    offsets.push_back(first + *end);
  bytes.append(other.bytes);
  valid.append(other.valid);
}

void ListColumn::push(const std::vector<std::int64_t>& list) {
  offsets.push_back(offset(values.size() + list.size()));
  values.insert(values.end(), list.begin(), list.end());
}

}  // namespace mujun
