#include "compute/transition.hpp"

#include <algorithm>
#include <unordered_map>

#include "compute/input_error.hpp"

namespace mujun::scoring {
namespace {

using compute::InputError;

using Rows = std::unordered_map<std::string_view, std::size_t>;

Rows rows_of(const Assessment& assessment, const char* which) {
  Rows rows;
  rows.reserve(assessment.firms.size());
  for (std::size_t row = 0; row < assessment.firms.size(); ++row) {
    const std::string& firm = assessment.firms[row];
    if (firm.empty()) {
      throw InputError("row " + std::to_string(row) + " of the " + which + " assessment names no firm");
    }
    const auto [first, is_new] = rows.emplace(firm, row);
    if (!is_new) {
      throw InputError(firm + " stands twice in the " + which + " assessment, in rows " +
                       std::to_string(first->second) + " and " + std::to_string(row) +
                       ": choose a key= that tells firms apart");
    }
  }
  return rows;
}

std::string_view grade_of(const Assessment& assessment, std::size_t row) {
  return assessment.grades.valid[row] ? assessment.grades[row] : std::string_view();
}

bool is_among(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string_view change_between(std::string_view before, std::string_view now, const Ladder& ladder) {
  if (before == now) return "same";
  const auto place = [&](std::string_view grade) {
    return std::ranges::find(ladder.classes, grade) - ladder.classes.begin();
  };
  const auto none = static_cast<std::ptrdiff_t>(ladder.classes.size());
  const auto from = place(before), to = place(now);
  if (from == none && to == none) return "same";
  if (from == none) return "graded";
  if (to == none) return "ungraded";
  return to < from ? "up" : "down";
}

}  // namespace

TransitionTable transitions(const Assessment& before, const Assessment& now, const Ladder& ladder) {
  const Rows rows_before = rows_of(before, "previous");
  const Rows rows_now = rows_of(now, "present");
  TransitionTable table;
  const auto add = [&](std::string_view firm, std::string_view from, std::string_view to,
                       std::string_view change) {
    table.firm.push(firm);
    table.before.push_optional(from);
    table.now.push_optional(to);
    table.change.push(change);
    table.must_exit.push(is_among(ladder.exits, to));
  };
  for (std::size_t row = 0; row < now.firms.size(); ++row) {
    const std::string_view to = grade_of(now, row);
    const auto found = rows_before.find(now.firms[row]);
    if (found == rows_before.end()) {
      add(now.firms[row], "", to, "enters");
    } else {
      const std::string_view from = grade_of(before, found->second);
      add(now.firms[row], from, to, change_between(from, to, ladder));
    }
  }
  for (std::size_t row = 0; row < before.firms.size(); ++row) {
    if (!rows_now.contains(before.firms[row])) add(before.firms[row], grade_of(before, row), "", "leaves");
  }
  return table;
}

}  // namespace mujun::scoring
