// The Python module: one thin file a topic.
#include "bindings/bindings.hpp"

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
  module.doc() = "The compiled core of mujun.";
  module.attr("__version__") = MUJUN_VERSION;
  mujun::bind_frames(module);
  mujun::bind_knowledge(module);
  mujun::bind_numbers(module);
  mujun::bind_periods(module);
  mujun::bind_facts(module);
  mujun::bind_derived(module);
  mujun::bind_reading(module);
  mujun::bind_scoring(module);
  mujun::bind_screening(module);
  mujun::bind_stages(module);
  mujun::bind_units(module);
  mujun::bind_panel(module);
}
