// When: the period last spoken of, carried on and dropped at the right place.
#pragma once

#include <optional>
#include <vector>

#include "read/bind/sentence.hpp"
#include "read/bind/when/review.hpp"

namespace mujun::bind {

/// Where a figure's period was told, the surest first.
enum class Told : std::uint8_t {
  beside,     // in the figure's own sentence, or by the rule that read it
  before,     // earlier in its passage
  on_page,    // in another passage
  by_season,  // nowhere: inferred from when the page was published
  nowhere,    // there is none
};

struct When {
  Period period;
  Told told = Told::nowhere;
  const scan::PeriodMention* mention = nullptr;
};

/// Hears the page's periods in order. A year goes on until another is named; a month or quarter that opens a
/// sentence goes on to the passage's end; a day, a 截至 or a 近三年 holds in its own sentence. What no
/// period goes on to is dated by the review that its article is, else by what the article began with.
class Clock {
 public:
  Clock(const Surroundings& around, const std::vector<ArticleKind>& kinds)
      : around_(around),
        page_(around.page()),
        reviews_(find_reviews(around.page(), kinds)),
        written_(days_written(around.page())) {}
  /// The period of a figure; `stock` asks for the day it is known at. A bound has none. What is done cannot
  /// lie behind the page's day: a year still running ends with it, and what is told of a later time turns to
  /// a target.
  When settle(const Draft& draft, const layout::Sentence& sentence, bool stock, Status& status);
  bool missed_anchor() const { return missed_anchor_; }

 private:
  struct Heard {
    Period period;
    std::uint32_t passage = 0;
    std::uint32_t article = 0;
    Span span;
    const scan::PeriodMention* mention = nullptr;
    bool opens = true;  // its clause, or stands behind the clause's subject
  };
  When when(const Draft& draft, const layout::Sentence& sentence, bool stock);
  bool is_of_one_site(const Draft& draft, const layout::Sentence& sentence) const;
  void recall_event(const Draft& draft, const layout::Sentence& sentence);
  /// Whether the clause itself names a running period (今年已有255名): what it counts was counted over it.
  bool said_in(Span clause) const;
  std::optional<Day> known_up_to(const When& when, const layout::Sentence& sentence) const;
  void hear(std::uint32_t up_to);
  void hear(const scan::PeriodMention& mention, const layout::Line& line);
  bool is_just_over(const scan::PeriodMention& mention) const;
  bool lies_ahead(const Period& period) const;
  bool is_of_year_before(const Draft& draft) const;
  bool is_last_of_the_year_before(const When& when) const;
  bool is_of_whole_year_ahead(const When& when) const;
  void count_year(const Heard& heard);
  /// Whether it goes on behind its passage.
  bool is_background(const Heard& heard) const;
  bool is_of_title(const Heard& heard) const;
  bool tells_of_event(Span day) const;
  bool runs_on(const scan::PeriodMention& mention) const;
  bool reaches_back(const scan::PeriodMention& mention, const Period& period) const;
  bool is_aside(const scan::PeriodMention& mention) const;
  bool describes(Span mention) const;
  bool dates_a_plan(Span mention) const;
  bool leads_to_figure(const scan::PeriodMention& mention) const;
  bool is_followed_by_figure(const scan::PeriodMention& mention, std::uint32_t reach) const;
  /// No figure stands before it in its sentence, so it speaks for what follows.
  bool is_topic(Span mention) const;
  /// Not 国民收入1987年达到, where the year is that figure's alone.
  bool opens(Span mention) const;
  const layout::Sentence* sentence_at(std::uint32_t at) const;
  bool follows_sentence_of(const Heard& heard, const layout::Sentence& sentence) const;
  When carried(const Draft& draft, const layout::Sentence& sentence) const;
  void fit(const Draft& draft, const layout::Sentence& sentence, bool stock, When& when) const;
  bool tells_on_from_month(Span clause, const Draft& draft) const;
  When of_report(const Draft& draft, const layout::Sentence& sentence) const;
  const Review* review_at(const Draft& draft, const layout::Sentence& sentence) const;
  /// 1987年达到…，平均每年增长: all the years that the average is taken over.
  Period years_of_average(const Draft& draft, const layout::Sentence& sentence, Period last_year) const;

  const Surroundings& around_;
  const Page& page_;
  std::vector<std::optional<Review>> reviews_;  // one for each article
  std::vector<std::optional<Day>> written_;     // and when it was
  std::size_t next_ = 0;                        // the first period mention not heard yet
  std::optional<Heard> background_;
  std::optional<Heard> topic_;
  std::optional<Heard> months_;
  std::optional<Heard> day_;    // 2023年末, that opened a sentence
  std::optional<Heard> event_;  // 2月20日: the last day that something took place on
  std::optional<Heard> first_;  // the first below the article's title
  std::optional<Heard> lead_;   // the article's first that a figure follows
  std::optional<Heard> last_;
  std::optional<Heard> of_clause_;  // 连续3年, 五年累计
  std::optional<Heard> of_start_;
  std::optional<int> year_;       // last spoken of
  bool year_is_passing_ = false;  // and only until its passage ends
  int spoken_of_year_ = 0;        // how often the article has named a time of its year of publication
  int spoken_of_earlier_ = 0;     // and of the years before
  bool missed_anchor_ = false;
};

/// A day, or up to a day.
bool is_one_day(const Period& period);
bool is_of_several_years(const Period& period);
/// A year or more.
bool is_wide(const Period& period);

}  // namespace mujun::bind
