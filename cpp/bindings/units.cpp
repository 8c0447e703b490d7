// Units and growth formulas on numbers and arrays.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <exception>
#include <limits>
#include <string>

#include "bindings/bindings.hpp"
#include "compute/growth.hpp"
#include "compute/input_error.hpp"
#include "compute/unit.hpp"
#include "model/fact.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

using compute::Factor;
using compute::InputError;
using compute::Interval;
using compute::Reason;

using Numbers = py::array_t<double, py::array::forcecast>;

/// The formula over arrays of any shapes that broadcast together. A wrong input is an error, told by its
/// place where there is one dimension; where a formula has no answer, an array has NaN, and a number alone is
/// an error.
template <class Formula, class... Array>
py::object over(const Array&... arrays) {
  const bool alone = ((arrays.ndim() == 0) && ...);
  const bool in_a_row = !alone && ((arrays.ndim() <= 1) && ...);
  std::size_t at = 0;
  const auto one = [&](decltype((void)arrays, double{})... numbers) {
    const std::size_t here = at++;
    const Reason reason = Formula::why_not(numbers...);
    if (reason == Reason::none) return Formula()(numbers...);
    if (!alone && !is_wrong(reason)) return std::numeric_limits<double>::quiet_NaN();
    std::string given;
    ((given += (given.empty() ? "" : ", ") + py::repr(py::float_(numbers)).cast<std::string>()), ...);
    throw InputError((in_a_row ? "number " + std::to_string(here) + ": " : "") +
                     std::string(meaning_of(reason)) + " (given " + given + ")");
  };
  return py::vectorize(one)(arrays...);
}

py::object convert(const Numbers& values, const std::string& from, const std::string& to) {
  const Factor factor = compute::conversion(from, to);
  return py::vectorize([factor](double value) { return factor(value); })(values);
}

Qualifier qualifier_named(const std::string& name) {
  for (int at = 0; at <= static_cast<int>(Qualifier::at_most); ++at) {
    if (name_of(static_cast<Qualifier>(at)) == name) return static_cast<Qualifier>(at);
  }
  throw InputError("'" + name + "' is no qualifier");
}

void bind_interval(py::module_ stages) {
  py::class_<Interval>(stages, "Interval", "A closed interval with outward rounding.")
      .def(py::init<double, double>(), py::arg("low"), py::arg("high"))
      .def_static(
          "printed",
          [](double value, double precision, const std::string& qualifier, std::optional<double> high) {
            return Interval::printed(value, precision, qualifier_named(qualifier), high);
          },
          py::arg("value"), py::arg("precision"), py::arg("qualifier") = "exact",
          py::arg("value_high") = py::none())
      .def_readonly("low", &Interval::low)
      .def_readonly("high", &Interval::high)
      .def("__add__", [](Interval x, Interval y) { return x + y; })
      .def("__sub__", [](Interval x, Interval y) { return x - y; })
      .def("__mul__", [](Interval x, Interval y) { return x * y; })
      .def("__truediv__", [](Interval x, Interval y) { return x / y; })
      .def("sqrt", [](Interval x) { return compute::sqrt(x); })
      .def("root", [](Interval x, double n) { return compute::root(x, n); })
      .def("intersection", [](Interval x, Interval y) { return compute::intersection(x, y); })
      .def("hull", [](Interval x, Interval y) { return compute::hull(x, y); })
      .def("growth", [](Interval now, Interval base) { return compute::Growth()(now, base); })
      .def("base", [](Interval now, Interval growth) { return compute::Base()(now, growth); });
}

/// An InputError becomes the package's own error.
void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const InputError& error) {
    py::set_error(py::module_::import("mujun.errors").attr("MujunError"), error.what());
  }
}

}  // namespace

void bind_units(py::module_& module) {
  using namespace compute;
  py::register_local_exception_translator(&translate);
  module.def("convert", &convert, py::arg("values"), py::arg("from_unit"), py::arg("to_unit"));
  module.def(
      "dimension", [](const std::string& unit) { return parse_unit(unit).dimension.name(); }, py::arg("unit"),
      "What a unit measures: money/area.");
  module.def("growth", &over<Growth, Numbers, Numbers>, py::arg("now"), py::arg("base"));
  module.def("base", &over<Base, Numbers, Numbers>, py::arg("now"), py::arg("growth"));
  module.def("average_growth", &over<AverageGrowth, Numbers, Numbers, Numbers>, py::arg("end"),
             py::arg("base"), py::arg("years"));
  module.def("two_year_average", &over<TwoYearAverage, Numbers, Numbers>, py::arg("first"),
             py::arg("second"));
  module.def("ratio_growth", &over<RatioGrowth, Numbers, Numbers>, py::arg("above"), py::arg("below"));
  module.def("contribution", &over<Contribution, Numbers, Numbers, Numbers, Numbers>, py::arg("part_now"),
             py::arg("part_base"), py::arg("whole_now"), py::arg("whole_base"));
  module.def("pull", &over<Pull, Numbers, Numbers, Numbers>, py::arg("part_now"), py::arg("part_base"),
             py::arg("whole_base"));
  module.def("per_area", &over<PerArea, Numbers, Numbers>, py::arg("total"), py::arg("area"));
  bind_interval(module.def_submodule("stages"));
}

}  // namespace mujun
