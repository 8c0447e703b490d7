#include "read/name/tokens.hpp"

#include <array>
#include <limits>
#include <utility>

#include "model/characters.hpp"

namespace mujun::name {
namespace {

constexpr std::size_t longest_counted = 14;      // between a bound and the count of what it bounds
constexpr std::size_t longest_quoted_name = 18;  // longer quotes are speech

/// The spans of quoted names, in order.
std::vector<Span> quoted_names(std::u16string_view text) {
  const auto opens = [](char16_t c) { return c == u'“' || c == u'「'; };
  std::vector<Span> names;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!opens(text[at])) continue;
    std::size_t end = at + 1;
    while (end < text.size() && end - at <= longest_quoted_name && !opens(text[end]) &&
           !is_clause_end(text[end]) && text[end] != u'”' && text[end] != u'」')
      ++end;
    const bool closes = end < text.size() && (text[end] == u'”' || text[end] == u'」');
    if (closes && end - at <= longest_quoted_name)
      names.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)});
    at = end - 1;
  }
  return names;
}

/// 0-14岁人口, 65岁及以上老年人: whose ages are told.
bool is_age_of(const Quantity& quantity, std::u16string_view behind, const knowledge::Knowledge& knowledge) {
  return scan::is_in(quantity, knowledge::UnitKind::age, knowledge) &&
         knowledge.lexicon().longest(behind, 0, knowledge::WordClass::people_noun).has_value();
}

/// Whether the quantity at `i` is a bound that says which ones are counted, beside their count:
/// 亿元以上项目12个, 12个亿元以上项目, 产值亿元以上企业达到86家, 超10亿元的项目2个; or, without digits,
/// beside any value of theirs: 亿元以上项目资金额219亿元.
bool is_attribute(std::u16string_view text, const Placed<Quantity>& quantities, std::size_t i,
                  const knowledge::Knowledge& knowledge) {
  const Quantity& bound = quantities[i];
  if (is_age_of(bound, text.substr(bound.outer.end), knowledge)) return true;
  const bool bounds_behind = bound.outer.end > bound.span.end && (bound.qualifier == Qualifier::at_least ||
                                                                  bound.qualifier == Qualifier::at_most);
  const bool bounds_before = bound.outer.start < bound.span.start && bound.qualifier == Qualifier::over &&
                             scan::is_in(bound, knowledge::UnitKind::money, knowledge);
  if (!(bounds_behind || bounds_before) || scan::is_in(bound, knowledge::UnitKind::count, knowledge))
    return false;
  std::size_t end = bound.outer.end;
  const bool linked = end < text.size() && text[end] == u'的';
  if (linked) ++end;
  // 其中10亿元以上的19个: what is counted was named before.
  const bool counted_next = linked && i + 1 < quantities.size() && quantities[i + 1].outer.start == end &&
                            scan::is_in(quantities[i + 1], knowledge::UnitKind::count, knowledge);
  if (counted_next) return true;
  while (end < text.size() && end - bound.outer.end < longest_counted && is_han(text[end]) &&
         text[end] != u'的' && text[end] != u'、')
    ++end;
  const std::u16string_view behind = text.substr(bound.outer.end, end - bound.outer.end);
  if (!knowledge.holds(behind, knowledge::WordClass::head_noun)) return false;
  if (bounds_behind && bound.no_digits && !linked) return true;
  const auto counts = [&](std::size_t other) {
    return scan::is_in(quantities[other], knowledge::UnitKind::count, knowledge);
  };
  const bool count_before =
      bounds_behind && !linked && i > 0 && quantities[i - 1].outer.end == bound.outer.start && counts(i - 1);
  const bool count_behind =
      i + 1 < quantities.size() && quantities[i + 1].outer.start <= end && counts(i + 1);
  return count_before || count_behind;
}

}  // namespace

Tokens::Tokens(std::vector<Token> tokens, std::size_t text_size)
    : Placed(std::move(tokens), text_size), in_block_(text_size / block + 1) {
  for (const Token& token : *this) {
    const knowledge::ClassMask is_word = token.kind == TokenKind::word;
    in_block_[token.span.start / block] |=
        bit_of(token.kind) | is_word << static_cast<unsigned>(token.entry.word_class);
  }
}

Tokens find_tokens(const Folded& page, const scan::Scan& scan, const std::vector<Subject>& subjects,
                   const knowledge::Knowledge& knowledge) {
  std::vector<Token> tokens;
  tokens.reserve(scan.quantities.size() + scan.periods.size() + scan.words.size() + subjects.size());
  // Each kind is in order: the first of those that come next, the longest of them, is the next token. A name
  // covers the words within it; what only overlaps its start was there first.
  constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  struct Kind {
    TokenKind kind;
    Span next{};
    std::uint32_t index = 0;
  };
  const auto place = [&](TokenKind kind, std::uint32_t at) -> Span {
    const auto span = [&](const auto& mentions) {
      return at < mentions.size() ? place_of(mentions[at]) : Span{none, none};
    };
    switch (kind) {
      case TokenKind::subject:
        return span(subjects);
      case TokenKind::period:
        return span(scan.periods);
      case TokenKind::quantity:
        return span(scan.quantities);
      default:
        return span(scan.words);
    }
  };
  std::array<Kind, 4> kinds{
      {{TokenKind::subject}, {TokenKind::period}, {TokenKind::quantity}, {TokenKind::word}}};
  for (Kind& kind : kinds) kind.next = place(kind.kind, 0);
  std::uint32_t covered = 0;
  while (true) {
    Kind* first = &kinds.front();
    for (Kind& kind : kinds) {
      if (kind.next.start < first->next.start ||
          (kind.next.start == first->next.start && kind.next.end > first->next.end))
        first = &kind;
    }
    const Span span = first->next;
    if (span.start == none) break;
    const std::uint32_t index = first->index++;
    first->next = place(first->kind, first->index);
    if (span.start < covered) continue;
    covered = span.end;
    Token token{.kind = first->kind, .span = span, .index = index};
    if (token.kind == TokenKind::word) token.entry = scan.words[index].entry;
    if (token.kind == TokenKind::quantity)
      token.attribute = is_attribute(page.text, scan.quantities, index, knowledge);
    tokens.push_back(token);
  }
  auto name = tokens.begin();
  for (const Span quoted : quoted_names(page.text)) {
    for (; name != tokens.end() && name->span.start < quoted.end; ++name)
      name->quoted = quoted.contains(name->span);
  }
  return {std::move(tokens), page.text.size()};
}

}  // namespace mujun::name
