// How a name stands in its clause: as what the clause is about, or as another party to it.
#pragma once

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// The names that stand side by side with this one: 杭州市、宁波市 for either.
Span names_around(const Surroundings& around, const name::Token& name);

/// 对东盟出口, 高于全省, 占全市, 居全国第一, 5家路桥区企业, 辖甲县、乙县: not whose figure it is.
bool is_other_party(const Surroundings& around, const name::Token& name);

/// 北京绿能项目, 绍兴黄酒: a short name that runs on into another word is only part of a name.
bool is_part_of_name(const Surroundings& around, const name::Token& name);

/// Whether a name opens its clause, but for light words: 其中, 今年, 据统计. `aside` is how many other
/// characters may stand before it.
bool is_topic(const Surroundings& around, Span name, const layout::Sentence& sentence, std::uint32_t aside);

/// 位于青溪县的海纳科技园占地300亩: a name behind its description, which its clause opens with.
bool is_described(const Surroundings& around, const name::Token& name, const layout::Sentence& sentence);

/// Whether nothing but periods stands before a name in its clause, and its indicator right behind it.
bool opens_with_indicator(const Surroundings& around, const name::Token& name,
                          const layout::Sentence& sentence);

}  // namespace mujun::bind
