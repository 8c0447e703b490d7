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

/// An indicator's figures of all firms: first its values, then its points, in the same memory.
struct Figures {
  std::vector<double> values;  // 0 where nothing is present
  Mask present;
  std::vector<std::uint8_t> events;  // of each row

  Eigen::Map<Eigen::ArrayXd> array() { return {values.data(), static_cast<Eigen::Index>(values.size())}; }
};

/// The values of the firms in `looked_at`; the others' may be anything. Throws InputError as `score` does.
Figures values_of(const Source& source, const Firms& firms, const Mask& looked_at);

Eigen::Map<const Eigen::ArrayXd> array_of(const FirmColumn& column);
Mask mask_of(const FirmColumn& column);

}  // namespace mujun::scoring
