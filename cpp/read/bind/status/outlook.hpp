// What is still to come: lists of goals, sentences and headings that look ahead.
#pragma once

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// Whether a sentence ends with a colon behind which goals are listed: 今年的目标任务是：
bool leads_to_goals(const Surroundings& around, const layout::Sentence& sentence);

/// Whether a sentence opens a passage of what is still to come (下一步，…), or stands under a heading of it
/// (二、下半年工作思路). In an account of the year 重点抓好 tells what was done.
bool opens_outlook(const Surroundings& around, const layout::Sentence& sentence, bool of_account);
bool stands_under_outlook(const Page& page, std::uint32_t line);

}  // namespace mujun::bind
