// The debug door: each stage by itself, for the tests of the stages.
#include <pybind11/stl.h>

#include "bindings/bindings.hpp"
#include "read/fold/fold.hpp"

namespace py = pybind11;

namespace mujun {

void bind_stages(py::module_& module) {
  py::module_ stages = module.def_submodule("stages", "Each stage by itself, for tests.");
  stages.def(
      "fold",
      [](const py::str& text) {
        const Folded folded = fold::fold(view_of(text), *knowledge::Knowledge::builtin());
        return py::make_tuple(folded.text, folded.origin);
      },
      py::arg("text"), "The matching copy, and the page position of each of its units (and of its end).");
}

}  // namespace mujun
