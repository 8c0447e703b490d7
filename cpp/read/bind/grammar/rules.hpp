// The grammar: one named function a construction. A rule looks at one figure and its surroundings and either
// reads it into the draft or leaves it alone; the first that reads it wins, so their order in rules.cpp is
// part of the grammar.
#pragma once

#include <optional>
#include <string_view>

#include "read/bind/sentence.hpp"

namespace mujun::bind {

using RuleFunction = bool (*)(const Surroundings& around, const Figure& figure, const Memory& memory,
                              Draft& draft);

/// What a figure is to the rules, a bit each: a rule is asked of the figures that it can read.
namespace figure_kind {
inline constexpr unsigned ordinal = 1;
inline constexpr unsigned ratio = 2;  // 5%, 三成, 翻一番
inline constexpr unsigned points = 4;
inline constexpr unsigned times = 8;
inline constexpr unsigned count = 16;
inline constexpr unsigned other = 32;
inline constexpr unsigned in_brackets = 64;
}  // namespace figure_kind

struct Rule {
  std::string_view name;
  RuleFunction read;
  unsigned kinds;                  // of figures that it is asked of, and no others
  knowledge::ClassMask needs = 0;  // a word of one of these classes to the figure's left
};

// rank.cpp
bool rank(const Surroundings&, const Figure&, const Memory&, Draft&);  // 居全市第一
/// 17个 of 居全县17个乡镇第4位: how many are ranked.
bool counts_the_ranked(const Surroundings& around, Span before, const Quantity& quantity);
// comparison.cpp
bool gap(const Surroundings&, const Figure&, const Memory&, Draft&);  // 高于全省23个百分点
bool short_of(const Surroundings&, const Figure&, const Memory&, Draft&);  // 与目标仍有0.9个百分点的差距
bool next_gap(const Surroundings&, const Figure&, const Memory&, Draft&);  // 、全省0.2个百分点 behind it
bool contribution(const Surroundings&, const Figure&, const Memory&, Draft&);  // 拉动全市增长20.8个百分点
// share.cpp
bool planned_amount(const Surroundings&, const Figure&, const Memory&, Draft&);  // 完成年任务75亿元的23.7%
bool completion(const Surroundings&, const Figure&, const Memory&, Draft&);  // 完成年度计划的115%
bool share(const Surroundings&, const Figure&, const Memory&, Draft&);       // 占全市50%
/// 占比, 结构比: whether a wording is a share by itself.
bool names_share(std::u16string_view wording, const knowledge::Knowledge& knowledge);
bool multiple(const Surroundings&, const Figure&, const Memory&, Draft&);  // 是全市平均的2.1倍
// share_of.cpp
bool share_bound(const Surroundings&, const Figure&, const Memory&, Draft&);  // 不得超过总用地面积的7%
bool share_granted(const Surroundings&, const Figure&, const Memory&, Draft&);  // 按投资额的20%给予奖励
bool share_behind(const Surroundings&, const Figure&, const Memory&, Draft&);  // 贡献了全市22%的工业增加值
bool share_told(const Surroundings&, const Figure&, const Memory&, Draft&);  // 八成的产品销往欧洲
bool share_of_whole(const Surroundings&, const Figure&, const Memory&, Draft&);  // 只有普通稻的七成
// from_to.cpp
bool from_to(const Surroundings&, const Figure&, const Memory&, Draft&);  // 从5万元增加到20万元
/// Makes a draft where a movement starts; `said`: what stands between 从 and the figure.
void start_from(const Surroundings& around, Span said, Draft& draft);
// against.cpp
/// Whether a word of comparison before the figure holds it against its own past: 比6月底多47家,
/// 比上年高3个点.
bool is_against_itself(const Surroundings& around, const Figure& figure, const name::Token& word);
/// Where 比 of 比去年全年还, 比改造前的2019年, 比去年假期 stands: what follows it is a time and names nothing
/// else. Nothing where it is not so.
std::optional<std::uint32_t> against_a_time(const Surroundings& around, Span before);
/// Sets basis and reference by what the clause names before `end`: 比2005年增加…, 较林改前增长….
void settle_reference(const Surroundings& around, const Figure& figure, std::uint32_t end, Draft& draft);

/// 与昆山开发区的480万元相比: the same of another, that what was told is held against.
bool other_side_of(const Surroundings&, const Figure&, const Memory&, Draft&);
/// 与年初确定的8.5%的目标: of what was told, as it was told.
bool goal_of_what_was_told(const Surroundings&, const Figure&, const Memory&, Draft&);

// movement.cpp
bool growth(const Surroundings&, const Figure&, const Memory&, Draft&);  // 同比增长10.9%
bool change(const Surroundings&, const Figure&, const Memory&, Draft&);  // 提升10万/亩; 提高1.5个百分点
bool rank_moved(const Surroundings&, const Figure&, const Memory&, Draft&);  // 较上年前移3位
/// Whether a wording ends with 增速 and its like.
bool names_growth(const Surroundings& around, Span wording);
/// The basis that a verb itself says (年增, 月减, 季增); none for the plain ones.
Basis basis_in_verb(const knowledge::Word& verb);
// list.cpp
bool bracketed(const Surroundings&, const Figure&, const Memory&, Draft&);  // 临海市（9.1%）、黄岩区（8.7%）
// count.cpp
bool counted_noun(const Surroundings&, const Figure&, const Memory&, Draft&);  // 22个重大产业项目
// amount.cpp
bool restated(const Surroundings&, const Figure&, const Memory&, Draft&);  // 815千公顷(1222万亩)
bool level(const Surroundings&, const Figure&, const Memory&, Draft&);     // 总产值约4000万元

/// The wording that ends `within`, or what was last spoken of where there is none.
name::Phrase wording_or_memory(const Surroundings& around, Span within, const Memory& memory, Draft& draft);

/// 猪肉价格, where 其价格 stands for it: the noun that the clause before is about comes before the wording.
void name_whose(const Surroundings& around, const Figure& figure, name::Phrase& phrase);

/// 小麦产量, where 产量 follows 小麦播种面积 in its sentence: the product goes on.
void name_product(const Surroundings& around, const Memory& memory, name::Phrase& phrase);

/// What a sum is, where it is named behind it: 给予企业30万元奖励. Empty where it is not.
name::Phrase sum_noun(const Surroundings& around, const Figure& figure);

/// What it is ranked in (中心城区), taken off a wording that ends with it: 税收增幅在中心城区 before
/// 排名第五.
std::u16string take_field(const Surroundings& around, std::uint32_t floor, Span& wording);

/// Reads one figure by the first rule that fits.
bool read_figure(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft);

/// 分别 and its like: reads `figures`, a list of values side by side, against a list of names. False where it
/// is none.
bool read_list(const Surroundings& around, const std::vector<const Figure*>& figures, const Memory& memory,
               std::vector<Draft>& drafts, Notices& notices);

}  // namespace mujun::bind
