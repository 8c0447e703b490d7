// From sentences and table cells to drafts: the rules over the figures in order, and what each hands on.
#pragma once

#include <deque>
#include <vector>

#include "read/bind/figures.hpp"
#include "read/bind/sentence.hpp"
#include "read/bind/table/table.hpp"

namespace mujun::bind {

class DraftReader {
 public:
  DraftReader(const Surroundings& around, const std::vector<ArticleKind>& kinds, Notices& notices)
      : around_(around), page_(around.page()), kinds_(kinds), notices_(notices) {}

  void read(const layout::Sentence& sentence);
  void read(const Cell& cell);

  /// What was read since forget(), in order. What the drafts point to lives as long as they do.
  const std::vector<Draft>& drafts() const { return drafts_; }
  void forget();

 private:
  bool read_values(std::vector<Figure>& figures, std::size_t begin, std::size_t end);
  void read_one(std::vector<Figure>& figures, std::size_t index);
  const Quantity& with_unit_of(const Quantity& bare, const Quantity& last);
  void listen(const Figure& figure);
  name::Phrase heading_over(const layout::Sentence& sentence) const;
  void hear_heading(const layout::Sentence& sentence);
  void name_former_or_latter(Draft& draft) const;
  bool goes_on_with_owner(const Draft& draft) const;
  void add(Draft&& draft);

  const Surroundings& around_;
  const Page& page_;
  const std::vector<ArticleKind>& kinds_;
  Notices& notices_;
  std::vector<Draft> drafts_;
  std::deque<std::vector<Figure>> figures_;  // of each sentence
  std::deque<Quantity> completed_;           // values that took the unit of their list
  std::deque<layout::Sentence> rows_;        // of a table: a cell's sentence
  const layout::Sentence* sentence_ = nullptr;
  std::size_t first_of_sentence_ = 0;  // among the drafts
  Memory memory_;
  std::uint32_t spoken_up_to_ = 0;
  std::uint32_t passage_ = static_cast<std::uint32_t>(-1);
  int next_group_ = 0;
  bool outlook_ = false;      // the passage tells of what is still to come
  bool goals_ahead_ = false;  // a sentence led to a list of goals, which goes on
};

}  // namespace mujun::bind
