// Who moved from which grade to which between two assessments.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "model/column.hpp"

namespace mujun::scoring {

/// The firms of one assessment by their keys, and what each was graded.
struct Assessment {
  std::vector<std::string> firms;
  const StringColumn& grades;
};

/// The scheme's classes from the best, and those whose firms must leave.
struct Ladder {
  std::vector<std::string> classes;
  std::vector<std::string> exits;
};

struct TransitionTable {
  StringColumn firm;
  StringColumn before, now;  // null where the firm was not assessed, or not graded
  StringColumn change;       // up, down, same, enters, leaves, graded, ungraded
  BoolColumn must_exit;      // its grade now is one of those whose firms must leave

  static constexpr std::array<std::string_view, 2> nullable{"before", "now"};

  std::size_t size() const { return change.offsets.size() - 1; }

  template <class Table, class Visit>
  static void each_column(Table& table, Visit&& visit) {
    visit("firm", table.firm);
    visit("before", table.before);
    visit("now", table.now);
    visit("change", table.change);
    visit("must_exit", table.must_exit);
  }
};

/// The firms of `now` in their order, and behind them those that have left. Throws InputError for a firm that
/// stands twice in one assessment, and for a firm without a key.
TransitionTable transitions(const Assessment& before, const Assessment& now, const Ladder& ladder);

}  // namespace mujun::scoring
