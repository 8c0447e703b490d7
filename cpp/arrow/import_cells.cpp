#include "arrow/import_cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstring>
#include <string>

#include "arrow/import.hpp"

namespace mujun::arrow {
namespace {

bool bit_at(const void* bits, std::int64_t at) {
  return (static_cast<const std::uint8_t*>(bits)[at >> 3] >> (at & 7)) & 1;
}

template <class T>
double number_at(const void* values, std::int64_t at) {
  return static_cast<double>(static_cast<const T*>(values)[at]);
}

/// Two's complement in 16 bytes, little end first.
double decimal_at(const void* values, std::int64_t at, int scale) {
  std::uint64_t low = 0;
  std::int64_t high = 0;
  std::memcpy(&low, static_cast<const char*>(values) + 16 * at, 8);
  std::memcpy(&high, static_cast<const char*>(values) + 16 * at + 8, 8);
  const long double whole = static_cast<long double>(high) * 0x1p64L + static_cast<long double>(low);
  return static_cast<double>(whole / std::pow(10.0L, scale));
}

template <class Offset>
std::string_view slice_at(const ArrowArray& array, std::int64_t at) {
  const auto* offsets = static_cast<const Offset*>(array.buffers[1]);
  const auto start = static_cast<std::size_t>(offsets[at]);
  const auto size = static_cast<std::size_t>(offsets[at + 1]) - start;
  return size == 0 ? std::string_view()
                   : std::string_view(static_cast<const char*>(array.buffers[2]) + start, size);
}

/// Sixteen bytes a text: its size, then up to twelve bytes of it, or where in which buffer it stands.
std::string_view view_at(const ArrowArray& array, std::int64_t at, std::string_view column) {
  const char* view = static_cast<const char*>(array.buffers[1]) + 16 * at;
  std::int32_t size = 0, buffer = 0, offset = 0;
  std::memcpy(&size, view, 4);
  if (size >= 0 && size <= 12) return {view + 4, static_cast<std::size_t>(size)};
  std::memcpy(&buffer, view + 8, 4);
  std::memcpy(&offset, view + 12, 4);
  const std::int64_t buffers = array.n_buffers - 3;
  const auto* sizes = static_cast<const std::int64_t*>(array.buffers[array.n_buffers - 1]);
  if (size < 0 || offset < 0 || buffer < 0 || buffer >= buffers || sizes == nullptr ||
      std::int64_t{offset} + size > sizes[buffer]) {
    throw ImportError("column " + std::string(column) + ": a text that lies outside of its buffer");
  }
  return {static_cast<const char*>(array.buffers[2 + buffer]) + offset, static_cast<std::size_t>(size)};
}

/// Whether the value at `at` is there; arrays of type null have no buffers at all.
bool is_valid(const ArrowArray& array, Physical physical, std::int64_t at) {
  if (physical == Physical::null) return false;
  return array.buffers[0] == nullptr || bit_at(array.buffers[0], at);
}

}  // namespace

std::optional<Cell> cell_of(const ArrowArray& array, const Type& type, std::int64_t row,
                            std::string_view column) {
  const Cell own{&array, type.physical, type.scale, array.offset + row};
  if (!is_valid(array, type.physical, own.at)) return std::nullopt;
  if (!type.values) return own;
  const ArrowArray& dictionary = *array.dictionary;
  const double index = number_of(own);
  if (index < 0 || index >= static_cast<double>(dictionary.length)) {
    throw ImportError("column " + std::string(column) + ": an index that its dictionary does not have");
  }
  const Cell entry{&dictionary, *type.values, type.values_scale,
                   dictionary.offset + static_cast<std::int64_t>(index)};
  if (!is_valid(dictionary, *type.values, entry.at)) return std::nullopt;
  return entry;
}

void mark_present(const ArrowArray& array, std::int64_t first, std::vector<std::uint8_t>& present) {
  std::ranges::fill(present, std::uint8_t{1});
  if (array.buffers[0] == nullptr) return;
  std::int64_t at = array.offset + first;
  for (std::uint8_t& one : present) one = bit_at(array.buffers[0], at++);
}

double number_of(const Cell& cell) {
  const void* values = cell.array->buffers[1];
  const std::int64_t at = cell.at;
  switch (cell.physical) {
    case Physical::boolean:
      return bit_at(values, at) ? 1 : 0;
    case Physical::int8:
      return number_at<std::int8_t>(values, at);
    case Physical::uint8:
      return number_at<std::uint8_t>(values, at);
    case Physical::int16:
      return number_at<std::int16_t>(values, at);
    case Physical::uint16:
      return number_at<std::uint16_t>(values, at);
    case Physical::int32:
      return number_at<std::int32_t>(values, at);
    case Physical::uint32:
      return number_at<std::uint32_t>(values, at);
    case Physical::int64:
      return number_at<std::int64_t>(values, at);
    case Physical::uint64:
      return number_at<std::uint64_t>(values, at);
    case Physical::float32:
      return number_at<float>(values, at);
    case Physical::float64:
      return number_at<double>(values, at);
    default:
      return decimal_at(values, at, cell.scale);
  }
}

std::string written(const Cell& cell) {
  const void* values = cell.array->buffers[1];
  if (cell.physical == Physical::int64)
    return std::to_string(static_cast<const std::int64_t*>(values)[cell.at]);
  if (cell.physical == Physical::uint64) {
    return std::to_string(static_cast<const std::uint64_t*>(values)[cell.at]);
  }
  const double value = number_of(cell);
  if (cell.physical == Physical::boolean) return value != 0 ? "true" : "false";
  if (std::trunc(value) == value && std::abs(value) < 0x1p53) {
    return std::to_string(static_cast<std::int64_t>(value));
  }
  std::array<char, 32> digits;
  const auto [end, fault] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  return fault == std::errc() ? std::string(digits.data(), end) : std::string();
}

std::string_view text_of(const Cell& cell, std::string_view column) {
  if (cell.physical == Physical::utf8) return slice_at<std::int32_t>(*cell.array, cell.at);
  if (cell.physical == Physical::large_utf8) return slice_at<std::int64_t>(*cell.array, cell.at);
  return view_at(*cell.array, cell.at, column);
}

}  // namespace mujun::arrow
