// Firms put to a rule.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "compute/rule.hpp"
#include "compute/score.hpp"

namespace mujun::screening {

/// What a condition is put to: a column, or a column by an area, in the unit of the condition's bound.
struct Subject {
  scoring::FirmColumn column;
  std::optional<scoring::FirmColumn> area = std::nullopt;
  compute::Factor unit = {};
};

/// Whether each firm passes, 1 or 0. A value that is missing and decides is an error, or fails the firm.
/// Throws InputError naming the row and the column: also for an area below nothing or of nothing.
std::vector<std::uint8_t> screen(const Rule& rule, const std::vector<Subject>& subjects,
                                 const scoring::Firms& firms, bool missing_fails);

}  // namespace mujun::screening
