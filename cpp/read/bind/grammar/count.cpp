// Counts before what they count.
#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/grammar/rules.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;

/// 带动3.2万人就业, 安排700人就业: what is counted is caused, and the wording says by which verb.
void name_cause(const Surroundings& around, const Figure& figure, Draft& draft) {
  const Token* verb = around.page().tokens.ending_at(figure.quantity->outer.start);
  if (!verb || draft.indicator.span.start != figure.quantity->outer.end) return;
  if (!verb->is(WordClass::predicate) && !verb->is(WordClass::action_verb)) return;
  if (!around.page().knowledge.ends_with(draft.indicator.text, WordClass::outcome_noun)) return;
  draft.indicator.text.insert(0, around.text(verb->span));
  around.phrases().look_up(draft.indicator);
}

/// 项目, 企业: without a word that says which.
bool is_bare_noun(const Surroundings& around, std::u16string_view noun) {
  const auto entries = around.page().knowledge.lexicon().entries_of(noun);
  return std::any_of(entries.begin(), entries.end(),
                     [](knowledge::EntryRef entry) { return entry.word_class == WordClass::head_noun; });
}

/// 4个项目列入省级计划, 5家企业上报“示范企业”, 9个项目年内开工: a bare noun says too little, and what is told
/// of it names it.
void name_by_what_is_told(const Surroundings& around, const Figure& figure, name::Phrase& noun) {
  constexpr std::size_t longest_object = 20;
  if (figure.another_follows) return;
  const Token* ends = around.page().tokens.ending_at(noun.span.end);
  if (ends && ends->is(WordClass::action_verb) && ends->span.start > noun.span.start) {  // 9个项目开工
    const std::u16string_view counted = around.text({noun.span.start, ends->span.start});
    if (!is_bare_noun(around, counted)) return;
    noun.text = std::u16string(around.text(ends->span)) + std::u16string(counted);
    around.phrases().look_up(noun);
    return;
  }
  if (!is_bare_noun(around, noun.text)) return;
  const auto behind = around.page().tokens.within({noun.span.end, figure.right.end});
  std::uint32_t at = noun.span.end;
  const Token* verb = nullptr;
  for (const Token& token : behind) {
    const std::u16string_view gap = around.text({at, token.span.start});
    if (gap.find_first_not_of(u"已均都正") != std::u16string_view::npos) break;
    const bool acts = token.is(WordClass::action_verb) ||
                      (token.is(WordClass::noun_stop) && around.word(token).id == "verb");
    if (!acts && (verb || !(token.kind == name::TokenKind::period || token.is(WordClass::noun_stop)))) break;
    if (acts && !verb) verb = &token;
    at = token.span.end;
  }
  if (!verb) return;
  const std::u16string_view done = around.text({verb->span.start, at});
  const auto rest = around.page().tokens.within({at, figure.right.end});
  std::u16string_view object = around.text({at, figure.right.end});
  while (!object.empty() && (is_clause_end(object.back()) || is_space(object.back())))
    object.remove_suffix(1);
  if (object.starts_with(u'了')) object.remove_prefix(1);
  const bool names_place =
      !rest.empty() && rest.front().kind == name::TokenKind::subject && rest.front().span.start == at;
  if (object.size() > longest_object) return;
  std::u16string_view end = object;
  while (!end.empty() && is_closing(end.back())) end.remove_suffix(1);
  std::u16string told(done);
  if (!names_place) told += object;
  if (names_place || !end.ends_with(noun.text)) told += noun.text;
  noun.text = told;
  around.phrases().look_up(noun);
}

}  // namespace

bool counted_noun(const Surroundings& around, const Figure& figure, const Memory&, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  const bool counts = around.is_count(quantity) || quantity.unit.none();
  if (!counts || quantity.shape != Shape::amount || figure.right.empty()) return false;
  draft.indicator = around.phrases().after(figure.right, figure.another_follows);
  // 饲养量突破2万头大关: what is passed is not what is counted.
  const auto entries = around.page().knowledge.lexicon().entries_of(draft.indicator.text);
  if (std::ranges::any_of(
          entries, [](knowledge::EntryRef entry) { return entry.word_class == WordClass::milestone_noun; }))
    return false;
  if (!draft.indicator.empty()) name_cause(around, figure, draft);
  draft.new_indicator = !figure.another_follows || !counts_the_ranked(around, figure.left, quantity);
  name_by_what_is_told(around, figure, draft.indicator);
  return !draft.indicator.empty();
}

}  // namespace mujun::bind
