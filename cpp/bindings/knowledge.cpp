// The knowledge base: looking words up, and an analyst's own entries behind the built-in ones.
#include "knowledge/knowledge.hpp"

#include <pybind11/stl.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <tuple>
#include <utility>

#include "bindings/bindings.hpp"
#include "read/fold/fold.hpp"

namespace py = pybind11;

namespace mujun {
namespace {

using knowledge::AddedSurface;
using knowledge::EntryRef;
using knowledge::Knowledge;
using knowledge::WordClass;

using Surfaces = std::vector<std::u16string>;
// code, name, kind, dimension, stock, better, numerator, denominator
using IndicatorTuple = std::tuple<std::string, std::u16string, std::string, std::string, bool, int,
                                  std::string, std::string, Surfaces>;
// id, symbol, dimension, factor, base
using UnitTuple = std::tuple<std::string, std::u16string, std::string, std::int64_t, std::int64_t,
                             std::u16string, Surfaces>;
// code, name, level, parent
using RegionTuple = std::tuple<std::string, std::u16string, int, std::string, Surfaces>;
// class, id, direction, value
using WordTuple = std::tuple<std::string, std::string, int, std::string, Surfaces>;

WordClass class_of(const std::string& name) {
  const auto names = knowledge::class_names;
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) throw std::invalid_argument("unknown word class " + name);
  return static_cast<WordClass>(found - names.begin());
}

void claim(std::vector<AddedSurface>& added, Surfaces& surfaces, WordClass word_class, std::size_t row) {
  const EntryRef entry{word_class, static_cast<std::uint16_t>(row)};
  for (std::u16string& surface : surfaces) added.push_back({std::move(surface), entry});
}

std::shared_ptr<Knowledge> build(std::vector<IndicatorTuple> indicator_rows, std::vector<UnitTuple> unit_rows,
                                 std::vector<RegionTuple> region_rows, std::vector<WordTuple> word_rows) {
  const auto builtin = Knowledge::builtin();
  std::vector<knowledge::Indicator> indicators;
  std::vector<knowledge::Unit> units;
  std::vector<knowledge::Region> regions;
  std::vector<knowledge::Word> words;
  std::vector<AddedSurface> added;
  for (auto& [code, name, kind, dimension, stock, better, numerator, denominator, surfaces] :
       indicator_rows) {
    claim(added, surfaces, WordClass::indicator, builtin->indicators().size() + indicators.size());
    indicators.push_back({code, name, kind, dimension, stock, better, numerator, denominator});
  }
  for (auto& [id, symbol, dimension, numerator, denominator, base, surfaces] : unit_rows) {
    claim(added, surfaces, WordClass::unit, builtin->units().size() + units.size());
    units.push_back({id, symbol, dimension, numerator, denominator, base});
  }
  for (auto& [code, name, level, parent, surfaces] : region_rows) {
    claim(added, surfaces, WordClass::region, builtin->regions().size() + regions.size());
    regions.push_back({code, name, level, parent});
  }
  for (auto& [class_name, id, direction, value, surfaces] : word_rows) {
    const WordClass word_class = class_of(class_name);
    claim(added, surfaces, word_class, builtin->words().size() + words.size());
    words.push_back({word_class, id, direction, value});
  }
  return std::const_pointer_cast<Knowledge>(Knowledge::with(
      std::move(indicators), std::move(units), std::move(regions), std::move(words), std::move(added)));
}

/// The entries whose surface is exactly this word, however the word is written (Traditional, full-width).
std::vector<std::pair<std::string, std::string>> lookup(const Knowledge& base, const py::str& word) {
  std::vector<std::pair<std::string, std::string>> found;
  for (const EntryRef entry : base.lexicon().entries_of(fold::fold(view_of(word), base).text)) {
    const std::string name = base.name_of(entry);
    const std::size_t colon = name.find(':');
    found.emplace_back(name.substr(0, colon), name.substr(colon + 1));
  }
  return found;
}

}  // namespace

const Knowledge& known(const Knowledge* own) {
  return own == nullptr ? *Knowledge::builtin() : *own;
}

void bind_knowledge(py::module_& module) {
  py::class_<Knowledge, std::shared_ptr<Knowledge>>(module, "Knowledge", py::is_final())
      .def(py::init(&build), py::arg("indicators"), py::arg("units"), py::arg("regions"), py::arg("words"),
           "The built-in entries and these behind them.")
      .def("lookup", &lookup, py::arg("word"), "The entries of exactly this wording as (class, id).");
}

}  // namespace mujun
