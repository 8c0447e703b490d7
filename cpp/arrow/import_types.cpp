#include "arrow/import_types.hpp"

#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "arrow/import.hpp"

namespace mujun::arrow {
namespace {

constexpr std::array<std::pair<std::string_view, Physical>, 15> plain_formats{{
    {"n", Physical::null},
    {"b", Physical::boolean},
    {"c", Physical::int8},
    {"C", Physical::uint8},
    {"s", Physical::int16},
    {"S", Physical::uint16},
    {"i", Physical::int32},
    {"I", Physical::uint32},
    {"l", Physical::int64},
    {"L", Physical::uint64},
    {"f", Physical::float32},
    {"g", Physical::float64},
    {"u", Physical::utf8},
    {"U", Physical::large_utf8},
    {"vu", Physical::utf8_view},
}};

/// "d:precision,scale", with an optional width behind, of which only 128 bits are read.
std::optional<int> decimal_scale(std::string_view format) {
  if (!format.starts_with("d:")) return std::nullopt;
  const std::size_t comma = format.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const std::string_view rest = format.substr(comma + 1);
  int scale = 0;
  const auto [end, fault] = std::from_chars(rest.data(), rest.data() + rest.size(), scale);
  const std::string_view width = rest.substr(static_cast<std::size_t>(end - rest.data()));
  if (fault != std::errc() || (!width.empty() && width != ",128")) return std::nullopt;
  return scale;
}

std::pair<Physical, int> physical_of(std::string_view format) {
  for (const auto& [plain, physical] : plain_formats) {
    if (plain == format) return {physical, 0};
  }
  if (const auto scale = decimal_scale(format)) return {Physical::decimal128, *scale};
  return {Physical::other, 0};
}

[[noreturn]] void refuse(std::string_view column, std::string_view what) {
  throw ImportError("column " + std::string(column) + ": " + std::string(what));
}

/// How many buffers a type has; a view has two and as many more as it likes, and their sizes at the end.
std::int64_t buffers_of(Physical physical) {
  switch (physical) {
    case Physical::null:
      return 0;
    case Physical::utf8:
    case Physical::large_utf8:
    case Physical::utf8_view:
      return 3;
    default:
      return 2;
  }
}

void check_buffers(const ArrowArray& array, Physical physical, std::string_view column) {
  if (!has_sane_extent(array)) refuse(column, "a negative or endless length or offset");
  const std::int64_t wanted = buffers_of(physical);
  const bool enough = physical == Physical::utf8_view ? array.n_buffers >= wanted : array.n_buffers == wanted;
  if (!enough) refuse(column, "a wrong number of buffers");
  if (wanted == 0 || array.length == 0) return;
  if (array.buffers == nullptr) refuse(column, "no buffers");
  if (array.null_count > 0 && array.buffers[0] == nullptr) refuse(column, "nulls without a validity buffer");
  if (array.buffers[1] == nullptr) refuse(column, "no values");
}

template <class Offset>
void check_offsets(const ArrowArray& array, std::string_view column) {
  if (array.length == 0) return;
  const auto* offsets = static_cast<const Offset*>(array.buffers[1]) + array.offset;
  Offset before = offsets[0];
  if (before < 0) refuse(column, "a negative text offset");
  for (std::int64_t i = 1; i <= array.length; ++i) {
    if (offsets[i] < before) refuse(column, "text offsets that run backwards");
    before = offsets[i];
  }
  if (before > 0 && array.buffers[2] == nullptr) refuse(column, "no text bytes");
}

void check_values(const ArrowArray& array, Physical physical, std::string_view column) {
  check_buffers(array, physical, column);
  if (physical == Physical::utf8) check_offsets<std::int32_t>(array, column);
  if (physical == Physical::large_utf8) check_offsets<std::int64_t>(array, column);
}

}  // namespace

bool has_sane_extent(const ArrowArray& array) {
  constexpr std::int64_t limit =
      std::numeric_limits<std::int64_t>::max() / 32;  // values are of up to 16 bytes
  return array.length >= 0 && array.offset >= 0 && array.length < limit && array.offset < limit;
}

Type type_of(const ArrowSchema& schema) {
  if (schema.format == nullptr) throw ImportError("the frame's schema has a column without a type");
  const auto [physical, scale] = physical_of(schema.format);
  if (schema.dictionary == nullptr) return {schema.format, physical, scale};
  if (schema.dictionary->format == nullptr) throw ImportError("a dictionary without a type");
  const auto [values, values_scale] = physical_of(schema.dictionary->format);
  return {schema.dictionary->format, is_integer(physical) ? physical : Physical::other, 0, values,
          values_scale};
}

bool is_integer(Physical physical) {
  return physical >= Physical::int8 && physical <= Physical::uint64;
}

bool is_text(Physical physical) {
  return physical == Physical::utf8 || physical == Physical::large_utf8 || physical == Physical::utf8_view;
}

void check_array(const ArrowArray& array, const Type& type, std::int64_t rows, std::string_view column) {
  if (array.length < rows) refuse(column, "fewer rows than its batch");
  if (type.physical == Physical::other) return;  // never read, and its buffers are not known here
  check_values(array, type.physical, column);
  if (!type.values) return;
  if (array.dictionary == nullptr) refuse(column, "a dictionary column without its dictionary");
  if (*type.values != Physical::other) check_values(*array.dictionary, *type.values, column);
}

}  // namespace mujun::arrow
