#include "read/fold/gaps.hpp"

#include <algorithm>
#include <array>

#include "model/characters.hpp"

namespace mujun::fold {
namespace {

/// Whether a word of the lexicon stands across the gap at `at` once the space there is gone.
bool word_spans_gap(std::u16string_view text, std::size_t at, const knowledge::Lexicon& lexicon) {
  constexpr std::size_t reach = 8;
  std::array<char16_t, 2 * reach> around{};
  std::size_t before = 0;
  while (before < reach && before < at && is_han(text[at - 1 - before])) ++before;
  std::size_t after = 0;
  while (after < reach && at + 1 + after < text.size() && is_han(text[at + 1 + after])) ++after;
  std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at - before), before, around.begin());
  std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at + 1), after,
              around.begin() + static_cast<std::ptrdiff_t>(before));
  const std::u16string_view joined(around.data(), before + after);
  for (std::size_t i = 0; i < before; ++i) {
    const auto match = lexicon.longest(joined, i);
    if (match && i + match->length > before) return true;
  }
  return false;
}

/// The only space of a clause of some length: a line break that a converter made a space of (产业发展引导
/// 资金). Between cells, names and headings there are several, or no clause ends behind them.
bool is_alone_in_clause(std::u16string_view text, std::size_t at) {
  constexpr std::size_t reach = 60, least_length = 8;
  const auto ends = [](char16_t c) { return is_clause_end(c) || c == u'、' || c == u'\n'; };
  std::size_t start = at;
  while (start > 0 && at - start < reach && !ends(text[start - 1]) && text[start - 1] != u' ') --start;
  std::size_t end = at + 1;
  while (end < text.size() && end - at < reach && !ends(text[end]) && text[end] != u' ') ++end;
  const bool is_closed = end < text.size() && ends(text[end]) && text[end] != u'\n';
  const bool is_opened = start == 0 || ends(text[start - 1]);
  return is_closed && is_opened && end - start > least_length;
}

/// No other bar stands near it in its line: then it parts no cells.
bool is_only_bar(std::u16string_view text, std::size_t at) {
  constexpr std::size_t reach = 60;
  const auto ends = [&](std::size_t i) { return text[i] == u'|' || text[i] == u'\n'; };
  std::size_t left = at, right = at + 1;
  while (left > 0 && at - left < reach && !ends(left - 1)) --left;
  while (right < text.size() && right - at < reach && !ends(right)) ++right;
  return (left == 0 || text[left - 1] != u'|') && (right == text.size() || text[right] != u'|');
}

constexpr bool is_digit_or_point(char16_t c) {
  return is_digit(c) || c == u'.';
}

/// Digits in pieces, and whether they are one number.
struct Pieces {
  std::size_t gaps = 0;
  bool is_number = false;
};

/// The pieces around spaces[k] and the spaces behind it: 7 .3万亩, 1 860亩, 1 8 6 0亩. They are one number
/// where they are glued to a Chinese character on their left, or are single digits or parts of a decimal; a
/// Chinese character or a percent sign must follow, so that the cells of a table stay apart.
Pieces pieces_at(std::u16string_view text, const std::vector<std::uint32_t>& spaces, std::size_t k) {
  const auto at = [&](std::size_t i) { return i < text.size() ? text[i] : u'\0'; };
  std::size_t start = spaces[k];
  while (start > 0 && is_digit_or_point(text[start - 1])) --start;
  std::size_t count = 0, end = spaces[k];
  std::size_t longest_piece = end - start;
  bool has_loose_point = false;
  while (k + count < spaces.size() && spaces[k + count] == end && is_digit_or_point(at(end + 1))) {
    has_loose_point = has_loose_point || text[end - 1] == u'.' || text[end + 1] == u'.';
    const std::size_t piece = ++end;
    while (is_digit_or_point(at(end))) ++end;
    longest_piece = std::max(longest_piece, end - piece);
    ++count;
  }
  const std::u16string_view whole = text.substr(start, end - start);
  const bool is_decimal =
      std::ranges::count(whole, u'.') <= 1 && whole.front() != u'.' && whole.back() != u'.';
  if (start == 0 || !is_decimal) return {count};
  const bool is_unmistakable = has_loose_point || (longest_piece == 1 && count > 1);
  const char16_t left =
      text[start - 1] == u' ' && is_unmistakable && start > 1 ? text[start - 2] : text[start - 1];
  const char16_t right = at(end) == u' ' ? at(end + 1) : at(end);
  return {count, is_han(left) && (is_han(right) || right == u'%')};
}

/// Takes units out of the copy, in one pass.
void take_out(Folded& folded, const std::vector<std::size_t>& places) {
  if (places.empty()) return;
  std::size_t out = places.front();
  for (std::size_t i = out, next = 0; i < folded.text.size(); ++i) {
    if (next < places.size() && places[next] == i) {
      ++next;
      continue;
    }
    folded.text[out] = folded.text[i];
    folded.origin[out] = folded.origin[i];
    ++out;
  }
  folded.origin[out] = folded.origin.back();
  folded.text.resize(out);
  folded.origin.resize(out + 1);
}

}  // namespace

void close_gaps(Folded& folded, const std::vector<std::uint32_t>& spaces, const knowledge::Lexicon& lexicon) {
  const std::u16string_view text = folded.text;
  std::vector<std::size_t> closed;
  for (std::size_t k = 0; k < spaces.size(); ++k) {
    const std::size_t at = spaces[k];
    if (at == 0 || at + 1 >= text.size() || (text[at] == u'|' && !is_only_bar(text, at))) continue;
    if (is_han(text[at - 1]) && is_han(text[at + 1])) {
      if (word_spans_gap(text, at, lexicon) || is_alone_in_clause(text, at)) closed.push_back(at);
    } else if (is_digit_or_point(text[at - 1]) && is_digit_or_point(text[at + 1])) {
      const Pieces pieces = pieces_at(text, spaces, k);
      for (std::size_t i = 0; pieces.is_number && i < pieces.gaps; ++i) closed.push_back(spaces[k + i]);
      k += pieces.gaps - 1;
    }
  }
  take_out(folded, closed);
}

}  // namespace mujun::fold
