#include "read/bind/status/aim.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::bind {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

bool names_year_ahead(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  const std::optional<Day>& published = around.page().published;
  if (!published) return false;
  const std::uint32_t end = draft.figure->quantity->outer.start;
  const auto before = around.page().tokens.within({near({end, end}, sentence.span).start, end});
  return std::ranges::any_of(before, [&](const Token& token) {
    if (token.kind != TokenKind::period) return false;
    const scan::PeriodMention& mention = around.page().scan.periods[token.index];
    if (mention.shape != scan::PeriodShape::over || mention.now) return false;
    const auto period = scan::resolve(mention, published, std::nullopt);
    return period && period->end && *period->end > *published;
  });
}

bool is_asked_for(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  static constexpr CharacterSet word_before{u"主需重必摘纪首紧只"};  // 主要, 只要
  const std::u16string_view page = around.page().folded.text;
  const std::uint32_t end = draft.figure->quantity->span.start;
  std::uint32_t asked = end;
  const std::uint32_t start = std::max(sentence.span.start + 1, near({end, end}, sentence.span).start);
  const std::u16string_view before = page.substr(0, end);
  for (std::size_t found = find_unit(before, u'要', start); found != std::u16string_view::npos;
       found = find_unit(before, u'要', found + 1)) {
    const auto at = static_cast<std::uint32_t>(found);
    if (is_one_of(page[at - 1], word_before)) continue;
    const bool numbered = is_one_of(page[at - 1], u"一二三四五六七八九") &&
                          (at < 2 || is_clause_end(page[at - 2]) || is_space(page[at - 2]));
    const Token* verb = around.page().tokens.starting_at(at + 1);
    const bool leads = verb && (verb->is(WordClass::growth_verb) || verb->is(WordClass::level_verb));
    if (numbered || leads) asked = at;
  }
  return asked < end && around.text({asked, end}).find_first_of(u"已；;") == std::u16string_view::npos;
}

}  // namespace mujun::bind
