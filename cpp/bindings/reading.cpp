// Bytes to text, and a page to its facts.
#include <pybind11/stl.h>

#include <memory>

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

py::object decode_page(const py::bytes& bytes, const std::string& encoding) {
  const std::string_view view = bytes;
  std::optional<decode::Decoded> decoded;
  {
    const py::gil_scoped_release release;
    decoded = decode::decode(view, encoding);
  }
  if (!decoded) return py::none();
  return py::make_tuple(std::move(decoded->text), decoded->encoding, to_list(decoded->notices));
}

py::tuple read(const py::str& text, const std::string& name, const py::object& published, std::string subject,
               const knowledge::Knowledge* knowledge) {
  const PageView page = view_of(text);
  const PageContext context{to_day(published), std::move(subject)};
  const auto& base = knowledge != nullptr ? *knowledge : *knowledge::Knowledge::builtin();
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

}  // namespace

void bind_reading(py::module_& module) {
  module.def("notice_codes", &notice_codes, "Every notice there is, as (code, meaning).");
  module.def("encodings", &decode::encodings, "The names of the encodings that decode() reads.");
  module.def("decode", &decode_page, py::arg("data"), py::arg("encoding") = "",
             "The bytes as (text, encoding, notices); None where the encoding is unknown.");
  module.def("read", &read, py::arg("text"), py::arg("name"), py::arg("published"), py::arg("subject"),
             py::arg("knowledge") = py::none(), "One page as (table, notices, articles, published).");
}

}  // namespace mujun
