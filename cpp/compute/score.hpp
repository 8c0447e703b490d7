// Firms scored, ranked and graded by a scheme (亩均效益综合评价).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compute/scheme.hpp"
#include "compute/score_table.hpp"
#include "compute/unit.hpp"

namespace mujun::scoring {

using compute::Factor;

/// A column of the firms' frame: a value a firm, and whether it is there.
struct FirmColumn {
  std::string name;
  std::span<const double> values;
  std::span<const std::uint8_t> present;
};

/// What an indicator is reckoned from: a ratio of two columns, or one column as it stands.
struct Source {
  FirmColumn numerator;
  std::optional<FirmColumn> denominator = std::nullopt;
  Factor unit = {};              // into the unit that the indicator's base is in
  bool zero_is_missing = false;  // a denominator of nothing is no figure; else it is an error
};

struct Firms {
  std::size_t rows = 0;
  std::vector<Source> sources = {};                 // one for each of the scheme's indicators
  std::vector<FirmColumn> bonus = {};               // points on top
  std::vector<FirmColumn> malus = {};               // points off
  std::optional<FirmColumn> factor = std::nullopt;  // multiplies the sum of the indicators' points
  std::vector<std::uint8_t> exempt = {};            // 1 for the firms that are not rated; empty for none
  /// Firms are measured, ranked and graded among those of their group: group numbers, and the groups' names.
  std::vector<std::uint32_t> group = {};  // empty: one group
  std::vector<std::string> groups = {""};
  std::vector<std::string_view> names = {};  // for messages; empty where firms have none

  std::size_t group_of(std::size_t row) const { return group.empty() ? 0 : group[row]; }
  /// "row 3 (华兴机械)"
  std::string row_name(std::size_t row) const;
};

/// How many `unit` one `numerator` per `denominator` is (of nothing per nothing where the unit is empty).
/// Throws InputError naming both where they measure unlike things.
Factor factor_between(const std::string& numerator, const std::string& denominator, const std::string& unit);

/// One row a firm, in the firms' order. Throws InputError naming the row and the column: a denominator below
/// nothing, or of nothing where that is no missing value; a value without end; a mean that is no base; a
/// min_max without spread.
ScoreTable score(const Scheme& scheme, const Firms& firms);

/// Ranks and grades of scores that are there already.
ScoreTable grade(const Scheme& scheme, const FirmColumn& scores, const Firms& firms);

}  // namespace mujun::scoring
