// What a line is by its look alone.
#pragma once

#include <cstdint>
#include <string_view>

#include "knowledge/knowledge.hpp"

namespace mujun::layout {

/// Characters; a longer line without a full stop is prose cut short.
inline constexpr std::uint32_t longest_heading = 45;
/// Of a cell on a line of its own.
inline constexpr std::uint32_t longest_cell = 12;

/// 2019-05-10 10:40:56 来源: …, 来源：县统计局　发布时间：2019-05-10: a full date near the line's start, or
/// beside what is told of a page.
bool is_dateline(std::u16string_view line, const knowledge::Lexicon& lexicon);
bool is_furniture(std::u16string_view line, const knowledge::Lexicon& lexicon);
bool is_caption(std::u16string_view line, const knowledge::Knowledge& knowledge);
bool is_number_line(std::u16string_view line);
bool looks_like_heading(std::u16string_view line, const knowledge::Knowledge& knowledge);
bool is_byline(std::u16string_view line);
/// 南通市海门区商务局, 株洲日报 · 经济观察: whose site it is, above the title.
bool is_site_name(std::u16string_view line);
/// Markdown's marks before a heading: one # before a title, more before what stands below it; 0 for none.
std::uint32_t heading_marks(std::u16string_view line);

}  // namespace mujun::layout
