// Bytes to text, and a page to its facts.
#include <pybind11/stl.h>

#include <memory>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "bindings/bindings.hpp"
#include "model/fact_table.hpp"
#include "read/decode/decode.hpp"
#include "read/pipeline.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

py::list to_list(const Notices& notices) {
  py::list out;
  for (const Notice& notice : notices) {
    out.append(py::make_tuple(name_of(notice.code), meaning_of(notice.code), notice.span.start,
                              notice.span.end, notice.byte_offset));
  }
  return out;
}

py::list notice_codes() {
  py::list out;
  for (const NoticeCode code : all_notice_codes())
    out.append(py::make_tuple(name_of(code), meaning_of(code)));
  return out;
}

py::list to_list(const std::vector<Article>& articles) {
  py::list out;
  for (const Article& a : articles)
    out.append(py::make_tuple(a.span.start, a.span.end, a.title.start, a.title.end));
  return out;
}

/// Character by character: a codec would take a second byte order mark for no text.
py::str to_str(std::u32string_view text) {
  const auto size = static_cast<Py_ssize_t>(text.size());
  PyObject* made = PyUnicode_FromKindAndData(PyUnicode_4BYTE_KIND, text.data(), size);
  if (!made) throw py::error_already_set();
  return py::reinterpret_steal<py::str>(made);
}

py::object decode_page(const py::bytes& bytes, const std::string& encoding) {
  const std::string_view view = bytes;
  std::optional<decode::Decoded> decoded;
  {
    const py::gil_scoped_release release;
    decoded = decode::decode(view, encoding);
  }
  if (!decoded) return py::none();
  return py::make_tuple(to_str(decoded->text), decoded->encoding, to_list(decoded->notices));
}

py::tuple read(const py::str& text, const std::string& name, const py::object& published, std::string subject,
               const knowledge::Knowledge* knowledge) {
  const PageView page = view_of(text);
  const PageContext context{to_day(published), std::move(subject)};
  const auto& base = known(knowledge);
  auto table = std::make_shared<FactTable>();
  Reading reading;
  {
    const py::gil_scoped_release release;
    reading = read_page(page, context, base);
    table->append(name, page, reading.facts);
  }
  return py::make_tuple(table, to_list(reading.notices), to_list(reading.articles),
                        to_date(reading.published));
}

/// A page as Python hands it over: its text, its name, its day and its place. The caller's list keeps the
/// texts, which are read in place.
using Given = std::tuple<py::str, std::string, py::object, std::string>;

/// What one page added to the table.
struct Added {
  std::size_t rows;
  std::int32_t first_group;
  Notices notices;
};

py::tuple read_many(const std::vector<Given>& given, const knowledge::Knowledge* knowledge) {
  const auto& base = known(knowledge);
  std::vector<PageView> pages;
  std::vector<PageContext> contexts;
  for (const auto& [text, name, published, subject] : given) {
    pages.push_back(view_of(text));
    contexts.push_back({to_day(published), subject});
  }
  auto table = std::make_shared<FactTable>();
  std::vector<Added> added;
  {
    const py::gil_scoped_release release;
    for (std::size_t at = 0; at < pages.size(); ++at) {
      Reading reading = read_page(pages[at], contexts[at], base);
      added.push_back({reading.facts.size(), table->groups(), std::move(reading.notices)});
      table->append(std::get<1>(given[at]), pages[at], reading.facts);
    }
  }
  py::list told;
  for (const Added& page : added) {
    told.append(py::make_tuple(page.rows, page.first_group, to_list(page.notices)));
  }
  return py::make_tuple(table, told);
}

}  // namespace

void bind_reading(py::module_& module) {
  module.attr("longest_page") = longest_page;
  module.def("notice_codes", &notice_codes, "Every notice there is, as (code, meaning).");
  module.def("encodings", &decode::encodings, "The names of the encodings that decode() reads.");
  module.def("decode", &decode_page, py::arg("data"), py::arg("encoding") = "",
             "The bytes as (text, encoding, notices); None where the encoding is unknown.");
  module.def("read", &read, py::arg("text"), py::arg("name"), py::arg("published"), py::arg("subject"),
             py::arg("knowledge") = py::none(), "One page as (table, notices, articles, published).");
  module.def(
      "read_many", &read_many, py::arg("pages"), py::arg("knowledge") = py::none(),
      "Pages of (text, name, published, subject) as one table, and for each the number of its rows, its "
      "first group number, and its notices.");
}

}  // namespace mujun
