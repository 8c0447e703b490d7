// When: the period last spoken of, carried on and dropped at the right place.
#pragma once

#include <optional>

#include "read/bind/sentence.hpp"

namespace mujun::bind {

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
  bool is_followed_by_figure(const scan::PeriodMention& mention) const;
  /// No figure stands before it in its sentence, so it speaks for what follows.
  bool is_topic(Span mention) const;

  const Page& page_;
  std::size_t next_ = 0;  // the first period mention not heard yet
  std::optional<Heard> background_;
  std::optional<Heard> topic_;
  std::optional<Heard> months_;
  std::optional<Heard> last_;
  std::optional<Heard> of_start_;
  std::optional<int> year_;
  const scan::PeriodMention* mention_ = nullptr;
  bool missed_anchor_ = false;
};

/// The same days of the year before; the last of February stays the last.
Period a_year_before(Period period);

}  // namespace mujun::bind
