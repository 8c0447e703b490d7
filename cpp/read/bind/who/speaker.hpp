// Who speaks in a quote.
#pragma once

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// Whose words a figure in a quote is: 优特轴承 in “我们拥有生产线12条。”优特轴承董事长郑某介绍. Null where
/// the figure stands in no quote, or who speaks for whom is not said in its paragraph.
const name::Subject* speaker_of(const Page& page, Span figure, const layout::Sentence& sentence);

}  // namespace mujun::bind
