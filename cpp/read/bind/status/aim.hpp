// What is asked for: of a year that runs, by a meeting.
#pragma once

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// 全年出口不低于3800万美元: what is demanded of one year is its goal; rules know no year.
bool names_year_ahead(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence);

/// 一季度增加值要增长9%以上，固定资产投资增长12%; 二要强化要素，全年收储1500亩: what is to be done.
bool is_asked_for(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence);

}  // namespace mujun::bind
