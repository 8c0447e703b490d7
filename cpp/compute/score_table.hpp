// What scoring gives: a row a firm, in the order in which the firms came.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "model/column.hpp"

namespace mujun::scoring {

struct ScoreTable {
  Column<double> score;
  Column<std::int32_t> rank;  // among the firms of its group; firms of equal score share the better rank
  StringColumn grade;
  std::vector<std::pair<std::string, Column<double>>> points;  // of each indicator
  StringColumn notes;  // what was missing, cut, or exempt; null where there is nothing to say

  std::size_t size() const { return score.values.size(); }

  ScoreTable take(const std::vector<std::size_t>& rows) const {
    ScoreTable taken;
    for (const auto& [name, column] : points) taken.points.emplace_back(name, Column<double>{});
    copy_rows(*this, rows, taken);
    return taken;
  }

  /// Calls visit(name, column) for each column in order; an indicator's points are "score:" and its name.
  template <class Table, class Visit>
  static void each_column(Table& table, Visit&& visit) {
    visit("score", table.score);
    visit("rank", table.rank);
    visit("grade", table.grade);
    for (auto& [name, column] : table.points) visit("score:" + name, column);
    visit("notes", table.notes);
  }
};

}  // namespace mujun::scoring
