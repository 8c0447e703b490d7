// Shares whose whole or whose part stands beside the figure: bounds, grants, what is given with what.
#include "model/characters.hpp"
#include "read/bind/grammar/rules.hpp"
#include "read/scan/quantity/qualifier.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;

constexpr std::size_t longest_basis = 14;  // of a grant

}  // namespace

/// 不得超过项目总用地面积的7%, 不足全区平均水平的十分之一: the bound stands before the whole.
bool share_bound(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const std::u16string_view left = around.text(figure.left);
  if (figure.quantity->shape == Shape::doubling || !left.ends_with(u'的')) return false;
  const knowledge::Lexicon& lexicon = around.page().knowledge.lexicon();
  const auto end = static_cast<std::uint32_t>(left.size());
  const auto found = lexicon.find(left, 0, end, WordClass::qualifier_before, 2);
  if (!found) return false;
  const Qualifier bound = scan::qualifier_named(around.page().knowledge.word(found->match.entry.index).value);
  const std::uint32_t behind = found->at + found->match.length;
  if (behind + 2 >= end) return false;
  draft.indicator =
      wording_or_memory(around, {figure.left.start, figure.left.start + found->at}, memory, draft);
  draft.reference = std::u16string(left.substr(behind, end - 1 - behind));
  draft.qualifier = bound;
  if (around.page().knowledge.ends_with(draft.reference, WordClass::completion_word)) {
    draft.measure = Measure::completion;  // 超过年度计划的五分之三
    return !draft.indicator.empty();
  }
  if (bound == Qualifier::at_least || bound == Qualifier::at_most) draft.status = Status::threshold;
  draft.measure = Measure::share;
  return !draft.indicator.empty();
}

namespace {

/// 用地 of 用地贡献了: what is said of the noun ends it.
void end_before_verb(const Surroundings& around, name::Phrase& noun) {
  constexpr std::uint32_t shortest_noun = 2;
  const auto end = static_cast<std::uint32_t>(noun.text.size());
  const knowledge::Lexicon& lexicon = around.page().knowledge.lexicon();
  const auto verb = lexicon.find(noun.text, shortest_noun, end, WordClass::giving_verb, 2);
  if (!verb) return;
  noun.span.end = noun.span.start + verb->at;
  noun.text.resize(verb->at);
  around.phrases().look_up(noun);
}

}  // namespace

/// 以占全省5.6%的土地，创造了全省12.3%的生产总值: what the share is of stands behind, the whole before.
bool share_behind(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  if (figure.quantity->shape == Shape::doubling || figure.right.size() < 3 ||
      around.text(figure.right).front() != u'的')
    return false;
  const std::uint32_t at = figure.quantity->outer.start;
  const Token* whole = around.page().tokens.ending_at(at);
  const bool of_place =
      whole && whole->kind == name::TokenKind::subject && whole->span.start >= figure.left.start;
  std::u16string_view before = around.text({figure.left.start, of_place ? whole->span.start : at});
  if (before.ends_with(u'了')) before.remove_suffix(1);
  const bool gives = around.page().knowledge.ends_with(before, WordClass::giving_verb);
  const Draft* last = memory.last_group.empty() ? nullptr : &memory.last_group.back();
  // 和15.8%的税收收入
  const bool goes_on = last && last->measure == Measure::share && last->figure->clause == figure.clause &&
                       last->indicator.span.start > last->figure->quantity->outer.end &&
                       (before == u"和" || before == u"、");
  if (!gives && !goes_on) return false;
  draft.indicator =
      around.phrases().after({figure.right.start + 1, figure.right.end}, figure.another_follows);
  end_before_verb(around, draft.indicator);
  const std::u16string_view noun = draft.indicator.text;
  const auto speed = around.page().knowledge.ending(noun, WordClass::growth_verb);  // 以8%的增速增长
  if (noun.empty() || noun.ends_with(u'率') || noun.ends_with(u"速度") || speed) return false;
  if (of_place)
    draft.reference = std::u16string(around.text(whole->span));
  else if (goes_on)
    draft.reference = last->reference;
  draft.measure = Measure::share;
  return true;
}

namespace {

/// 研发实际发生额 of 按其研发实际发生额的, 地方财政贡献 of 给予企业地方财政贡献: what a grant is measured by.
std::u16string granted_from(const Surroundings& around, Span left) {
  const Token* by = nullptr;
  for (const Token& token : around.page().tokens.within(left)) {
    if (token.is(WordClass::noun_stop) && around.word(token).id == "verb") by = &token;
  }
  const std::u16string fallback = around.phrases().before(left).text;
  if (!by) return fallback;
  std::u16string_view words = around.text({by->span.end, left.end});
  for (const std::u16string_view who : {u"其", u"企业", u"项目", u"单位"}) {
    if (words.starts_with(who) && words.size() > who.size() + 2) words.remove_prefix(who.size());
  }
  if (words.ends_with(u'的')) words.remove_suffix(1);
  std::u16string basis(words);
  std::erase_if(basis, [](char16_t c) { return is_space(c); });
  const bool fits = basis.ends_with(fallback) || fallback.ends_with(basis);
  return fits && !basis.empty() && basis.size() <= longest_basis ? basis : fallback;
}

}  // namespace

bool share_granted(const Surroundings& around, const Figure& figure, const Memory&, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  if (quantity.shape != Shape::amount || figure.left.empty()) return false;
  const bool of_left = around.text(figure.left).back() == u'的';
  const bool of_right = !figure.right.empty() && around.text(figure.right).front() == u'的';
  const std::u16string_view right = around.text({figure.right.start, figure.clause.end});
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  const auto give =
      knowledge.lexicon().find(right, 0, static_cast<std::uint32_t>(right.size()), WordClass::granting_verb);
  if (of_left && give) {
    draft.indicator = around.phrases().after(
        {figure.right.start + give->at + give->match.length, figure.clause.end}, false);
  } else if (of_right && knowledge.holds(around.text(figure.left), WordClass::granting_verb)) {
    draft.indicator =
        around.phrases().after({figure.right.start + 1, figure.right.end}, figure.another_follows);
  } else {
    return false;
  }
  draft.reference = granted_from(around, figure.left);
  draft.measure = Measure::share;
  return !draft.indicator.empty();
}

/// 亩产只有普通稻的七成, 纳税户贡献了税收的63%, 按土地出让价款的10%缴纳保证金: the whole stands before the
/// figure.
bool share_of_whole(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  constexpr std::size_t longest_whole = 16;
  const std::u16string_view left = around.text(figure.left), right = around.text(figure.right);
  if (figure.quantity->shape == Shape::doubling || !left.ends_with(u'的') || right.starts_with(u'的'))
    return false;
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  const auto lead = knowledge.last(left, WordClass::whole_lead);
  const std::size_t behind = lead ? lead->at + lead->match.length : 0;
  if (!lead || behind + 3 > left.size() || left.size() - 1 - behind > longest_whole) return false;
  const std::uint32_t whole = figure.left.start + static_cast<std::uint32_t>(behind);
  if (around.first({whole, figure.left.end}, WordClass::growth_verb)) return false;
  draft.indicator = around.phrases().before({figure.left.start, figure.left.start + lead->at});
  if (const auto paid = knowledge.lexicon().longest(right, 0, WordClass::paying_verb))
    draft.indicator = around.phrases().after({figure.right.start + paid->length, figure.right.end}, false);
  draft.new_indicator = !draft.indicator.empty();
  if (draft.indicator.empty()) draft.indicator = memory.indicator;
  draft.reference = std::u16string(left.substr(behind, left.size() - 1 - behind));
  draft.measure = Measure::share;
  return !draft.indicator.empty();
}

/// 八成以上的产品销往欧洲, 九成来自加工厂, 农民收入的七成直接来自蔬菜: where a part goes or comes from.
bool share_told(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  constexpr std::uint32_t longest_noun = 12;
  if (figure.quantity->shape != Shape::fraction) return false;
  Span told = figure.right;
  while (!told.empty() && is_clause_end(around.page().folded.text[told.end - 1])) --told.end;
  std::u16string_view words = around.text(told);
  if (words.starts_with(u'的')) ++told.start;
  words = around.text(told);
  const auto goes = around.page().knowledge.lexicon().find(words, 0, static_cast<std::uint32_t>(words.size()),
                                                           WordClass::going_verb);
  if (!goes || goes->at > longest_noun) return false;
  const bool of_left = around.text(figure.left).ends_with(u'的');
  const Token* whose = around.page().tokens.ending_at(figure.quantity->outer.start);
  const bool opens = around.only_light(figure.left) || (whose && whose->kind == name::TokenKind::subject);
  if (!of_left && !opens) return false;
  const name::Phrase noun = around.phrases().named({told.start, told.start + goes->at});
  if (noun.text.size() > 1 && !of_left) {
    draft.indicator = around.phrases().named(told);
    draft.reference = noun.text;
  } else {
    draft.indicator = around.phrases().named({told.start + goes->at, told.end});
    draft.reference = of_left ? around.phrases().before({figure.left.start, figure.left.end - 1}).text
                              : memory.indicator.text;
  }
  draft.new_indicator = false;
  draft.measure = Measure::share;
  return !draft.indicator.empty();
}

}  // namespace mujun::bind
