// Frames in: anything that speaks the Arrow C stream interface.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <string>
#include <vector>

#include "arrow/import.hpp"
#include "bindings/bindings.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

arrow::Frame read(const py::object& source) {
  const py::capsule capsule = source.attr("__arrow_c_stream__")();
  auto* stream =
      static_cast<arrow::ArrowArrayStream*>(PyCapsule_GetPointer(capsule.ptr(), "arrow_array_stream"));
  if (stream == nullptr) throw py::error_already_set();
  // The GIL stays: a producer may run Python when its stream is read.
  return arrow::Frame::read(stream);
}

std::vector<std::string> columns(const arrow::Frame& frame) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < frame.columns(); ++i) names.emplace_back(frame.name(i));
  return names;
}

std::size_t place_of(const arrow::Frame& frame, std::string_view column) {
  const auto found = frame.find(column);
  if (!found) throw py::key_error(std::string(column));
  return *found;
}

std::string kind(const arrow::Frame& frame, std::string_view column) {
  constexpr const char* names[] = {"number", "boolean", "text", "other"};
  return names[static_cast<std::size_t>(frame.kind(place_of(frame, column)))];
}

/// An array over memory that `owner` keeps alive; read only, for it may be the producer's.
template <class T>
py::array array_over(const T* data, std::size_t size, std::shared_ptr<const void> owner) {
  auto* kept = new std::shared_ptr<const void>(std::move(owner));
  const py::capsule base(kept, [](void* held) { delete static_cast<std::shared_ptr<const void>*>(held); });
  py::array_t<T> array(static_cast<py::ssize_t>(size), data, base);
  array.attr("setflags")(py::arg("write") = false);
  return array;
}

py::tuple numbers(const arrow::Frame& frame, std::string_view column) {
  const arrow::Numbers found = frame.numbers(place_of(frame, column));
  py::array_t<bool> present(static_cast<py::ssize_t>(found.present.size()));
  std::ranges::copy(found.present, present.mutable_data());
  return py::make_tuple(array_over(found.values.data(), found.values.size(), found.owner), present);
}

py::list texts(const arrow::Frame& frame, std::string_view column) {
  const arrow::Texts found = frame.texts(place_of(frame, column));
  py::list values;
  for (std::size_t row = 0; row < found.values.size(); ++row) {
    values.append(found.present[row] ? py::object(py::cast(found.values[row])) : py::none());
  }
  return values;
}

/// What is wrong with a frame is an error of the package's own.
void translate(std::exception_ptr thrown) {
  try {
    if (thrown) std::rethrow_exception(thrown);
  } catch (const arrow::ImportError& error) {
    py::set_error(py::module_::import("mujun.errors").attr("MujunError"), error.what());
  }
}

}  // namespace

void bind_frames(py::module_& module) {
  py::register_local_exception_translator(&translate);
  py::class_<arrow::Frame>(module, "Frame", py::is_final(),
                           "A frame read in by its Arrow stream; its memory stays the producer's.")
      .def(py::init(&read), py::arg("source"))
      .def("__len__", &arrow::Frame::rows)
      .def("columns", &columns)
      .def("kind", &kind, py::arg("column"), "number, boolean, text or other.")
      .def("numbers", &numbers, py::arg("column"), "(values, present): float64 and bool arrays.")
      .def("texts", &texts, py::arg("column"), "One text or None a row.");
}

}  // namespace mujun
