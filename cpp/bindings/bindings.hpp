// What the topics of the Python module share.
#pragma once

#include <pybind11/pybind11.h>

#include <optional>

#include "knowledge/knowledge.hpp"
#include "model/period.hpp"
#include "model/text.hpp"

namespace mujun {

void bind_derived(pybind11::module_& module);
void bind_facts(pybind11::module_& module);
void bind_frames(pybind11::module_& module);
void bind_knowledge(pybind11::module_& module);
void bind_numbers(pybind11::module_& module);
void bind_panel(pybind11::module_& module);
void bind_periods(pybind11::module_& module);
void bind_reading(pybind11::module_& module);
void bind_scoring(pybind11::module_& module);
void bind_screening(pybind11::module_& module);
void bind_stages(pybind11::module_& module);
void bind_units(pybind11::module_& module);

/// What the caller gives, or the built-in knowledge, which lives as long as the program.
const knowledge::Knowledge& known(const knowledge::Knowledge* own);

/// A Python string's own memory. Valid for as long as the string is; strings do not change, so it may be read
/// with the GIL released.
PageView view_of(const pybind11::str& text);

/// datetime.date and back; None where there is no day.
pybind11::object to_date(std::optional<Day> day);
std::optional<Day> to_day(const pybind11::object& date);

}  // namespace mujun
