// What a sentence demands or grants: bounds, grades, conditions.
#pragma once

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// Who has so much is meant: 达到1000万元的企业, and the values of a list that a 的 follows.
bool is_of_those(const Surroundings& around, const Draft& draft);

/// 2019年全市亩均税收9.6万元, 到2022年底盘活3000亩: what a text that sets rules tells of a time, it does not
/// demand.
bool reports(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence);

/// Another figure of the sentence is demanded, and this one is a bound beside it: 雇工不少于5人，
/// 流转土地50亩以上.
bool bounds_beside(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence);

/// The sentence grants for the figure, grades by it, or hangs something on it: 亩均税收20万元以上的为A类企业.
bool demands(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence);

}  // namespace mujun::bind
