// Figures that are ranks.
#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/grammar/rules.hpp"

namespace mujun::bind {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

constexpr std::size_t longest_place = 8;        // and 在 before it
constexpr std::uint32_t reach_of_a_field = 60;  // what is ranked stands before it
constexpr std::uint32_t reach_of_a_rank = 20;   // behind the count of the ranked

std::u16string take_field(const Surroundings& around, std::uint32_t floor, Span& wording) {
  constexpr std::size_t longest_field = 20;
  floor = std::max(floor, wording.end - std::min(wording.end, reach_of_a_field));
  std::u16string_view words = around.text({floor, wording.end});
  while (!words.empty() && is_one_of(words.back(), u"仍也均都 ")) words.remove_suffix(1);
  const std::size_t in = words.rfind(u'在');
  if (in == std::u16string_view::npos) return {};
  std::u16string_view field = words.substr(in + 1);
  bool within = false;
  for (const std::u16string_view end : {u"中的", u"中", u"里", u"内", u"的"}) {
    if (!field.ends_with(end)) continue;
    field.remove_suffix(end.size());
    within = within || end != u"的";
  }
  const std::uint32_t at = floor + static_cast<std::uint32_t>(in);
  const bool of_rank = words.back() == u'的';  // 在全县的排名
  if (field.size() < 2 || field.size() > longest_field || (!within && !of_rank && at <= wording.start))
    return {};
  wording = {std::min(wording.start, at), at};
  if (wording.empty()) wording.start = floor;
  return std::u16string(field);
}

bool counts_the_ranked(const Surroundings& around, Span before, const Quantity& quantity) {
  if (!around.is_count(quantity)) return false;
  const auto behind = around.page().tokens.within({quantity.outer.end, quantity.outer.end + reach_of_a_rank});
  const auto next = std::ranges::find(behind, TokenKind::quantity, &Token::kind);
  if (next == behind.end() || around.page().scan.quantities[next->index].shape != Shape::ordinal)
    return false;
  const Token* word = around.last(before, WordClass::rank_word);
  if (!word) {  // 在全市13个县市区中排第4位
    const std::u16string_view words = around.text({before.start, quantity.outer.start});
    const std::size_t in = words.rfind(u'在');
    return in != std::u16string_view::npos &&
           around.page()
                   .tokens.within({before.start + static_cast<std::uint32_t>(in) + 1, quantity.outer.start})
                   .size() <= 1 &&
           words.size() - in <= longest_place;
  }
  const auto between = around.page().tokens.within({word->span.end, quantity.outer.start});
  return std::ranges::all_of(between, [](const Token& token) { return token.kind == TokenKind::subject; });
}

namespace {

/// 全省 in 居全省第一, 福建省各设区市 in 居福建省各设区市首位.
std::u16string ranked_among(const Surroundings& around, Span span) {
  const auto inside = around.page().tokens.within(span);
  const bool is_time =
      std::ranges::any_of(inside, [](const Token& token) { return token.kind == TokenKind::period; });
  if (is_time) return {};  // 由去年同期的第9位
  std::u16string among = around.reference(span);
  const std::u16string_view words = around.text(span);
  const std::size_t place = words.find(among);
  const std::size_t each = place == std::u16string_view::npos ? place : place + among.size();
  if (among.empty() || each >= words.size() || words[each] != u'各') return among;
  for (std::size_t i = each; i < words.size() && is_han(words[i]) && words[i] != u'的' && words[i] != u'中';
       ++i)
    among.push_back(words[i]);
  return among;
}

const Token* subject_in(const Surroundings& around, Span span) {
  for (const Token& token : around.page().tokens.within(span)) {
    if (token.kind == TokenKind::subject) return &token;
  }
  return nullptr;
}

/// 增速列全县 of 增速列全县17个乡镇第4位, which begins behind the count of those that it is ranked among;
/// else what stands before the figure.
Span before_the_ranked(const Surroundings& around, const Figure& figure) {
  if (around.last(figure.left, WordClass::rank_word)) return figure.left;
  const auto inside = around.page().tokens.within({figure.clause.start, figure.left.start});
  Span before = figure.left;
  for (auto token = inside.rbegin(); token != inside.rend(); ++token) {
    if (token->kind != TokenKind::quantity) continue;
    if (before != figure.left) return {token->span.end, figure.left.end};
    const std::uint32_t at = token->span.start;
    if (!counts_the_ranked(around, {std::max(figure.clause.start, at - std::min(at, reach_of_a_field)), at},
                           around.page().scan.quantities[token->index]))
      return figure.left;
    before.start = figure.clause.start;
  }
  return before;
}

/// 由全省第九位上升到第三位: where it stood before, and where it got to among the same.
void settle_move(const Surroundings& around, const Figure& figure, const Token* word, const Memory& memory,
                 Draft& draft) {
  const Draft* last = memory.last_group.empty() ? nullptr : &memory.last_group.back();
  if (word && around.word(*word).value == "from") {
    if (figure.another_follows) start_from(around, {word->span.end, figure.quantity->outer.start}, draft);
  } else if (last && last->is_start && last->measure == Measure::rank) {
    draft.indicator = last->indicator;
    if (draft.reference.empty()) draft.reference = last->reference;
  }
}

}  // namespace

bool rank(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  draft.measure = Measure::rank;
  draft.new_indicator = false;
  const std::u16string_view left = around.text(figure.left);
  // 居全市投资潜力第3、绿色发展第5: each with a name of its own.
  const bool in_list = !memory.last_group.empty() && memory.last_group.back().measure == Measure::rank;
  if (in_list && left.starts_with(u'、') && !around.last(figure.left, WordClass::rank_word)) {
    draft.indicator = around.phrases().before(figure.left);
    draft.reference = memory.last_group.back().reference;
    if (draft.indicator.empty()) draft.indicator = memory.last_group.back().indicator;
    return true;
  }
  const Span before = before_the_ranked(around, figure);
  const Token* const ranks = around.last(before, WordClass::rank_word);
  const Token* const moves = around.last(figure.left, WordClass::range_word);  // 升至全国第二
  const char16_t last = around.text(figure.quantity->span).back();
  const bool names_place = last == u'位' || last == u'名';  // 第2位
  const Token* const word = ranks ? ranks : moves;
  // 增长1.94%，全省第四; 增长24.6%，增幅全市第3: nothing but the field stands before it.
  const Token* const field_alone = subject_in(around, figure.left);
  const Span before_field{figure.left.start, field_alone ? field_alone->span.start : figure.left.start};
  const bool of_what_was_told = field_alone && !memory.last_group.empty() && !figure.quantity->no_digits &&
                                field_alone->span.end == figure.left.end &&
                                (around.only_light(before_field) || names_growth(around, before_field));
  if (!word && of_what_was_told) {
    draft.indicator = memory.last_group.back().indicator;
    draft.reference = ranked_among(around, figure.left);
    return !draft.indicator.empty();
  }
  if (!word && !names_place) return false;
  Span wording{before.start, word ? word->span.start : figure.quantity->outer.start};
  const std::u16string field = take_field(around, figure.clause.start, wording);
  draft.indicator = wording_or_memory(around, wording, memory, draft);
  draft.new_indicator = false;
  const std::uint32_t behind = std::max(ranks ? ranks->span.end : 0, moves ? moves->span.end : 0);
  if (word) draft.reference = ranked_among(around, {behind, figure.quantity->outer.start});
  if (draft.reference.empty()) draft.reference = field;
  settle_move(around, figure, moves, memory, draft);
  const bool opens_list = figure.another_follows && around.text(figure.right).starts_with(u'、');
  if (word && opens_list && draft.indicator.empty()) {
    const Token* among = subject_in(around, {word->span.end, figure.quantity->outer.start});
    if (among) draft.indicator = around.phrases().before({among->span.end, figure.quantity->outer.start});
  }
  return true;
}

}  // namespace mujun::bind
