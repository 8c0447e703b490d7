#include <string>

#include "bindings/bindings.hpp"
#include "read/pipeline.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

// datetime.date counts its ordinals from 0001-01-01, which is day 1.
constexpr std::int32_t epoch_ordinal = 719163;

}  // namespace

PageView view_of(const py::str& text) {
  const auto size = static_cast<std::size_t>(PyUnicode_GET_LENGTH(text.ptr()));
  if (size > longest_page) {
    throw py::value_error("a text of more than " + std::to_string(longest_page) + " characters");
  }
  const auto width = static_cast<PageView::Width>(PyUnicode_KIND(text.ptr()));
  return {PyUnicode_DATA(text.ptr()), size, width};
}

py::object to_date(std::optional<Day> day) {
  if (!day) return py::none();
  return py::module_::import("datetime").attr("date").attr("fromordinal")(day->since_epoch + epoch_ordinal);
}

std::optional<Day> to_day(const py::object& date) {
  if (date.is_none()) return std::nullopt;
  return Day{date.attr("toordinal")().cast<std::int32_t>() - epoch_ordinal};
}

}  // namespace mujun
