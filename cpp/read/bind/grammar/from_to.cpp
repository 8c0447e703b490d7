// Figures that say where something came from, and to what.
#include <algorithm>

#include "read/bind/grammar/rules.hpp"

namespace mujun::bind {

using knowledge::WordClass;
using name::Token;

constexpr std::size_t longest_then = 10;  // 2010年开业当年的

void start_from(const Surroundings& around, Span said, Draft& draft) {
  draft.status = Status::actual;
  draft.is_start = true;
  // 由去年同期的5.2万元提高到…: the period spoken of, a year before; else the page gives no time.
  const auto tokens = around.page().tokens.within(said);
  draft.year_before = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
    return token.kind == name::TokenKind::period && around.page().scan.periods[token.index].same_period;
  });
  if (!draft.year_before) draft.period = Period{};
}

bool from_to(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Token* word = around.last(figure.left, WordClass::range_word);
  if (!word) return false;
  if (!around.only_light({word->span.end, figure.quantity->outer.start})) {
    // 从原来的5万元, 由去年同期的5.2万元
    const std::u16string_view gap = around.text({word->span.end, figure.quantity->outer.start});
    bool earlier = false;  // 由过去的20天, 从上年的286亿元, 由上半年的5.2%, 由改造前的3万元
    for (const std::u16string_view then :
         {u"原", u"同期", u"过去", u"前的", u"初", u"年", u"月", u"季度", u"目前", u"现在", u"现有", u"最"}) {
      earlier = earlier || gap.find(then) != std::u16string_view::npos;
    }
    if (gap.size() > longest_then || !earlier) return false;
  }
  if (figure.quantity->shape == Shape::ordinal || around.is_points(*figure.quantity)) return false;
  const bool is_start = around.word(*word).value == "from";
  // 由 alone may name who does it; it is a start only where an end follows.
  if (is_start && !figure.another_follows) return false;
  Span wording{figure.left.start, word->span.start};
  // 在全省的排名由第41位上升到第37位
  const Token* rank = around.page().tokens.ending_at(wording.end);
  const bool of_rank = is_start && rank && rank->is(WordClass::rank_word);
  if (of_rank) {
    wording.end = rank->span.start;
    draft.reference = take_field(around, wording.start, wording);
  }
  draft.indicator = around.phrases().before(wording);
  draft.new_indicator = !draft.indicator.empty();
  if (draft.indicator.empty()) draft.indicator = memory.indicator;
  const Draft* start = !is_start && !memory.last_group.empty() && memory.last_group.back().is_start
                           ? &memory.last_group.back()
                           : nullptr;
  if (of_rank || (start && start->measure == Measure::rank)) {
    draft.measure = Measure::rank;
    if (start) draft.reference = start->reference;
  }
  if (is_start) {
    start_from(around, {word->span.end, figure.quantity->outer.start}, draft);
  }
  // 增速由5.2%回升到6.6%: both ends are growth.
  const bool names_rate = is_start && around.is_ratio(*figure.quantity) &&
                          names_growth(around, {figure.left.start, word->span.start});
  const bool goes_on = start && start->measure == Measure::growth;
  if (around.is_ratio(*figure.quantity) && (start || is_start) &&
      names_share(draft.indicator.text, around.page().knowledge))
    draft.measure = Measure::share;
  // 降幅扩大到7.4%
  const Token* rate = !start && !is_start && around.is_ratio(*figure.quantity) &&
                              names_growth(around, {figure.left.start, word->span.start})
                          ? around.last({figure.left.start, word->span.start}, WordClass::growth_verb)
                          : nullptr;
  if (rate) {
    draft.measure = Measure::growth;
    draft.basis = Basis::yoy;
    draft.sign = around.word(*rate).direction < 0 ? -1 : 1;
  }
  if (start && start->measure == Measure::share) {  // 占全部投资的比重由38.2%升至42.3%
    draft.measure = Measure::share;
    draft.reference = start->reference;
  }
  if (names_rate || goes_on) {
    draft.measure = Measure::growth;
    draft.basis = Basis::yoy;
  }
  return !draft.indicator.empty();
}

}  // namespace mujun::bind
