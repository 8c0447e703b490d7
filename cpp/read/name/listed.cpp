#include "read/name/listed.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::name {
namespace {

using knowledge::mask;
using knowledge::WordClass;

constexpr std::uint32_t longest_listed = 8;
constexpr std::size_t longest_code = 6;
constexpr std::size_t shortest_code = 4;
constexpr std::size_t longest_bracket = 20;

/// Whether a bracket holds nothing but a code: 2330, 600519.SH, 股票代码:600519. A bare 2019 is a year.
bool is_code(std::u16string_view bracket, const knowledge::Lexicon& lexicon) {
  std::size_t digits = 0;
  bool marked = false;
  std::u16string_view code;
  for (std::size_t at = 0; at < bracket.size();) {
    if (const auto mark = lexicon.longest(bracket, at, WordClass::exchange_mark)) {
      marked = true;
      at += mark->length;
    } else if (is_digit(bracket[at])) {
      if (digits++ == 0) code = bracket.substr(at);
      ++at;
    } else if (bracket[at] == u':' || bracket[at] == u'.' || is_space(bracket[at])) {
      ++at;
    } else {
      return false;
    }
  }
  const bool is_year = digits == 4 && (code.starts_with(u"19") || code.starts_with(u"20"));
  return digits >= shortest_code && digits <= longest_code && (marked || !is_year);
}

}  // namespace

std::vector<Span> find_listed(const Folded& page, const OrganisationReader& organisations,
                              const knowledge::Knowledge& knowledge) {
  const std::u16string_view text = page.text;
  std::vector<Span> names;
  for (std::size_t open = text.find(u'('); open != std::u16string_view::npos;
       open = text.find(u'(', open + 1)) {
    const std::u16string_view behind = text.substr(open + 1, longest_bracket);
    const std::size_t close = behind.find(u')');
    if (close == std::u16string_view::npos || !is_code(behind.substr(0, close), knowledge.lexicon()))
      continue;
    const auto end = static_cast<std::uint32_t>(open);
    std::uint32_t start = end;
    while (start > 0 && end - start < longest_listed &&
           (is_han(text[start - 1]) || is_letter(text[start - 1])) && !organisations.opens_clause(start))
      --start;
    const bool in_list = start > 0 && text[start - 1] == u'、' && !names.empty() &&
                         start - names.back().end <= longest_bracket;
    if (end - start >= 2 && (in_list || organisations.opens_clause(start))) names.push_back({start, end});
  }
  return names;
}

}  // namespace mujun::name
