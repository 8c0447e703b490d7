// Numbers and quantities by themselves: parse_number, parse_quantity.
#include <pybind11/stl.h>

#include "bindings/bindings.hpp"
#include "knowledge/knowledge.hpp"
#include "model/fact.hpp"
#include "read/fold/fold.hpp"
#include "read/scan/numeral/numeral.hpp"
#include "read/scan/quantity/quantity.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

using knowledge::Knowledge;

/// The folded text without the space around it.
std::u16string folded(const py::str& text, const Knowledge& knowledge) {
  const std::u16string whole = fold::fold(view_of(text), knowledge).text;
  const std::size_t first = whole.find_first_not_of(u" \n\t");
  return first == std::u16string::npos ? std::u16string()
                                       : whole.substr(first, whole.find_last_not_of(u" \n\t") - first + 1);
}

[[noreturn]] void refuse(const py::str& text, const char* what) {
  throw py::value_error(std::string("'") + text.cast<std::string>() + "' is no " + what);
}

double parse_number(const py::str& text) {
  const auto knowledge = Knowledge::builtin();
  std::u16string number = folded(text, *knowledge);
  const bool negative = number.starts_with(u'-') || number.starts_with(u'−') || number.starts_with(u'负');
  if (negative) number.erase(0, 1);
  const auto numeral = scan::read_numeral(number, 0);
  if (!numeral || numeral->span.size() != number.size() || numeral->low != numeral->high)
    refuse(text, "number");
  const double value = numeral->low.to_double();
  return negative ? -value : value;
}

/// A quantity with the fact table's names for its columns.
py::dict columns_of(const Quantity& quantity, const Knowledge& knowledge) {
  double factor = 1;
  std::u16string symbol;
  std::u16string base;
  if (quantity.unit.numerator != no_unit) {
    const auto& unit = knowledge.unit(static_cast<std::uint16_t>(quantity.unit.numerator));
    symbol = unit.symbol;
    base = unit.base;
    factor = static_cast<double>(unit.factor_num) / static_cast<double>(unit.factor_den);
  }
  if (quantity.unit.denominator != no_unit) {
    const auto& unit = knowledge.unit(static_cast<std::uint16_t>(quantity.unit.denominator));
    symbol += u'/' + unit.symbol;
    base += u'/' + unit.base;
    factor = factor * static_cast<double>(unit.factor_den) / static_cast<double>(unit.factor_num);
  }
  const double value = quantity.low.to_double();
  py::dict columns;
  columns["value"] = value;
  columns["value_high"] = quantity.is_range ? py::cast(quantity.high.to_double()) : py::none();
  columns["unit"] = symbol;
  columns["base_value"] = value * factor;
  columns["base_unit"] = base;
  columns["precision"] = quantity.last_digit.to_double() / 2;
  columns["qualifier"] = name_of(quantity.qualifier);
  return columns;
}

py::dict parse_quantity(const py::str& text) {
  const auto knowledge = Knowledge::builtin();
  const std::u16string whole = folded(text, *knowledge);
  Notices notices;
  const auto found = scan::find_quantities(whole, *knowledge, {}, notices);
  if (found.size() != 1 || found[0].outer.size() != whole.size()) refuse(text, "quantity");
  return columns_of(found[0], *knowledge);
}

/// Every quantity of a text, with its spans in the text's own code points.
py::list quantities(const py::str& text) {
  const auto knowledge = Knowledge::builtin();
  const PageView page = view_of(text);
  const Folded copy = fold::fold(page, *knowledge);
  Notices notices;
  py::list rows;
  for (const Quantity& quantity : scan::find_quantities(copy.text, *knowledge, {}, notices)) {
    constexpr const char* shapes[] = {"amount", "ordinal", "doubling", "fraction"};
    py::dict row = columns_of(quantity, *knowledge);
    row["text"] = page.utf8(copy.to_page(quantity.span));
    row["outer"] = page.utf8(copy.to_page(quantity.outer));
    row["start"] = copy.to_page(quantity.span).start;
    row["end"] = copy.to_page(quantity.span).end;
    row["shape"] = shapes[static_cast<std::size_t>(quantity.shape)];
    rows.append(row);
  }
  for (const Notice& notice : notices) {
    py::dict row;
    row["notice"] = name_of(notice.code);
    row["text"] = page.utf8(copy.to_page(notice.span));
    rows.append(row);
  }
  return rows;
}

}  // namespace

void bind_numbers(py::module_& module) {
  module.def("parse_number", &parse_number, py::arg("text"));
  module.def("parse_quantity", &parse_quantity, py::arg("text"));
  module.def_submodule("stages").def("quantities", &quantities, py::arg("text"),
                                     "Every quantity of a text, as dictionaries.");
}

}  // namespace mujun
