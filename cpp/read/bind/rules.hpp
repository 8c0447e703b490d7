// The grammar: one named function a construction. A rule looks at one figure and its surroundings and either
// reads it into the draft or leaves it alone; the first that reads it wins, so their order in rules.cpp is
// part of the grammar.
#pragma once

#include <string_view>

#include "read/bind/sentence.hpp"

namespace mujun::bind {

using RuleFunction = bool (*)(const Surroundings& around, const Figure& figure, const Memory& memory,
                              Draft& draft);

struct Rule {
  std::string_view name;
  RuleFunction read;
};

// comparison.cpp
bool rank(const Surroundings&, const Figure&, const Memory&, Draft&);          // 居全市第一
bool gap(const Surroundings&, const Figure&, const Memory&, Draft&);           // 高于全省23个百分点
bool contribution(const Surroundings&, const Figure&, const Memory&, Draft&);  // 拉动全市增长20.8个百分点
bool completion(const Surroundings&, const Figure&, const Memory&, Draft&);     // 完成年度计划的115%
bool share(const Surroundings&, const Figure&, const Memory&, Draft&);          // 占全市50%
bool share_granted(const Surroundings&, const Figure&, const Memory&, Draft&);  // 按投资额的20%给予奖励
bool multiple(const Surroundings&, const Figure&, const Memory&, Draft&);       // 是全市平均的2.1倍
// movement.cpp
bool from_to(const Surroundings&, const Figure&, const Memory&, Draft&);  // 从5万元增加到20万元
bool growth(const Surroundings&, const Figure&, const Memory&, Draft&);   // 同比增长10.9%
bool change(const Surroundings&, const Figure&, const Memory&, Draft&);  // 提升10万/亩; 提高1.5个百分点
// amount.cpp
bool counted_noun(const Surroundings&, const Figure&, const Memory&, Draft&);  // 22个重大产业项目
bool level(const Surroundings&, const Figure&, const Memory&, Draft&);         // 总产值约4000万元

/// Reads one figure by the first rule that fits.
bool read_figure(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft);

/// 分别 and its like: reads `figures`, a list of values side by side, against a list of names. False where it
/// is none.
bool read_list(const Surroundings& around, const std::vector<const Figure*>& figures, const Memory& memory,
               std::vector<Draft>& drafts, Notices& notices);

// settle.cpp: what holds for every rule
/// The subject: the list's, the clause's, the sentence's, the paragraph's, the article's.
struct Who {
  bool said = false;  // the sentence itself says it
  bool carries = false;
  std::string name;
  std::string region_code;
  float confidence = 1;
  bool ambiguous = false;
  std::optional<knowledge::EntryRef> entry{};  // the word the subject was known by
};
/// `last` is whose the paragraph's last figure was.
Who who(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence,
        const std::optional<Who>& last);
Status status(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence,
              bool is_rule_text);

/// Hears the page's periods in order. A year goes on until another is named; a month or quarter that opens a
/// sentence goes on to the paragraph's end; a day, a 截至 or a 近三年 holds in its own sentence.
class Clock {
 public:
  explicit Clock(const Page& page) : page_(page) {}
  /// The period of a figure; `stock` asks for the day it is known at.
  Period when(const Draft& draft, const layout::Sentence& sentence, bool stock);
  /// The mention that the last period came from, or null.
  const scan::PeriodMention* mention() const { return mention_; }
  /// Whether the clause itself names a running period (今年已有255名): what it counts was counted over it.
  bool said_in(Span clause) const;
  bool missed_anchor() const { return missed_anchor_; }

 private:
  struct Heard {
    Period period;
    std::uint32_t paragraph = 0;
    std::uint32_t article = 0;
    Span span;
    const scan::PeriodMention* mention = nullptr;
  };
  void hear(std::uint32_t up_to);
  bool is_aside(const scan::PeriodMention& mention) const;
  /// No figure stands before it in its sentence, so it speaks for what follows.
  bool is_topic(Span mention) const;

  const Page& page_;
  std::size_t next_ = 0;  // the first period mention not heard yet
  std::optional<Heard> background_;
  std::optional<Heard> topic_;
  std::optional<Heard> months_;
  std::optional<Heard> last_;
  std::optional<int> year_;
  const scan::PeriodMention* mention_ = nullptr;
  bool missed_anchor_ = false;
};

}  // namespace mujun::bind
