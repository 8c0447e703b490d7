// Whose a figure is.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// The subject: the list's, the clause's, the sentence's, the paragraph's, the article's.
struct Who {
  bool said = false;    // the sentence itself says it
  bool beside = false;  // and the figure's own clause
  bool carries = false;
  std::u16string_view name{};  // of the page's subjects, or of Names
  std::string_view region_code{};
  float confidence = 1;
  bool ambiguous = false;
  std::optional<knowledge::EntryRef> entry{};  // the word the subject was known by
};
/// The names that are no single subject's (杭州市、宁波市), kept as long as the page.
using Names = std::deque<std::u16string>;

/// `last` is whose the paragraph's last figure was, `earlier` whose the article's.
Who who(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence,
        const std::optional<Who>& last, const std::optional<Who>& earlier, Names& names);

/// The organisation that a sentence is about, where it speaks for the sentences behind it; nothing where none
/// does.
std::optional<Who> topic_of(const Surroundings& around, const layout::Sentence& sentence);

}  // namespace mujun::bind
