// Marks of Markdown and LaTeX that came along with a page's text: [text](url), **bold**, $12.5\%$.
#pragma once

#include <cstddef>

#include "model/text.hpp"

namespace mujun::fold {

/// Told of a page's characters in order, it says which of them are marks and no text. Linear in the page.
class Markup {
 public:
  explicit Markup(const PageView& page) : page_(page) {}

  /// Characters that marks() wants to see; the others are none.
  static bool may_be_mark(char16_t c);

  struct Mark {
    std::size_t length = 0;  // in the page's characters; 0 for text
    char16_t meaning = 0;    // the character that the mark stands for, 0 for none
  };
  Mark mark_at(std::size_t at);
  /// Within a formula white space means nothing.
  bool in_formula(std::size_t at) const { return at < formula_end_; }

 private:
  char32_t peek(std::size_t at) const { return at < page_.size() ? page_[at] : U'\0'; }
  /// Where the link that opens at `at` ends, and where its text does; nothing where it is none.
  std::size_t link_end(std::size_t at, std::size_t& text_end) const;
  std::size_t formula_end(std::size_t at) const;
  Mark dollar_at(std::size_t at);
  Mark command_at(std::size_t at);

  const PageView& page_;
  std::size_t link_text_end_ = 0, link_end_ = 0;
  std::size_t formula_end_ = 0;  // its closing $
  std::size_t open_braces_ = 0;
};

}  // namespace mujun::fold
