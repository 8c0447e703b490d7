#include "read/bind/status/tense.hpp"

#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/status/aim.hpp"
#include "read/bind/status/demand.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

constexpr std::uint32_t reach_of_a_goal = 10;

/// Behind 是 and a colon: 主要目标是：地区生产总值增长6.5%.
std::uint32_t behind_announcement(const Surroundings& around, const Token& word) {
  const std::u16string_view page = around.page().folded.text;
  std::uint32_t at = word.span.end;
  while (at < page.size() && is_one_of(page[at], u"是为:：")) ++at;
  return at;
}

/// Whether a colon behind the status word at `word` leads to a list, of which all is meant.
bool announces(const Surroundings& around, const Token& word) {
  const std::uint32_t end = behind_announcement(around, word);
  return end > word.span.end && is_one_of(around.page().folded.text[end - 1], u":：");
}

/// Whether a clause, a time or a name ends right before the word, and a verb may follow it.
bool opens_predicate(const Surroundings& around, const Token& word) {
  const std::u16string_view page = around.page().folded.text;
  const std::uint32_t at = word.span.start;
  const Token* before = around.page().tokens.ending_at(at);
  const bool opens = at == 0 || is_clause_end(page[at - 1]) || is_space(page[at - 1]) ||
                     (before && (before->kind == TokenKind::period || before->kind == TokenKind::subject));
  const char16_t behind = word.span.end < page.size() ? page[word.span.end] : u'\0';
  return opens && is_han(behind) && !is_one_of(behind, u"的任书指数外内表和与中总");
}

/// Whether the status word at `word` is a verb here: 计划新增, not 将项目 or 培养计划人才.
bool is_modal(const Surroundings& around, const Token& word) {
  if (word.quoted) return false;
  const std::u16string_view text = around.text(word.span);
  if (text != u"计划" && text != u"目标" && text != u"将" && text != u"拟" && text != u"规划" &&
      text != u"预期")
    return true;
  const std::u16string_view page = around.page().folded.text;
  // 今年，全市计划整治…, 计划用三年改造…: what stands before it is no noun that it could belong to.
  if (text != u"目标" && text != u"将" && opens_predicate(around, word)) return true;
  const std::uint32_t from = text == u"目标" ? behind_announcement(around, word) : word.span.end;
  for (const Token& next : around.page().tokens.within(
           {from, static_cast<std::uint32_t>(std::min<std::size_t>(page.size(), from + 8))})) {
    if (next.span.start > from + 1) return false;
    return next.kind == TokenKind::period || (next.kind == TokenKind::quantity && text != u"将") ||
           next.is(WordClass::level_verb) || next.is(WordClass::action_verb) ||
           next.is(WordClass::indicator) || next.is(WordClass::growth_verb) ||
           next.is(WordClass::noun_stop) || next.is(WordClass::range_word);
  }
  return false;
}

const Token* last_modal(const Surroundings& around, Span span) {
  if (!around.page().tokens.may_hold(span, WordClass::status_word)) return nullptr;
  const auto inside = around.page().tokens.within(span);
  for (auto token = inside.rbegin(); token != inside.rend(); ++token) {
    if (token->is(WordClass::status_word) && is_modal(around, *token)) return &*token;
  }
  return nullptr;
}

/// 新增企业36家，全区重点企业120家: what is counted as standing, without a verb that says how it came.
bool stands(const Surroundings& around, const Draft& draft) {
  const UnitExpr unit = draft.figure->quantity->unit;
  if (unit.numerator == no_unit) return false;
  const std::u16string_view symbol =
      around.page().knowledge.unit(static_cast<std::uint16_t>(unit.numerator)).symbol;
  if (symbol != u"家" && symbol != u"所" && symbol != u"座") return false;
  const auto before = around.page().tokens.within({draft.figure->clause.start, draft.indicator.span.start});
  return !before.empty() && before.back().kind == TokenKind::subject &&
         before.back().span.end == draft.indicator.span.start;
}

/// 2120名企业家被纳入平台.
bool is_held(const Surroundings& around, const Figure& figure) {
  const Token* verb = around.first(figure.right, WordClass::action_verb);
  return verb && around.word(*verb).value == "stock" && verb->span.start > 0 &&
         around.page().folded.text[verb->span.start - 1] == u'被';
}

/// 拥有, 共有, 增至, 全区36个社区: what is there; 新增, 培育: what was done in a period. Nothing where no
/// verb says.
std::optional<bool> verb_says_stock(const Surroundings& around, const Draft& draft,
                                    std::optional<bool> before) {
  if (draft.indicator.starts_with_flow_verb) return false;
  // 新增高新技术企业26家、科技型中小企业40家: the verb of the first leads the second, too.
  if (around.text(draft.figure->left).starts_with(u'、') && before) return before;
  if (draft.indicator.after_stock_verb) return true;
  const knowledge::Lexicon& lexicon = around.page().knowledge.lexicon();
  if (lexicon.longest(draft.indicator.text, 0, WordClass::standing_lead)) return true;
  const Span left{draft.figure->clause.start, draft.figure->left.end};
  const auto inside = around.page().tokens.within(left);
  for (auto token = inside.rbegin(); token != inside.rend(); ++token) {
    if (token->is(WordClass::action_verb)) return around.word(*token).value == "stock";
    if (token->is(WordClass::range_word)) return true;
    if (token->is(WordClass::level_verb) &&
        around.text(token->span).find_first_of(u"有达") != std::u16string_view::npos)
      return around.text(token->span) != u"达成";
  }
  if (!inside.empty() && inside.back().kind == name::TokenKind::subject && inside.back().span.end == left.end)
    return true;
  const bool behind_flow = before && !*before;
  if ((behind_flow && !draft.indicator.indicator && stands(around, draft)) || is_held(around, *draft.figure))
    return true;
  // 挂牌企业共有5家，场外挂牌企业46家: without a verb of its own it goes on as the one before.
  return draft.indicator.indicator ? std::nullopt : before;
}

}  // namespace

bool plans(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  return last_modal(around, {sentence.span.start, draft.figure->quantity->span.start}) != nullptr;
}

bool tells_of_past(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  constexpr std::uint32_t reach = 200;
  const std::uint32_t end = draft.figure->quantity->span.start;
  const Span before{std::max(sentence.span.start, end - std::min(end, reach)), end};
  const std::u16string_view words =
      around.text({std::max(draft.figure->clause.start, before.start), before.end});
  if (around.page().knowledge.holds(words, WordClass::past_word)) return true;
  const std::optional<Day>& published = around.page().published;
  const auto tokens = around.page().tokens.within(before);
  return std::ranges::any_of(tokens, [&](const Token& token) {
    if (token.kind != TokenKind::period || !published) return false;
    const auto period = scan::resolve(around.page().scan.periods[token.index], published, std::nullopt);
    return period && period->end && *period->end < *published;
  });
}

namespace {

/// 增速目标为11%, 亩均税收目标值分别为16万元/亩, 全市计划盘活2500亩: a text of rules names goals, too.
bool is_goal_in_rules(const Surroundings& around, const Draft& draft) {
  if (draft.figure->quantity->outer != draft.figure->quantity->span) return false;
  const Span before{draft.figure->clause.start, draft.figure->quantity->span.start};
  const Token* plan = last_modal(around, before);
  return around.text(before).find(u"目标") != std::u16string_view::npos ||
         (plan && around.text(plan->span) == u"计划" && opens_predicate(around, *plan));
}

}  // namespace

Status status(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence,
              bool sets_rules) {
  if (draft.status) return *draft.status;
  const bool is_rule_text = sets_rules && !reports(around, draft, sentence);
  const Quantity& quantity = *draft.figure->quantity;
  const auto value_of = [&](const Token& word) {
    const std::string& value = around.word(word).value;
    return value == "target" ? Status::target : value == "expected" ? Status::expected : Status::threshold;
  };
  const auto opening = [&](const Token& word) {
    return value_of(word) == Status::expected && around.only_light({sentence.span.start, word.span.start});
  };
  if (draft.measure == Measure::completion) {  // 预计全年完成投资18亿元，完成年度任务的122%
    const Token* word = last_modal(around, {sentence.span.start, quantity.span.start});
    return word && opening(*word) ? Status::expected : Status::actual;
  }
  if (draft.measure == Measure::rank || draft.measure == Measure::gap) return Status::actual;
  // 会议要求一季度再入库10家: what is demanded of one year, or asked for, is a goal.
  const auto aims = [&] {
    return names_year_ahead(around, draft, sentence) || is_asked_for(around, draft, sentence);
  };
  // 不低于, 最高: a bound that someone demands.
  const bool bounded_before =
      quantity.outer.start < quantity.span.start &&
      (quantity.qualifier == Qualifier::at_least || quantity.qualifier == Qualifier::at_most);
  // 今年计划实施项目不少于50个 is a target still.
  if (bounded_before) {
    const Token* plan =
        is_rule_text ? nullptr : last_modal(around, {sentence.span.start, quantity.span.start});
    // 达产后不低于25万元/亩 says when it is demanded.
    const bool conditions = around.page().knowledge.holds(around.text(near(quantity.span, sentence.span)),
                                                          WordClass::condition_word);
    // 不得低于300万元/亩 forbids, whatever it stands among.
    const bool forbids = around.text({quantity.outer.start, quantity.span.start}).find(u"不得") == 0;
    const bool is_goal = (draft.among_goals && !forbids) || aims();
    if (!is_rule_text && !conditions && is_goal) return Status::target;
    if (plan && around.word(*plan).id != "when_done") return value_of(*plan);
    return Status::threshold;
  }
  // 竣工目标, …的计划目标: the goal is named behind.
  const std::u16string_view behind = around.text(draft.figure->right).substr(0, reach_of_a_goal);
  const bool names_goal = behind.find(u"目标") != std::u16string_view::npos;  // 增长16%的目标
  if (names_goal && (draft.measure != Measure::growth || behind.starts_with(u'的'))) return Status::target;
  // 全年新增任务12家
  const std::u16string_view wording = draft.indicator.text;
  if (draft.measure == Measure::level &&
      (wording.ends_with(u"任务") || wording.ends_with(u"目标") || wording.starts_with(u"年度计划")))
    return Status::target;
  if (is_rule_text && is_goal_in_rules(around, draft)) return Status::target;
  const bool bounded = bounds_beside(around, draft, sentence) && !last_modal(around, sentence.span);
  if (is_rule_text || bounded || demands(around, draft, sentence)) return Status::threshold;
  const std::uint32_t at = quantity.span.start;
  // 预计投产后每年新增…, 预计明年投产，达产后年产值…: hoped for, whenever it will be done.
  const auto value_in_sentence = [&](const Token& word) {
    if (value_of(word) == Status::threshold && aims()) return Status::target;
    if (around.word(word).id != "when_done") return value_of(word);
    const Token* hope = last_modal(around, {sentence.span.start, word.span.start});
    return hope && value_of(*hope) == Status::expected ? Status::expected : value_of(word);
  };
  if (const Token* word = last_modal(around, {draft.figure->clause.start, at}))
    return value_in_sentence(*word);
  if (const Token* word = last_modal(around, {sentence.span.start, at})) {
    // 已 between them, or another part of the sentence: what was planned is not what is told.
    const std::u16string_view between = around.text({word->span.end, at});
    const std::u16string_view ends = announces(around, *word) || opening(*word) ? u"已" : u"已；;";
    // 计划总投资102亿元，其中亿元以上项目22个: what is planned is that sum.
    const bool of_sum = between.starts_with(u"总投资") || between.starts_with(u"投资");
    const bool done =
        of_sum || between.find(u"实际") != std::u16string_view::npos;  // 原计划22亿元，实际完成27.3亿元
    if (!done && between.find_first_of(ends) == std::u16string_view::npos) return value_in_sentence(*word);
  }
  return !sets_rules && is_asked_for(around, draft, sentence) ? Status::target : Status::actual;
}

bool is_stock(const Surroundings& around, const Draft& draft, std::optional<bool> before) {
  switch (draft.measure) {
    case Measure::growth:
    case Measure::change:  // 存款余额128亿元，比年初增加17亿元: known at the day of the level before it
      return before.value_or(false) && !draft.new_indicator;
    case Measure::gap:
    case Measure::contribution:
      return false;
    default:
      break;
  }
  const bool follows = !draft.new_indicator && before;
  if (follows && (draft.measure == Measure::share || draft.measure == Measure::rank)) return *before;
  if (draft.measure == Measure::level && around.is_count(*draft.figure->quantity)) {
    if (const std::optional<bool> said = verb_says_stock(around, draft, before)) return *said;
  }
  if (!draft.indicator.indicator &&
      (draft.indicator.starts_with_flow_verb || draft.measure != Measure::level))
    return false;
  return is_stock_indicator(around, draft);
}

bool is_stock_indicator(const Surroundings& around, const Draft& draft) {
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  if (draft.indicator.indicator) return knowledge.indicator(*draft.indicator.indicator).stock;
  const auto noun = knowledge.ending(draft.indicator.text, WordClass::stock_noun);
  return noun && knowledge.word(noun->entry.index).value == "stock";
}

bool is_running_total(const Surroundings& around, const Draft& draft) {
  const Span before{draft.figure->clause.start, draft.figure->quantity->outer.start};
  return draft.measure == Measure::level && around.text(before).find(u"累计") != std::u16string_view::npos;
}

bool is_after_completion(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  const std::u16string_view before = around.text({sentence.span.start, draft.figure->quantity->span.start});
  for (std::size_t at = before.find(u'后'); at != std::u16string_view::npos;
       at = before.find(u'后', at + 1)) {
    if (around.page().knowledge.ends_with(before.substr(0, at), WordClass::done_verb)) return true;
  }
  return false;
}

}  // namespace mujun::bind
