#include "bindings/firm_frame.hpp"

#include <string_view>
#include <unordered_map>

#include "compute/input_error.hpp"

namespace mujun {

using compute::InputError;
using scoring::FirmColumn;

FirmFrame::FirmFrame(const arrow::Frame& frame) : frame_(frame) {
  firms.rows = static_cast<std::size_t>(frame.rows());
}

FirmColumn FirmFrame::column(const std::string& name) {
  const auto [place, is_new] = numbers_.try_emplace(name);
  if (is_new) place->second = frame_.numbers(place_of(name));
  return {name, place->second.values, place->second.present};
}

std::vector<FirmColumn> FirmFrame::columns(const std::vector<std::string>& names) {
  std::vector<FirmColumn> found;
  for (const std::string& name : names) found.push_back(column(name));
  return found;
}

void FirmFrame::exempt_by(const std::string& name) {
  const bool by_word = frame_.kind(place_of(name)) == arrow::Kind::text;
  firms.exempt.resize(firms.rows);
  if (by_word) {
    const arrow::Texts& words = texts(name);
    for (std::size_t row = 0; row < firms.rows; ++row) firms.exempt[row] = !words.values[row].empty();
    return;
  }
  const FirmColumn said = column(name);
  for (std::size_t row = 0; row < firms.rows; ++row) {
    firms.exempt[row] = said.present[row] && said.values[row] != 0;
  }
}

void FirmFrame::group_by(const std::string& name) {
  const arrow::Texts& groups = texts(name);
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  firms.groups.clear();
  firms.group.resize(firms.rows);
  for (std::size_t row = 0; row < firms.rows; ++row) {
    if (!groups.present[row]) throw InputError(name + " names no group in " + firms.row_name(row));
    const auto [found, is_new] =
        numbers.emplace(groups.values[row], static_cast<std::uint32_t>(firms.groups.size()));
    if (is_new) firms.groups.emplace_back(groups.values[row]);
    firms.group[row] = found->second;
  }
}

void FirmFrame::name_by(const std::string& name) {
  firms.names = texts(name).values;
}

std::size_t FirmFrame::place_of(const std::string& name) const {
  const auto found = frame_.find(name);
  if (!found) throw InputError("the frame has no column " + name);
  return *found;
}

const arrow::Texts& FirmFrame::texts(const std::string& name) {
  return texts_.emplace_back(frame_.texts(place_of(name)));
}

}  // namespace mujun
