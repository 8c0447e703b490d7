// The indicators' values of all firms: ratios by columns, with what is missing masked out.
#pragma once

#include <Eigen/Core>
#include <cstdint>
#include <vector>

#include "compute/score.hpp"

namespace mujun::scoring {

using Mask = Eigen::Array<bool, Eigen::Dynamic, 1>;

/// What happened to a firm's points for an indicator; bits, for the notes.
enum Event : std::uint8_t {
  missing = 1,
  zero_denominator = 2,
  capped = 4,
  floored = 8,
  no_mean = 16,
};

struct Values {
  Eigen::ArrayXd values;  // 0 where nothing is present
  Mask present;
  std::vector<std::uint8_t> events;  // of each row
};

/// Of the firms in `rated`; the others' values are not looked at.
Values values_of(const Source& source, const Firms& firms, const Mask& rated);

Eigen::Map<const Eigen::ArrayXd> array_of(const FirmColumn& column);
Mask mask_of(const FirmColumn& column);

}  // namespace mujun::scoring
