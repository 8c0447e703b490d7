// Figures that are a part of something else: completions, shares, multiples.
#include "model/characters.hpp"
#include "read/bind/grammar/rules.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;

/// The plan that words end with: 全年目标任务 where 任务 stands behind 全年目标 too.
const Token* plan_in(const Surroundings& around, Span words) {
  const Token* plan = around.last(words, WordClass::completion_word);
  for (const Token* first = plan; first;) {
    plan = first;
    first = around.page().tokens.ending_at(plan->span.start);
    if (first && (!first->is(WordClass::completion_word) || first->span.start < words.start)) first = nullptr;
  }
  return plan;
}

/// What a plan is of: what stands between 完成 and the plan (完成建会目标任务的271.4%), else before both or
/// before 占 (税收占年度预算的72%), else what was last spoken of.
name::Phrase planned(const Surroundings& around, std::uint32_t start, const Token& plan,
                     const Memory& memory) {
  std::uint32_t end = plan.span.start;
  if (const Token* of = around.last({start, end}, WordClass::share_word)) end = of->span.start;
  name::Phrase phrase = around.phrases().before({start, end});
  if (phrase.text.starts_with(u"年度")) phrase.text.erase(0, 2);
  const std::size_t done = around.text({start, end}).rfind(u"完成");
  if (phrase.empty() && done != std::u16string_view::npos)
    phrase = around.phrases().before({start, start + static_cast<std::uint32_t>(done)});
  return phrase.empty() ? memory.indicator : phrase;
}

/// The plan whose amount stands right before `at`: 年度任务 of 完成年度任务75亿元 before 的23.7%.
const Token* plan_with_amount(const Surroundings& around, Span clause, std::uint32_t at) {
  const Token* amount = around.page().tokens.ending_at(at);
  if (!amount || amount->kind != name::TokenKind::quantity || amount->span.start <= clause.start)
    return nullptr;
  const Token* plan = plan_in(around, {clause.start, amount->span.start});
  return plan && around.only_light({plan->span.end, amount->span.start}) ? plan : nullptr;
}

/// 任务的 of 完成区下达500亩任务的122%: the plan stands behind its amount.
bool is_plan_behind(std::u16string_view words) {
  return words == u"任务的" || words == u"目标的" || words == u"计划的" || words == u"指标的";
}

}  // namespace

bool names_share(std::u16string_view wording, const knowledge::Knowledge& knowledge) {
  return knowledge.ends_with(wording, WordClass::share_noun);
}

bool planned_amount(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const std::u16string_view right = around.text(figure.right);
  if (around.is_ratio(*figure.quantity)) return false;
  // 全年计划8.6亿元，已完成…: the plan itself
  const Token* own = right == u"的" ? nullptr : plan_in(around, figure.left);
  if (own && around.only_light({own->span.end, figure.quantity->outer.start})) {
    // 年度投资计划132亿元: the plan itself says of what it is.
    const bool says_what = around.text(own->span).find(u"投资") != std::u16string_view::npos;
    draft.indicator =
        says_what ? around.phrases().named(own->span) : planned(around, figure.left.start, *own, memory);
    draft.new_indicator = false;
    draft.status = Status::target;
    draft.of_whole_year = around.word(*own).value == "year";
    return !draft.indicator.empty();
  }
  if ((right != u"的" && !is_plan_behind(right))) return false;
  const auto behind = around.page().tokens.within({figure.right.end, figure.clause.end});
  if (behind.empty() || behind.front().kind != name::TokenKind::quantity ||
      behind.front().span.start != figure.right.end ||
      !around.is_ratio(around.page().scan.quantities[behind.front().index]))
    return false;
  if (is_plan_behind(right)) {
    draft.indicator = memory.last_group.empty() ? memory.indicator : memory.last_group.back().indicator;
    draft.new_indicator = false;
    draft.status = Status::target;
    return !draft.indicator.empty();
  }
  const Token* plan = plan_with_amount(around, figure.clause, figure.quantity->outer.end);
  if (!plan) return false;
  draft.indicator = planned(around, figure.left.start, *plan, memory);
  draft.new_indicator = false;
  draft.status = Status::target;
  draft.of_whole_year = around.word(*plan).value == "year";
  return !draft.indicator.empty();
}

bool completion(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  if (quantity.shape == Shape::doubling) return false;
  const std::u16string_view left = around.text(figure.left);
  if (is_plan_behind(left) && !memory.last_group.empty()) {
    draft.indicator = memory.last_group.back().indicator;
    draft.new_indicator = false;
    draft.reference = std::u16string(left.substr(0, left.size() - 1));
    draft.measure = Measure::completion;
    return !draft.indicator.empty();
  }
  if (left == u"的" || left == u")的") {  // 完成年度任务75亿元的23.7%, 全年任务(600户)的35.3%
    if (const Token* plan = plan_with_amount(around, figure.clause, figure.left.start)) {
      draft.indicator = memory.last_group.empty() ? memory.indicator : memory.last_group.back().indicator;
      draft.new_indicator = false;
      draft.reference = std::u16string(around.text(plan->span));
      draft.measure = Measure::completion;
      return !draft.indicator.empty();
    }
  }
  const std::size_t done = left.rfind(u"完成");
  const bool says_done = done != std::u16string_view::npos;
  const Token* plan = plan_in(around, figure.left);
  if (plan && around.last({plan->span.end, quantity.outer.start}, WordClass::growth_verb) == nullptr) {
    const bool linked =
        around.text({plan->span.end, quantity.outer.start}).find(u'的') != std::u16string_view::npos;
    // 占调整预算112.6%, 为年计划108%
    const Token* of = around.page().tokens.ending_at(plan->span.start);
    const bool compares = of && (of->is(WordClass::share_word) || around.text(of->span) == u"为");
    if (!says_done && !linked && !compares) return false;
    draft.new_indicator = false;
    draft.indicator = planned(around, figure.left.start, *plan, memory);
    draft.reference = std::u16string(around.text(plan->span));
    draft.measure = Measure::completion;
    return true;
  }
  // 对照年度目标，冷水江市只完成61.5%
  const std::uint32_t behind_done = figure.left.start + static_cast<std::uint32_t>(done) + 2;
  const std::u16string_view rest = around.text(figure.right);
  const bool ends = rest.empty() || !is_han(rest.front());
  if (says_done && ends && around.only_light({behind_done, quantity.outer.start})) {
    draft.indicator = wording_or_memory(around, {figure.left.start, behind_done - 2}, memory, draft);
    draft.measure = Measure::completion;
    return !draft.indicator.empty();
  }
  // 完成了50%的旧房改造
  const bool of_right = !figure.right.empty() && around.text(figure.right).front() == u'的';
  if (!says_done || !of_right) return false;
  if (!around.only_light({figure.left.start + static_cast<std::uint32_t>(done) + 2, quantity.outer.start}))
    return false;
  draft.indicator =
      around.phrases().after({figure.right.start + 1, figure.right.end}, figure.another_follows);
  draft.measure = Measure::completion;
  return !draft.indicator.empty();
}

namespace {

/// 服务业增加值占地区生产总值比重达54%, 优良水体比例达87%: the wording itself is a share.
bool share_in_wording(const Surroundings& around, const Figure& figure, Draft& draft) {
  const Token* from = around.last(figure.left, WordClass::range_word);
  if (from && around.word(*from).value == "from" && figure.another_follows) return false;  // from_to reads it
  const Token* verb = around.last(figure.left, WordClass::growth_verb);
  if (verb && around.only_light({verb->span.end, figure.quantity->outer.start})) return false;
  const name::Phrase phrase = around.phrases().before(figure.left);
  const std::u16string_view words = phrase.text;
  if (!names_share(words, around.page().knowledge)) return false;
  draft.indicator = phrase;
  draft.measure = Measure::share;
  if (const std::size_t of = words.find(u'占');
      of != std::u16string_view::npos && of > 0 && words.ends_with(u"比重")) {
    std::u16string_view whole = words.substr(of + 1, words.size() - of - 3);
    if (whole.ends_with(u'的')) whole.remove_suffix(1);
    draft.reference = whole;
    draft.indicator.text = words.substr(0, of);
    around.phrases().look_up(draft.indicator);
  }
  return true;
}

/// 种植面积21784亩，占全市水果总面积98720亩的22%: of what was told before the whole and its amount.
bool share_with_amount(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  if (around.text(figure.left) != u"的" || memory.last_group.empty()) return false;
  const Draft& whole = memory.last_group.back();
  if (whole.figure->quantity->outer.end != figure.left.start || whole.figure->clause != figure.clause)
    return false;
  const Token* of = around.last(whole.figure->left, WordClass::share_word);
  if (!of || !around.only_light({whole.figure->left.start, of->span.start})) return false;
  const std::size_t before = memory.last_group.size() - 1;
  if (before == 0) return false;
  draft.indicator = memory.last_group[before - 1].indicator;
  draft.new_indicator = false;
  draft.reference = std::u16string(around.text({of->span.end, whole.figure->quantity->outer.start}));
  const bool of_plan = around.page().knowledge.ends_with(draft.reference, WordClass::completion_word);
  draft.measure = of_plan ? Measure::completion : Measure::share;
  return !draft.indicator.empty();
}

}  // namespace

bool share(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  if (quantity.shape == Shape::doubling) return false;
  if (share_with_amount(around, figure, memory, draft)) return true;
  const Token* word = around.last(figure.left, WordClass::share_word);
  // 占外贸比重提升2.2个百分点至34.2%: the share is named before the first figure.
  const Token* to = around.last(figure.left, WordClass::range_word);
  // …，达到68.3%
  const bool goes_on = to ? to->span.start == figure.left.start : around.only_light(figure.left);
  if (!word && goes_on && !memory.share_of.empty()) {
    draft.indicator = memory.share_of;
    draft.reference = memory.share_whole;
    draft.measure = Measure::share;
    draft.new_indicator = false;
    return !draft.indicator.empty();
  }
  if (!word) return share_in_wording(around, figure, draft);
  // 占…比重提升至34.2% is a share still; 占比增长3% is the growth of one.
  const Token* verb = around.last({word->span.end, quantity.outer.start}, WordClass::growth_verb);
  const bool moves = verb && around.word(*verb).value != "noun";
  if (moves && around.only_light({verb->span.end, quantity.outer.start})) return false;
  // 占全部投资的比重由上年同期的38.2%升至42.3%
  if (to && to->span.start >= word->span.end && around.word(*to).value == "from" && figure.another_follows)
    start_from(around, {to->span.end, quantity.outer.start}, draft);

  const Token* of = around.first(figure.left, WordClass::share_word);  // 占 … 的比重
  std::uint32_t end = of->span.start;
  const bool starts_with_of = around.text(of->span).ends_with(u'占') || around.text(of->span) == u"占到";
  if (starts_with_of) {
    const std::uint32_t whole_end = word != of ? word->span.start : quantity.outer.start;
    draft.reference = around.reference({of->span.end, whole_end});
    // 占全市规模以上工业比重: the words behind the place belong to the whole.
    std::u16string whole(around.text({of->span.end, whole_end}));
    // 占销售收入的比例应 before 不低于3%
    for (const std::u16string_view word : {u"的比例", u"的比重"})
      if (const std::size_t at = whole.find(word); at != std::u16string::npos) whole.resize(at);
    while (!whole.empty() && (whole.back() == u'的' || is_space(whole.back()))) whole.pop_back();
    if (whole.size() <= 20) draft.reference = whole;
  } else {
    draft.reference = memory.share_whole;
  }
  draft.indicator = wording_or_memory(around, {figure.left.start, end}, memory, draft);
  // 研发投入中企业占90%: the whole stands before 中.
  const std::size_t within = draft.indicator.text.find(u'中');
  if (draft.reference.empty() && within != std::u16string::npos && within > 1 &&
      within + 2 < draft.indicator.text.size()) {
    draft.reference = draft.indicator.text.substr(0, within);
    draft.indicator.text.erase(0, within + 1);
    around.phrases().look_up(draft.indicator);
  }
  draft.measure = Measure::share;
  return true;
}

bool multiple(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const bool times = around.is_times(*figure.quantity);
  const std::u16string_view left = around.text(figure.left);
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  std::size_t verb = std::u16string_view::npos;
  std::size_t other = 0;
  if (const auto likens = knowledge.last(left, WordClass::likening_verb)) {
    verb = likens->at;
    other = likens->at + likens->match.length;
  } else {
    // 是, 为 and 达到 compare only where the other side follows: 达到农业投资的3.4倍, but 增速为3倍.
    // A share does so behind 是 alone: 中位数是平均数的84.4%; or of an average: 仅为全省平均水平的60%.
    if (!left.ends_with(u'的')) return false;
    const std::u16string_view whole = left.substr(0, left.size() - 1);
    const bool of_average = knowledge.ends_with(whole, WordClass::mean_noun);
    for (const std::u16string_view is : {u"是", u"为", u"达到", u"超过"}) {
      if (!times && !of_average && is != u"是") continue;
      const std::size_t at = left.rfind(is);
      if (at == std::u16string_view::npos || (verb != std::u16string_view::npos && at < verb)) continue;
      verb = at;
      other = at + is.size();
    }
    if (verb == std::u16string_view::npos) return false;
  }
  const auto start = figure.left.start;
  draft.indicator =
      wording_or_memory(around, {figure.left.start, start + static_cast<std::uint32_t>(verb)}, memory, draft);
  draft.reference =
      around.reference({start + static_cast<std::uint32_t>(other), figure.quantity->outer.start});
  draft.measure = times ? Measure::multiple : Measure::share;
  return !draft.indicator.empty();
}

}  // namespace mujun::bind
