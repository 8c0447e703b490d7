// What holds for every rule: whose a figure is, and whether it is done, planned, demanded or hoped for.
#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/rules.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Subject;
using name::Token;
using name::TokenKind;

/// 对东盟出口, 高于全省, 占全市, 居全国: the other side of a comparison, not whose figure it is.
bool is_other_side(const Surroundings& around, Span mention) {
  const std::u16string_view text = around.page().folded.text;
  if (mention.start == 0) return false;
  constexpr std::u16string_view before = u"对与向比较占居列于给同获和为由";
  if (before.find(text[mention.start - 1]) != std::u16string_view::npos) return true;
  const Token* word = around.page().tokens.ending_at(mention.start);
  return word && (word->is(WordClass::gap_word) || word->is(WordClass::rank_word) ||
                  word->is(WordClass::share_word) || word->is(WordClass::contribution_word));
}

/// The last subject of `span` that a figure may belong to.
const Subject* last_subject(const Surroundings& around, Span span, bool carrying_only) {
  const auto inside = around.page().tokens.within(span);
  for (auto token = inside.rbegin(); token != inside.rend(); ++token) {
    if (token->kind != TokenKind::subject) continue;
    const Subject& subject = around.page().subjects.mentions[token->index];
    if (carrying_only && !subject.carries) continue;
    if (!is_other_side(around, token->span)) return &subject;
  }
  return nullptr;
}

std::uint32_t article_of(const Page& page, std::uint32_t at) {
  for (std::uint32_t i = 0; i < page.layout.articles.size(); ++i) {
    if (at < page.layout.articles[i].span.end) return i;
  }
  return 0;
}

}  // namespace

Who who(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  const Page& page = around.page();
  const auto speak = [](const Subject& subject, float confidence) {
    return Who{to_utf8(subject.name), subject.region_code, confidence, subject.ambiguous};
  };
  if (draft.subject) return {to_utf8(*draft.subject), {}, 0.9F, false};
  const std::uint32_t at = draft.figure->quantity->span.start;
  if (const Subject* subject = last_subject(around, {draft.figure->clause.start, at}, false))
    return speak(*subject, 1);
  if (const Subject* subject = last_subject(around, {sentence.span.start, at}, false))
    return speak(*subject, 0.95F);

  const std::uint32_t article = article_of(page, at);
  const std::uint32_t paragraph = page.layout.lines[sentence.line].paragraph;
  for (auto earlier = page.layout.sentences.rbegin(); earlier != page.layout.sentences.rend(); ++earlier) {
    if (earlier->span.start >= sentence.span.start) continue;
    if (page.layout.lines[earlier->line].paragraph != paragraph) break;
    if (const Subject* subject = last_subject(around, earlier->span, true)) return speak(*subject, 0.85F);
  }
  const Subject& place = page.subjects.article_places[article];
  return speak(place, place.name.empty() ? 0.7F : 0.8F);
}

Status status(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence,
              bool is_rule_text) {
  if (draft.status) return *draft.status;
  const Quantity& quantity = *draft.figure->quantity;
  const auto value_of = [&](const Token& word) {
    const std::string& value = around.word(word).value;
    return value == "target" ? Status::target : value == "expected" ? Status::expected : Status::threshold;
  };
  if (draft.measure == Measure::completion || draft.measure == Measure::rank) return Status::actual;
  // 不低于, 最高: a bound that someone demands.
  const bool bounded_before =
      quantity.outer.start < quantity.span.start &&
      (quantity.qualifier == Qualifier::at_least || quantity.qualifier == Qualifier::at_most);
  if (bounded_before) return Status::threshold;
  const std::uint32_t at = quantity.span.start;
  if (const Token* word = around.last({draft.figure->clause.start, at}, WordClass::status_word))
    return value_of(*word);
  if (const Token* word = around.last({sentence.span.start, at}, WordClass::status_word)) {
    // 已 or 实现 between them: what was planned is done.
    const std::u16string_view between = around.text({word->span.end, at});
    if (between.find(u'已') == std::u16string_view::npos && between.find(u'；') == std::u16string_view::npos)
      return value_of(*word);
  }
  return is_rule_text ? Status::threshold : Status::actual;
}

}  // namespace mujun::bind
