// The contents of reading: page in, facts out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/fact.hpp"
#include "model/notice.hpp"
#include "model/text.hpp"

namespace mujun {

/// In characters. Folding writes one as up to 18, and places in the folded copy are of 32 bits.
inline constexpr std::size_t longest_page = std::size_t{1} << 27;

/// What the caller knows about a page.
struct PageContext {
  std::optional<Day> published;
  std::string subject;  // UTF-8; the page's place where the page does not say
};

/// An article of the page; spans are in the page's code points.
struct Article {
  Span span;
  Span title;
};

struct Reading {
  std::vector<Fact> facts;
  Notices notices;
  std::vector<Article> articles;
  std::optional<Day> published;  // the caller's, else the page's own
};

/// Reads one page, no longer than longest_page. Deterministic; safe to call from many threads on one
/// knowledge base.
Reading read_page(const PageView& page, const PageContext& context, const knowledge::Knowledge& knowledge);

}  // namespace mujun
