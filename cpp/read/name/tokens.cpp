#include "read/name/tokens.hpp"

#include <optional>

#include "model/characters.hpp"

namespace mujun::name {
namespace {

constexpr std::size_t block = 16;                // units of the text
constexpr std::size_t longest_counted = 14;      // between a bound and the count of what it bounds
constexpr std::size_t longest_quoted_name = 18;  // longer quotes are speech

/// The spans of quoted names, in order.
std::vector<Span> quoted_names(std::u16string_view text) {
  std::vector<Span> names;
  std::size_t open = std::u16string_view::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == u'“' || text[i] == u'「') {
      open = i;
    } else if (is_clause_end(text[i])) {
      open = std::u16string_view::npos;
    } else if ((text[i] == u'”' || text[i] == u'」') && open != std::u16string_view::npos) {
      if (i - open <= longest_quoted_name)
        names.push_back({static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(i + 1)});
      open = std::u16string_view::npos;
    }
  }
  return names;
}

/// 0-14岁人口, 65岁及以上老年人: whose ages are told.
bool is_age_of(const Quantity& quantity, std::u16string_view behind, const knowledge::Knowledge& knowledge) {
  return scan::has_dimension(quantity, "age", knowledge) &&
         knowledge.lexicon()
             .longest(behind, 0, knowledge::mask(knowledge::WordClass::people_noun))
             .has_value();
}

/// Whether the quantity at `i` is a bound that says which ones are counted, beside their count:
/// 亿元以上项目12个, 12个亿元以上项目, 产值亿元以上企业达到86家, 超10亿元的项目2个; or, without digits,
/// beside any value of theirs: 亿元以上项目资金额219亿元.
bool is_attribute(std::u16string_view text, const std::vector<Quantity>& quantities, std::size_t i,
                  const knowledge::Knowledge& knowledge) {
  const Quantity& bound = quantities[i];
  if (is_age_of(bound, text.substr(bound.outer.end), knowledge)) return true;
  const bool bounds_behind = bound.outer.end > bound.span.end && (bound.qualifier == Qualifier::at_least ||
                                                                  bound.qualifier == Qualifier::at_most);
  const bool bounds_before = bound.outer.start < bound.span.start && bound.qualifier == Qualifier::over &&
                             scan::has_dimension(bound, "money", knowledge);
  if (!(bounds_behind || bounds_before) || scan::has_dimension(bound, "count", knowledge)) return false;
  std::size_t end = bound.outer.end;
  const bool linked = end < text.size() && text[end] == u'的';
  if (linked) ++end;
  while (end < text.size() && end - bound.outer.end < longest_counted && is_han(text[end]) &&
         text[end] != u'的' && text[end] != u'、')
    ++end;
  const std::u16string_view behind = text.substr(bound.outer.end, end - bound.outer.end);
  if (!knowledge.holds(behind, knowledge::WordClass::head_noun)) return false;
  if (bounds_behind && bound.no_digits && !linked) return true;
  const auto counts = [&](std::size_t other) {
    return scan::has_dimension(quantities[other], "count", knowledge);
  };
  const bool count_before =
      bounds_behind && !linked && i > 0 && quantities[i - 1].outer.end == bound.outer.start && counts(i - 1);
  const bool count_behind =
      i + 1 < quantities.size() && quantities[i + 1].outer.start <= end && counts(i + 1);
  return count_before || count_behind;
}

}  // namespace

Tokens::Tokens(const Folded& page, const scan::Scan& scan, const std::vector<Subject>& subjects,
               const knowledge::Knowledge& knowledge) {
  tokens_.reserve(scan.quantities.size() + scan.periods.size() + scan.words.size() + subjects.size());
  // Each kind is in order: the first of those that come next, the longest of them, is the next token. A name
  // covers the words within it; what only overlaps its start was there first.
  std::size_t subject = 0, period = 0, quantity = 0, word = 0;
  std::uint32_t covered = 0;
  while (true) {
    std::optional<Token> next;
    std::size_t* taken = nullptr;
    const auto offer = [&](TokenKind kind, const auto& mentions, std::size_t& at) {
      if (at == mentions.size()) return;
      const Span span = scan::place_of(mentions[at]);
      const bool comes_first = !next || span.start < next->span.start ||
                               (span.start == next->span.start && span.end > next->span.end);
      if (!comes_first) return;
      next = Token{.kind = kind, .span = span, .index = static_cast<std::uint32_t>(at)};
      taken = &at;
    };
    offer(TokenKind::subject, subjects, subject);
    offer(TokenKind::period, scan.periods, period);
    offer(TokenKind::quantity, scan.quantities, quantity);
    offer(TokenKind::word, scan.words, word);
    if (!next) break;
    ++*taken;
    if (next->span.start < covered) continue;
    covered = next->span.end;
    if (next->kind == TokenKind::word) next->entry = scan.words[next->index].entry;
    if (next->kind == TokenKind::quantity)
      next->attribute = is_attribute(page.text, scan.quantities, next->index, knowledge);
    tokens_.push_back(*next);
  }
  first_of_block_.reserve(page.text.size() / block + 1);
  std::uint32_t first = 0;
  for (std::size_t start = 0; start <= page.text.size(); start += block) {
    while (first < tokens_.size() && tokens_[first].span.start < start) ++first;
    first_of_block_.push_back(first);
  }
  auto name = tokens_.begin();
  for (const Span quoted : quoted_names(page.text)) {
    for (; name != tokens_.end() && name->span.start < quoted.end; ++name)
      name->quoted = quoted.contains(name->span);
  }
}

std::uint32_t Tokens::first_from(std::uint32_t place) const {
  if (place / block >= first_of_block_.size()) return static_cast<std::uint32_t>(tokens_.size());
  std::uint32_t first = first_of_block_[place / block];
  while (first < tokens_.size() && tokens_[first].span.start < place) ++first;
  return first;
}

std::span<const Token> Tokens::within(Span span) const {
  const std::uint32_t first = first_from(span.start);
  std::uint32_t last = span.end <= span.start ? first : first_from(span.end);
  if (last != first && tokens_[last - 1].span.end > span.end) --last;
  return std::span(tokens_).subspan(first, last - first);
}

const Token* Tokens::ending_at(std::uint32_t at) const {
  const std::uint32_t behind = first_from(at);
  return behind > 0 && tokens_[behind - 1].span.end == at ? &tokens_[behind - 1] : nullptr;
}

}  // namespace mujun::name
