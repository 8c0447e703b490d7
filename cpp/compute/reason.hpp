// Why a figure is not there.
#pragma once

#include <cstdint>
#include <string_view>

namespace mujun::compute {

enum class Reason : std::uint8_t {
  none,  // the figure is there
  no_figure,
  uncertain,
  is_range,
  contradicted,
  no_base,
  zero_base,
  negative_base,
  negative_end,
  nothing_left,
  below_nothing,
  no_years,
  no_area,
  zero_area,
  negative_area,
  no_whole,
  zero_whole,
  incomplete_whole,
  unchanged_whole,
  no_reference,
  no_spread,
};

/// One sentence for a person; empty for none.
std::string_view meaning_of(Reason reason);

/// The input is wrong, not the figure undefined: an error wherever it occurs.
constexpr bool is_wrong(Reason reason) {
  return reason == Reason::negative_area || reason == Reason::no_years;
}

/// A growth rate needs a base above zero: from a loss to a profit (扭亏) there is none.
constexpr Reason of_base(double base) {
  if (base < 0) return Reason::negative_base;
  return base == 0 ? Reason::zero_base : Reason::none;
}

}  // namespace mujun::compute
