// Which quantities of a sentence are figures, what belongs to each, and what kind of text they stand in.
#pragma once

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// The sentence's quantities with the text around each; small counts in words (四大, 三支) are sayings, and
/// none.
std::vector<Figure> find_figures(const Surroundings& around, const layout::Sentence& sentence);

/// 8.1%、6.4%和5%: values of one list.
bool are_side_by_side(const Surroundings& around, const Figure& left, const Figure& right);

/// Whether what was read is a fact: a duration or a bare number needs a wording at its side.
bool is_fact(const Surroundings& around, const Draft& draft);

/// What an article as a whole says of its figures.
struct ArticleKind {
  name::Phrase topic;          // the one indicator that its title names; empty where it names none or several
  bool tells_account = false;  // 工作总结, 主要工作情况: what was done
  bool sets_rules = false;     // 实施意见, 管理办法: its figures are bounds
  std::optional<std::uint32_t> expected_from;  // where it says (预计，下同)
  bool other_topic = false;                    // polls, matches, share prices: its figures are no indicators
};
/// One for each article, in order.
std::vector<ArticleKind> article_kinds(const Page& page);

}  // namespace mujun::bind
