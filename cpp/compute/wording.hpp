// Figures as people write them, for formulas and messages.
#pragma once

#include <string>
#include <string_view>

#include "compute/fact_view.hpp"

namespace mujun::compute {

/// The figure with its digits, magnitude, unit and qualifier: 143亿元, 超200家, 33.1%.
std::string shown(const Figure& figure);
/// Without the sign, which stands in the formula: 1 − 7.5%.
std::string shown_size(const Figure& figure);
/// A number with the digits that this precision leaves it.
std::string shown(double value, double precision, std::string_view unit);
/// A printed number: the same, and as many more digits as it has (1.5万亩 at the head of 1.5万至2万亩).
std::string shown_printed(double value, double precision, std::string_view unit);
/// A number that was computed: four significant digits, or as many as the whole part has.
std::string shown(double value, std::string_view unit);

}  // namespace mujun::compute
