// What encoding bytes look like.
#pragma once

#include <string_view>

#include "read/decode/encoding.hpp"

namespace mujun::decode {

/// How well bytes read in an encoding, judged on a sample: the mean familiarity of its characters outside
/// ASCII, and a penalty for what is no text.
double merit(const Encoding& encoding, std::string_view bytes);

/// From here on a merit leaves no doubt: of text in a wrong encoding it lies below zero.
constexpr double reads_well = 0.4;

/// ICU proposes, merit decides. UTF-8 where there is nothing to tell by.
const Encoding& found_out(std::string_view bytes);

}  // namespace mujun::decode
