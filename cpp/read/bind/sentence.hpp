// A sentence as the rules see it: its figures with the text around each, and what has been said so far.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/fact.hpp"
#include "model/notice.hpp"
#include "read/layout/layout.hpp"
#include "read/name/phrase.hpp"
#include "read/name/subject.hpp"
#include "read/name/tokens.hpp"
#include "read/scan/scan.hpp"

namespace mujun::bind {

/// What the stages before have found on one page.
struct Page {
  const Folded& folded;
  const layout::Layout& layout;
  const scan::Scan& scan;
  const name::Subjects& subjects;
  const name::Tokens& tokens;
  const knowledge::Knowledge& knowledge;
  std::optional<Day> published;
};

/// Whether a quantity's unit is of this kind, and no rate of it.
inline bool is_in(const Page& page, const Quantity& quantity, knowledge::UnitKind kind) {
  return scan::is_in(quantity, kind, page.knowledge);
}
inline bool is_duration(const Page& page, const Quantity& quantity) {
  return is_in(page, quantity, knowledge::UnitKind::time) ||
         is_in(page, quantity, knowledge::UnitKind::calendar);
}

/// 20万元以上, 10万元至20万元: no exact amount.
inline bool has_bounds(const Quantity& quantity) {
  return quantity.qualifier != Qualifier::exact || quantity.is_range;
}

/// The unit that these words are, and no more.
std::optional<UnitIndex> unit_named(const Page& page, std::u16string_view words);

/// A quantity in its place. Spans are in the folded copy.
struct Figure {
  const Quantity* quantity = nullptr;
  Span clause;
  Span left;                     // from the figure before it in the sentence's clause, or the clause's start
  Span right;                    // to the next figure or the clause's end
  bool another_follows = false;  // in the same clause
};

/// What a rule has read of a figure. The fields a rule leaves alone are settled by who(), when() and
/// status().
struct Draft {
  const Figure* figure = nullptr;
  name::Phrase indicator;
  name::Phrase share_of;       // of a share that moves: whose it is
  std::u16string share_whole;  // and of what
  Measure measure = Measure::level;
  Basis basis = Basis::none;
  std::u16string reference;
  int sign = 1;
  std::string_view rule;
  float confidence = 0.9F;
  std::optional<Status> status;
  std::optional<Qualifier> qualifier;  // set where it does not stand at the figure: 不得超过总面积的7%
  std::optional<std::u16string> subject;  // set where a list names the subjects
  std::optional<std::size_t> owner_of;    // whose the sentence's draft of this number is, this is, too
  std::optional<Period> period;           // set where the rule knows it (from A to B)
  bool is_start = false;                  // the A of 从A到B
  bool of_whole_year = false;             // 年初预算17.5亿元, beside what a half-year brought
  bool year_before = false;               // 去年同期: of the period spoken of, a year before
  std::optional<UnitExpr> unit;           // set where the page gives it elsewhere: in a table's head
  int power = 0;                          // and its magnitude: 亿元 in the head is 8
  std::optional<int> group;
  Span read_from;             // of a list: the words before its first figure; else empty
  bool new_indicator = true;  // the wording stands at the figure, and is what later clauses go on about
  bool opens_list = false;    // 增速:路桥区12.3%，椒江区8.6%: the growth of each that follows
  const layout::Sentence* sentence = nullptr;
  std::size_t number = 0;    // of the sentence's drafts before it
  bool among_goals = false;  // the sentence stands in a list of goals
};

/// What earlier sentences and clauses hand on.
struct Memory {
  name::Phrase indicator;             // last spoken of
  name::Phrase heading;               // of the heading over the paragraph: the last resort
  bool growing = false;               // and its growth was: GDP增速领先，达到9.6%
  name::Phrase share_of;              // 机电产品出口占 …, 至34.2%
  std::u16string share_whole;         // 占地区生产总值的比重 …, 第二产业比重为 …
  std::span<const Draft> last_group;  // of the sentence: the last list, for a 分别 that follows it

  /// A share and a list are of their own sentence.
  void begin_sentence() {
    last_group = {};
    share_whole.clear();
    share_of = {};
  }
};

/// Questions that several rules ask about a figure's surroundings.
class Surroundings {
 public:
  explicit Surroundings(const Page& page) : page_(page), phrases_(page.folded, page.tokens, page.knowledge) {}

  const Page& page() const { return page_; }
  const name::PhraseReader& phrases() const { return phrases_; }

  /// The last word of a class within `span`, or null.
  const name::Token* last(Span span, knowledge::WordClass word_class) const;
  const name::Token* first(Span span, knowledge::WordClass word_class) const;
  /// Whether nothing but light characters and light words stands in `span`.
  bool only_light(Span span) const;
  const knowledge::Word& word(const name::Token& token) const {
    return page_.knowledge.word(token.entry.index);
  }
  std::u16string_view text(Span span) const { return page_.folded.view(span); }

  /// 38.6亿, 4700多万: a number told with a magnitude, which is a figure even where it has no unit.
  bool is_large(const Quantity& quantity) const {
    return text(quantity.span).find_first_of(u"万亿") != std::u16string_view::npos;
  }

  bool is_ratio(const Quantity& quantity) const {
    return quantity.shape == Shape::fraction || quantity.shape == Shape::doubling ||
           is_in(page_, quantity, knowledge::UnitKind::ratio);
  }
  bool is_points(const Quantity& quantity) const {
    return is_in(page_, quantity, knowledge::UnitKind::point);
  }
  bool is_times(const Quantity& quantity) const {
    return is_in(page_, quantity, knowledge::UnitKind::multiple);
  }
  bool is_count(const Quantity& quantity) const { return is_in(page_, quantity, knowledge::UnitKind::count); }
  bool is_duration(const Quantity& quantity) const { return bind::is_duration(page_, quantity); }

  /// A comparison's other side in plain words: 全省 in 全省平均增速.
  std::u16string reference(Span span) const;

 private:
  const Page& page_;
  name::PhraseReader phrases_;
};

/// So much of a sentence or paragraph as is looked at around a figure, however long it is.
Span near(Span figure, Span bounds);

}  // namespace mujun::bind
