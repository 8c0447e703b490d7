// Periods: a text as one period, and for the tests the mentions of a page.
#include <pybind11/stl.h>

#include <array>
#include <optional>

#include "bindings/bindings.hpp"
#include "read/fold/fold.hpp"
#include "read/scan/period/period.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

using knowledge::Knowledge;

/// (first day, last day), or None.
py::object to_dates(const std::optional<Period>& period) {
  if (!period) return py::none();
  return py::make_tuple(to_date(period->start), to_date(period->end));
}

py::object parse_period(const py::str& text, const py::object& published) {
  const auto knowledge = Knowledge::builtin();
  const Folded folded = fold::fold(view_of(text), *knowledge);
  return to_dates(scan::parse_period(folded.text, *knowledge, to_day(published)));
}

py::list find_periods(const py::str& text, const py::object& published, std::optional<int> context_year) {
  constexpr std::array shapes{"over", "until", "since", "base", "clock", "vague"};
  const auto knowledge = Knowledge::builtin();
  const Folded folded = fold::fold(view_of(text), *knowledge);
  const std::optional<Day> anchor = to_day(published);
  py::list found;
  for (const scan::PeriodMention& mention : scan::find_periods(folded.text, *knowledge)) {
    const Span span = folded.to_page(mention.span);
    found.append(py::make_tuple(span.start, span.end, shapes.at(static_cast<std::size_t>(mention.shape)),
                                to_dates(scan::resolve(mention, anchor, context_year))));
  }
  return found;
}

}  // namespace

void bind_periods(py::module_& module) {
  module.def("parse_period", &parse_period, py::arg("text"), py::arg("published") = py::none(),
             "The period that the whole text names, as (first day, last day); None where it names none.");
  module.def_submodule("stages").def(
      "find_periods", &find_periods, py::arg("text"), py::arg("published") = py::none(),
      py::arg("context_year") = py::none(),
      "The period expressions of a text: (start, end, shape, (first day, last day) or None).");
}

}  // namespace mujun
