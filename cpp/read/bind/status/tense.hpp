// Whether a figure is done, planned, demanded or hoped for, and whether it is known at a day or counted over
// a period.
#pragma once

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// Whether a verb before the figure plans it: 力争, 计划, 将.
bool plans(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence);
/// Whether a sentence among plans tells of what is there or done: 目前, 已, 去年.
bool tells_of_past(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence);

/// `is_rule_text`: the article sets rules, so its figures are bounds.
Status status(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence,
              bool is_rule_text);

/// Known at a day (拥有31家) rather than counted over a period (新增31家). `before`: whether the figure
/// before it in its sentence was.
bool is_stock(const Surroundings& around, const Draft& draft, std::optional<bool> before);

/// Whether what is told of is known at a day by its name: 贷款余额, 常住人口.
bool is_stock_indicator(const Surroundings& around, const Draft& draft);

/// 累计培训1.2万人: where no time is told beside it, up to a day, whenever it began.
bool is_running_total(const Surroundings& around, const Draft& draft);

/// 建成后将新增用地150亩: no one says when.
bool is_after_completion(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence);

}  // namespace mujun::bind
