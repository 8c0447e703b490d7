// From drafts to facts: what no rule read of a figure, and its value, is settled here. Whose it is, when,
// whether done or planned, what it is part of.
#pragma once

#include <optional>
#include <vector>

#include "read/bind/fact_of.hpp"
#include "read/bind/figures.hpp"
#include "read/bind/sentence.hpp"
#include "read/bind/when/clock.hpp"
#include "read/bind/who/owner.hpp"

namespace mujun::bind {

class Settler {
 public:
  Settler(const Surroundings& around, const std::vector<ArticleKind>& kinds, Notices& notices)
      : around_(around),
        page_(around.page()),
        kinds_(kinds),
        clock_(around, kinds),
        trail_(around),
        notices_(notices) {
    facts_.reserve(page_.scan.quantities.size());
  }

  /// Drafts are settled in the order in which they were read.
  void settle(const Draft& draft);
  /// All facts of the page, at its end.
  std::vector<Fact> finish();

 private:
  void enter(const layout::Sentence& sentence, bool in_table);
  void hear_topics(const layout::Sentence* before, const layout::Sentence& sentence);
  void settle_bound(const Draft& draft, std::uint32_t article, Fact& fact) const;
  void notice_inferred(std::uint32_t article, Span place);
  void take_owner(const Draft& draft, Fact& fact) const;
  void set_parent(const Draft& draft, Fact& fact);
  void set_whole(const Draft& share);
  void infer_whole(const Draft& share, Fact& fact) const;

  const Surroundings& around_;
  const Page& page_;
  const std::vector<ArticleKind>& kinds_;
  Clock clock_;
  Trail trail_;
  Notices& notices_;
  std::vector<Fact> facts_;
  const layout::Sentence* sentence_ = nullptr;
  std::uint32_t passage_ = static_cast<std::uint32_t>(-1);
  std::uint32_t article_ = 0;
  bool was_stock_ = false;  // the figure before was known at a day
  Names names_;
  std::optional<Who> last_owner_;  // in this passage
  std::optional<Who> article_owner_;
  std::optional<std::uint32_t> inferred_in_;  // the article whose periods were last inferred
  std::optional<std::int32_t> last_level_;
  std::optional<std::int32_t> among_;
};

}  // namespace mujun::bind
