#include "read/bind/status/outlook.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::bind {

using knowledge::WordClass;
using name::Token;

bool leads_to_goals(const Surroundings& around, const layout::Sentence& sentence) {
  const std::u16string_view words = around.text(sentence.span);
  if (words.empty() || !is_one_of(words.back(), u":：")) return false;
  const auto tokens = around.page().tokens.within(sentence.span);
  const auto is_goal = [&](const Token& token) {
    const bool plans = token.is(WordClass::status_word) && around.word(token).value == "target";
    return !token.quoted && (plans || token.is(WordClass::completion_word));
  };
  // 目标任务完成情况如下, 预算执行情况： is about what was reached.
  return std::ranges::any_of(tokens, is_goal) &&
         !around.page().knowledge.holds(words, WordClass::account_word);
}

bool opens_outlook(const Surroundings& around, const layout::Sentence& sentence, bool of_account) {
  const Page& page = around.page();
  const std::u16string_view text = page.folded.text;
  for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
    const std::uint32_t at = page.layout.clauses[c].span.start;
    const auto found = page.knowledge.lexicon().longest(text, at, WordClass::outlook_word);
    if (!found || page.knowledge.word(found->entry.index).value != "sentence") continue;
    const std::u16string_view rest = text.substr(at);
    if (of_account && rest.starts_with(u"重点")) return false;  // 重点抓好18个项目, and so it was
    const char16_t behind = found->length < rest.size() ? rest[found->length] : u'\0';
    // 下一步，…; but 下一步投资增长的动力 is told now.
    const bool leads =
        is_comma(behind) || is_one_of(behind, u"我将要全市县区镇该") || rest.starts_with(u"重点");
    return leads && around.text(sentence.span).find(u'已') == std::u16string_view::npos;
  }
  return false;
}

bool stands_under_outlook(const Page& page, std::uint32_t line) {
  constexpr std::uint32_t longest_section = 60;  // lines
  for (std::uint32_t at = line; at-- > line - std::min(line, longest_section);) {
    const layout::Line& above = page.layout.lines[at];
    if (above.article != page.layout.lines[line].article) return false;
    if (above.kind != layout::LineKind::heading) continue;
    const std::u16string_view heading = page.folded.view(above.span);
    return page.knowledge.holds(heading, WordClass::outlook_word) &&
           !page.knowledge.holds(heading, WordClass::account_word);
  }
  return false;
}

}  // namespace mujun::bind
