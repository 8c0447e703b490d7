// Lists of values against lists of names: A、B分别增长x、y; A x亿元、B y亿元，分别增长…;
// A、B、C固投增速分别为x、y、z.
#include "read/bind/grammar/list_names.hpp"
#include "read/bind/grammar/rules.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Phrase;
using name::Token;

/// 分别给予20万元、30万元奖励: the sums stand before what they are.
void name_behind(const Surroundings& around, const Figure& last, Draft& draft) {
  if (draft.measure != Measure::level || around.is_count(*last.quantity)) return;
  if (const Phrase noun = sum_noun(around, last); !noun.empty()) draft.indicator = noun;
}

/// 分别不低于25万元、14万元和18万元: the bound behind 分别 is one of all.
void take_bound(const Quantity& first, const Token& respectively, Draft& draft) {
  const bool stands_before =
      first.outer.start < first.span.start && first.outer.start >= respectively.span.end;
  if (stands_before && draft.figure->quantity->qualifier == Qualifier::exact)
    draft.qualifier = first.qualifier;
}

/// 分别高于全国、全省1.3个和0.9个百分点: as many other sides as values; else none of their own.
std::vector<std::u16string> references_of(const Surroundings& around, const Draft& first, std::size_t count) {
  std::vector<std::u16string> references;
  if (first.measure != Measure::gap) return references;
  const Token* word = around.last(first.figure->left, WordClass::gap_word);
  if (!word) return references;
  Span other{word->span.end, first.figure->quantity->outer.start};
  if (around.only_light(other)) {  // 分别比全国、全省高1.1个、0.4个百分点
    const std::u16string_view before = around.text({first.figure->left.start, word->span.start});
    const std::size_t than = before.find_last_of(u"比较");
    if (than == std::u16string_view::npos) return references;
    other = {first.figure->left.start + static_cast<std::uint32_t>(than) + 1, word->span.start};
  }
  for (const Span part : parts_of(around.page().folded.text, other, around.page().tokens))
    references.push_back(around.reference(part));
  if (references.size() != count) references.clear();
  return references;
}

}  // namespace

bool read_list(const Surroundings& around, const std::vector<const Figure*>& figures, const Memory& memory,
               std::vector<Draft>& drafts, Notices& notices) {
  Draft first;
  if (!read_figure(around, *figures.front(), memory, first)) return false;
  const Token* said = around.last(figures.front()->left, WordClass::list_word);
  const bool respectively = said && around.word(*said).value == "respectively";
  // 新平、元江分别接待…，增速列全市第一、第二: the ranks of the list before, in its order.
  const bool ranks = first.measure == Measure::rank && !respectively;
  const ListNames ranked = ranks ? names_before(memory, figures.size()) : ListNames{};
  if (ranks && ranked.from_list != figures.size()) return false;
  const bool compares = !respectively && !first.reference.empty() &&
                        (first.measure == Measure::share || first.measure == Measure::completion);
  name_behind(around, *figures.back(), first);
  const bool named_behind = first.indicator.span.start >= figures.back()->quantity->outer.end;
  const bool first_compared =
      !first.indicator.empty() && (first.measure == Measure::share || first.measure == Measure::contribution);
  const ListNames list = named_behind ? ListNames{std::vector<ListName>(1), respectively, {}}
                         : ranks      ? ranked
                         : compares   ? names_before(memory, figures.size())
                                      : names_of(around, figures, memory, first.indicator, first_compared);
  const std::vector<ListName>& names = list.names;
  // 12亿元、8亿元和3亿元，分别增长7.2%、4.4%: fewer values than the list before has.
  const bool short_of_list = respectively && list.from_list && *list.from_list != figures.size();
  const bool uneven = (names.size() > 1 && names.size() != figures.size()) || short_of_list;
  if (uneven && !list.said_respectively) return false;
  if (uneven) {
    const Span values{figures.front()->quantity->span.start, figures.back()->quantity->span.end};
    notices.push_back({NoticeCode::uneven_list, around.page().folded.to_page(values)});
  }
  const std::vector<std::u16string> references = references_of(around, first, figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Draft draft = first;
    if (i < references.size()) draft.reference = references[i];
    draft.figure = figures[i];
    draft.rule = "respectively";
    if (const Token* own = i > 0 ? around.last(figures[i]->left, WordClass::growth_verb) : nullptr) {
      draft.sign = around.word(*own).direction < 0 ? -1 : 1;
      if (const Basis basis = basis_in_verb(around.word(*own)); basis != Basis::none) draft.basis = basis;
    }
    draft.read_from = figures.front()->left;
    if (i > 0 && respectively) take_bound(*figures.front()->quantity, *said, draft);
    if (i < names.size()) {
      if (!names[i].indicator.empty()) draft.indicator = names[i].indicator;
      draft.subject = names[i].subject;
      draft.owner_of = names[i].told;
      if (names[i].period) draft.period = names[i].period;
    } else if (names.size() != 1 && !compares && references.empty()) {
      draft.confidence = 0.4F;
    }
    if (uneven) draft.confidence = 0.4F;
    drafts.push_back(std::move(draft));
  }
  return true;
}

bool bracketed(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Page& page = around.page();
  const Token* owner = page.tokens.ending_at(figure.quantity->outer.start - 1);
  if (!owner || owner->kind != name::TokenKind::subject) return false;
  // What the clause says before its first bracket holds for all of them.
  const Token* verb = around.first({figure.clause.start, owner->span.start}, WordClass::growth_verb);
  draft.indicator = verb ? around.phrases().before({figure.clause.start, verb->span.start}) : name::Phrase{};
  draft.new_indicator = !draft.indicator.empty();
  if (draft.indicator.empty()) draft.indicator = memory.indicator;
  draft.subject = page.subjects.mentions[owner->index].name;
  if (around.is_ratio(*figure.quantity) && (verb || memory.growing)) {
    draft.measure = Measure::growth;
    draft.basis = Basis::yoy;
  }
  return true;
}

}  // namespace mujun::bind
