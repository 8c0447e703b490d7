#include "read/name/tokens.hpp"

#include <algorithm>

namespace mujun::name {

Tokens::Tokens(const scan::Scan& scan, const std::vector<Subject>& subjects) {
  tokens_.reserve(scan.quantities.size() + scan.periods.size() + scan.words.size() + subjects.size());
  for (std::uint32_t i = 0; i < subjects.size(); ++i)
    tokens_.push_back({TokenKind::subject, subjects[i].span, i, {}});
  for (std::uint32_t i = 0; i < scan.periods.size(); ++i)
    tokens_.push_back({TokenKind::period, scan.periods[i].span, i, {}});
  for (std::uint32_t i = 0; i < scan.quantities.size(); ++i) {
    tokens_.push_back({TokenKind::quantity, scan.quantities[i].outer, i, {}});
  }
  for (std::uint32_t i = 0; i < scan.words.size(); ++i) {
    tokens_.push_back({TokenKind::word, scan.words[i].span, i, scan.words[i].entry});
  }
  std::stable_sort(tokens_.begin(), tokens_.end(), [](const Token& a, const Token& b) {
    return a.span.start != b.span.start ? a.span.start < b.span.start : a.span.end > b.span.end;
  });
  // A name covers the words within it; what only overlaps its start was there first.
  std::uint32_t covered = 0;
  std::erase_if(tokens_, [&](const Token& token) {
    if (token.span.start < covered) return true;
    covered = token.span.end;
    return false;
  });
}

std::span<const Token> Tokens::within(Span span) const {
  const auto first = std::lower_bound(tokens_.begin(), tokens_.end(), span.start,
                                      [](const Token& t, std::uint32_t at) { return t.span.start < at; });
  auto last = std::lower_bound(first, tokens_.end(), span.end,
                               [](const Token& t, std::uint32_t at) { return t.span.start < at; });
  if (last != first && std::prev(last)->span.end > span.end) --last;
  return {first, last};
}

const Token* Tokens::ending_at(std::uint32_t at) const {
  const auto after = std::lower_bound(tokens_.begin(), tokens_.end(), at,
                                      [](const Token& t, std::uint32_t end) { return t.span.end < end; });
  return after != tokens_.end() && after->span.end == at ? &*after : nullptr;
}

}  // namespace mujun::name
