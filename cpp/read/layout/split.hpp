// The page's lines, and the rows of tables among them.
#pragma once

#include <string_view>
#include <vector>

#include "read/layout/layout.hpp"

namespace mujun::layout {

/// Lines without the white space around them. A row of a table, whose cells tabs or bars part, gives a line a
/// cell; empty cells give none, but count as columns.
std::vector<Line> split_lines(std::u16string_view text, const knowledge::Lexicon& lexicon);

/// 9.2% or 553.8亿元, and nothing else: the value of what stands above or before it.
bool is_value(std::u16string_view words);

}  // namespace mujun::layout
