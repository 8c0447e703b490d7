// Figures that say how something moved: growth, change.
#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/grammar/rules.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

Basis basis_of(const knowledge::Word& word) {
  if (word.value == "yoy") return Basis::yoy;
  if (word.value == "mom") return Basis::mom;
  if (word.value == "qoq") return Basis::qoq;
  if (word.value == "average") return Basis::average;
  return Basis::prior;
}

/// The growth verb right before the figure, or the growth noun whose value it is (增速达33.1%), or what
/// compares it with its own past (比6月底多47家); null where none.
const Token* moving_word(const Surroundings& around, const Figure& figure) {
  const Token* verb = around.last(figure.left, WordClass::growth_verb);
  if (verb && around.only_light({verb->span.end, figure.quantity->outer.start})) return verb;
  const Token* than = around.last(figure.left, WordClass::gap_word);
  if (!than) {  // 较年初净增19户
    than = around.page().tokens.ending_at(figure.quantity->outer.start);
    if (than && (!than->is(WordClass::action_verb) || around.text(than->span) != u"净增")) than = nullptr;
  }
  return than && is_against_itself(around, figure, *than) ? than : nullptr;
}

/// Nothing but whose figure it is (路桥区, of 增速:路桥区12.3%，椒江区8.6%), or nothing but when (第二季度,
/// of 第一季度增长41.3%，第二季度27.4%).
bool is_only(TokenKind kind, const Surroundings& around, Span span) {
  const auto inside = around.page().tokens.within(span);
  return inside.size() == 1 && inside.front().kind == kind && inside.front().span.end == span.end &&
         around.only_light({span.start, inside.front().span.start});
}

/// 固定资产投资增速: before the first of such figures; null where it is none.
const Token* growth_of_each(const Surroundings& around, const Figure& figure) {
  const std::size_t colon = around.text(figure.left).rfind(u':');
  if (colon == std::u16string_view::npos) return nullptr;
  const std::uint32_t at = figure.left.start + static_cast<std::uint32_t>(colon);
  if (!names_growth(around, {figure.left.start, at})) return nullptr;
  return is_only(TokenKind::subject, around, {at + 1, figure.quantity->outer.start})
             ? around.last({figure.left.start, at}, WordClass::growth_verb)
             : nullptr;
}

/// 同比-2.6%, 环比+0.3%: the sign says how it moved; null where it is written otherwise.
const Token* basis_alone(const Surroundings& around, const Figure& figure) {
  std::uint32_t end = figure.quantity->outer.start;
  if (end > figure.left.start && around.page().folded.text[end - 1] == u'+') --end;
  const Token* word = around.page().tokens.ending_at(end);
  return word && word->is(WordClass::growth_basis) && word->span.start >= figure.left.start ? word : nullptr;
}

/// 垣曲5.5%、绛县4.9%, behind what grew elsewhere: the same of another place.
bool goes_on_growing(const Surroundings& around, const Figure& figure, const Memory& memory) {
  if (memory.last_group.empty() || !around.is_ratio(*figure.quantity)) return false;
  if (memory.last_group.back().measure != Measure::growth) return false;
  // 增长12%，力争达到13%
  const bool aims = around.last(figure.left, WordClass::status_word) && around.only_light(figure.left);
  return aims || is_only(TokenKind::subject, around, figure.left) ||
         is_only(TokenKind::period, around, figure.left);
}

/// 我国外贸 of 占我国外贸比重.
std::u16string whole_of_share(Span behind, const Surroundings& around) {
  const Token* share = around.last(behind, WordClass::share_word);
  std::u16string whole(around.text({behind.start, share ? share->span.start : behind.end}));
  while (!whole.empty() && (whole.back() == u'的' || whole.back() == u' ')) whole.pop_back();
  return whole;
}

/// The indicator of a movement: the wording before its verb; else the last indicator named in the sentence
/// before it; else what was last spoken of.
void name_mover(const Surroundings& around, const Figure& figure, const Token& verb, const Memory& memory,
                Draft& draft) {
  const std::optional<std::uint32_t> than = verb.is(WordClass::gap_word)
                                                ? against_a_time(around, {figure.left.start, verb.span.start})
                                                : std::nullopt;
  draft.indicator = around.phrases().before({figure.left.start, than.value_or(verb.span.start)});
  // 比林改前增长了3倍: what stands before the verb is the other side.
  if (draft.indicator.text.starts_with(u'比') || draft.indicator.text.starts_with(u'较')) {
    draft.basis = Basis::prior;
    draft.reference = draft.indicator.text.substr(1);
    draft.indicator = {};
  }
  name_whose(around, figure, draft.indicator);
  name_product(around, memory, draft.indicator);
  draft.new_indicator = !draft.indicator.empty();
  if (draft.indicator.empty()) draft.indicator = memory.indicator;
  // 占外贸比重提升2.2个百分点: it is the share that moves.
  const Token* of = around.first({figure.left.start, verb.span.start}, WordClass::share_word);
  if (of && around.text(of->span).ends_with(u'占')) {
    name::Phrase owner = around.phrases().before({figure.left.start, of->span.start});
    if (owner.empty()) owner = memory.indicator;
    std::uint32_t end = verb.span.start;
    for (const Token& token : around.page().tokens.within({of->span.end, end})) {
      if (token.is(WordClass::growth_basis) || token.kind == TokenKind::period)
        end = std::min(end, token.span.start);
    }
    draft.share_of = owner;
    draft.share_whole = whole_of_share({of->span.end, end}, around);
    owner.text += around.text({of->span.start, end});
    owner.indicator.reset();
    draft.indicator = owner;
  }
}

void settle_basis(const Surroundings& around, const Figure& figure, Draft& draft) {
  // 两年平均增长5.1%: the years are a number, and so no word of the lexicon.
  const std::u16string_view before = around.text({figure.clause.start, figure.quantity->outer.start});
  if (before.find(u"年平均") != std::u16string_view::npos) {
    draft.basis = Basis::average;
    return;
  }
  const Token* word =
      around.last({figure.clause.start, figure.quantity->outer.start}, WordClass::growth_basis);
  if (word) draft.basis = basis_of(around.word(*word));
}

/// 增速比上月提高1.7%; 增长10.3%，比上年同期回落1.7%: points are meant, it is the growth that moves.
bool moves_a_rate(const Surroundings& around, const Figure& figure, const Memory& memory, const Token* verb) {
  if (!verb || !around.is_ratio(*figure.quantity) || around.word(*verb).value == "noun") return false;
  const Token* noun = around.first(figure.left, WordClass::growth_verb);
  if (noun && noun != verb && around.word(*noun).value == "noun") return true;
  const auto entries = around.page().knowledge.lexicon().entries_of(around.text(verb->span));
  const bool of_speed = std::ranges::any_of(
      entries, [](knowledge::EntryRef entry) { return entry.word_class == WordClass::speed_verb; });
  const bool of_growth = !memory.last_group.empty() && memory.last_group.back().measure == Measure::growth;
  return of_speed && of_growth && around.phrases().before({figure.left.start, verb->span.start}).empty();
}

}  // namespace

bool names_growth(const Surroundings& around, Span wording) {
  const Token* noun = around.last(wording, WordClass::growth_verb);
  return noun && around.word(*noun).value == "noun" && around.only_light({noun->span.end, wording.end});
}

Basis basis_in_verb(const knowledge::Word& verb) {
  return verb.value.empty() || verb.value == "noun" ? Basis::none : basis_of(verb);
}

bool growth(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  const Token* verb = moving_word(around, figure);
  if (moves_a_rate(around, figure, memory, verb)) return false;
  if (quantity.shape == Shape::doubling) {
    draft.indicator = around.phrases().before(figure.left);
    draft.new_indicator = !draft.indicator.empty();
    if (draft.indicator.empty()) draft.indicator = memory.indicator;
    draft.basis = Basis::prior;
    draft.measure = Measure::growth;
    settle_basis(around, figure, draft);  // 同比翻了一番
    settle_reference(around, figure, quantity.outer.start, draft);
    return true;
  }
  if (const Token* of_each = verb ? nullptr : growth_of_each(around, figure)) {
    name_mover(around, figure, *of_each, memory, draft);
    draft.opens_list = true;
  } else if (!verb && goes_on_growing(around, figure, memory)) {
    draft.indicator = memory.last_group.back().indicator;
    draft.new_indicator = false;
  } else if (!verb && memory.growing &&  // GDP增速领先，达到9.6%
             (around.only_light(figure.left) || is_only(TokenKind::subject, around, figure.left))) {
    draft.indicator = memory.indicator;
    draft.new_indicator = false;
  } else if (const Token* basis = verb ? nullptr : basis_alone(around, figure)) {
    name_mover(around, figure, *basis, memory, draft);
  } else if (!verb) {
    // 以30%以上的速度增长, 实现12.3%的增长: the verb stands behind.
    const Token* behind = around.first(figure.right, WordClass::growth_verb);
    if (!behind) return false;
    const std::u16string_view between = around.text({figure.right.start, behind->span.start});
    if (between != u"的" && between.find(u"速度") == std::u16string_view::npos) return false;
    verb = behind;
    Span wording = figure.left;
    if (around.text(wording).ends_with(u'以')) --wording.end;
    draft.indicator = around.phrases().before(wording);
    if (draft.indicator.empty()) draft.indicator = memory.indicator;
  } else {
    name_mover(around, figure, *verb, memory, draft);
  }
  draft.measure = Measure::growth;
  if (draft.basis == Basis::none) draft.basis = Basis::yoy;
  if (const Basis basis = verb ? basis_in_verb(around.word(*verb)) : Basis::none; basis != Basis::none)
    draft.basis = basis;
  settle_basis(around, figure, draft);
  if (!verb) return true;
  draft.sign = around.word(*verb).direction < 0 ? -1 : 1;
  settle_reference(around, figure, verb->span.start, draft);
  return true;
}

bool rank_moved(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const std::u16string_view unit = around.text(figure.quantity->span);
  const std::u16string_view behind = around.text(figure.right);
  const bool places = unit.ends_with(u'位') || behind.starts_with(u"位次") || behind.starts_with(u"名次");
  if (!places || figure.quantity->shape != Shape::amount) return false;
  const Token* verb = moving_word(around, figure);
  if (!verb) return false;
  name_mover(around, figure, *verb, memory, draft);
  // 人均GDP居第5位，下降1位: it is of the rank just told, which hands no name on.
  const Draft* last = memory.last_group.empty() ? nullptr : &memory.last_group.back();
  if (!draft.new_indicator && last && last->measure == Measure::rank) draft.indicator = last->indicator;
  draft.measure = Measure::change;
  draft.unit = UnitExpr{.numerator = unit_named(around.page(), u"位").value_or(no_unit)};
  draft.sign = around.word(*verb).direction < 0 ? -1 : 1;
  settle_basis(around, figure, draft);
  settle_reference(around, figure, verb->span.start, draft);
  return !draft.indicator.empty();
}

bool change(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  const Token* verb = moving_word(around, figure);
  if (!verb || quantity.shape == Shape::ordinal) return false;
  if (around.is_ratio(quantity) && !moves_a_rate(around, figure, memory, verb)) return false;
  name_mover(around, figure, *verb, memory, draft);
  draft.measure = Measure::change;
  draft.sign = around.word(*verb).direction < 0 ? -1 : 1;
  // 降幅收窄5.3个百分点: a smaller fall is a higher rate.
  const Token* noun = around.first(figure.left, WordClass::growth_verb);
  if (noun && noun != verb && around.word(*noun).value == "noun" && around.word(*noun).direction < 0)
    draft.sign = -draft.sign;
  settle_basis(around, figure, draft);
  settle_reference(around, figure, quantity.outer.start, draft);
  return true;
}

}  // namespace mujun::bind
