#include "read/bind/figures.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;

constexpr std::size_t usual_figures = 8;  // of a sentence
constexpr int least_of_a_topic = 3;       // words of another topic that make it the article's

/// …管理办法（试行）, 关于印发《…细则》的通知; not 惠企政策落地见效, which is news.
bool is_title_of_rules(std::u16string_view title, const knowledge::Knowledge& knowledge) {
  const std::size_t end = knowledge.end_of_last(title, WordClass::rule_title);
  if (end == 0) return false;
  const std::u16string_view behind = title.substr(end);
  const std::size_t notice = behind.starts_with(u'的') ? 1 : 0;
  return behind.empty() || is_space(behind[0]) || is_opening(behind[0]) || is_closing(behind[0]) ||
         knowledge.lexicon().longest(behind, notice, WordClass::notice_title);
}

/// “亿元楼”, 争首位: a name that holds a number, and a place that is striven for.
bool names_itself(const Surroundings& around, const Quantity& quantity) {
  constexpr std::size_t longest_rest = 4;
  const std::u16string_view page = around.page().folded.text;
  if (quantity.outer.start == 0) return false;
  const char16_t before = page[quantity.outer.start - 1];
  if (quantity.shape == Shape::ordinal && before == u'争') return true;
  const std::u16string_view rest = page.substr(quantity.outer.end, longest_rest + 1);
  const std::size_t close = rest.find(u'”');
  return before == u'“' && close != std::u16string_view::npos && close > 0 &&
         std::ranges::all_of(rest.substr(0, close), is_han);
}

/// Whether it may be one at all: 一 of 一个 and 两 of 两个方面 are sayings.
bool may_be_fact(const Surroundings& around, const Quantity& quantity) {
  const bool small_word = quantity.chinese && (around.is_count(quantity) || quantity.unit.none()) &&
                          quantity.shape == Shape::amount &&
                          (quantity.no_digits || quantity.high.to_double() < 20);
  // 一亩地一年的税收
  if (quantity.chinese && around.text(quantity.span) == u"一亩") {
    const std::u16string_view page = around.page().folded.text;
    if (quantity.span.end < page.size() && page[quantity.span.end] == u'地') return false;
  }
  if (names_itself(around, quantity)) return false;
  // 首次迈上万元台阶, 跨过百亿元门槛: what is passed is told by the figure itself.
  if (quantity.no_digits) {
    const Page& page = around.page();
    if (page.knowledge.lexicon().longest(page.folded.text, quantity.outer.end, WordClass::milestone_noun))
      return false;
  }
  // 十来家, 十多家: no saying, but a number that is told as one.
  const double least = quantity.low.to_double();
  const bool told = quantity.qualifier != Qualifier::exact && least >= 10 && least < 20;
  // 共三个标段
  const std::uint32_t at = quantity.outer.start;
  const bool summed = at > 0 && around.page().folded.text[at - 1] == u'共' && around.is_count(quantity);
  // 较一季度前进两位
  const Token* verb = around.page().tokens.ending_at(at);
  const bool moved = verb && verb->is(WordClass::growth_verb) && around.text(quantity.span).ends_with(u'位');
  return !small_word || told || summed || moved;
}

}  // namespace

std::vector<Figure> find_figures(const Surroundings& around, const layout::Sentence& sentence) {
  const Page& page = around.page();
  std::vector<Figure> figures;
  if (!page.tokens.may_hold(sentence.span, name::TokenKind::quantity)) return figures;
  figures.reserve(usual_figures);
  for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
    const Span clause = page.layout.clauses[c].span;
    std::uint32_t from = clause.start;
    // 工业用地价格:4万元/亩: the name stands before the colon.
    if (c > sentence.first_clause && page.folded.text[clause.start - 1] == u':')
      from = page.layout.clauses[c - 1].span.start;
    if (!page.tokens.may_hold(clause, name::TokenKind::quantity)) continue;
    for (const Token& token : page.tokens.within(clause)) {
      if (token.kind != name::TokenKind::quantity || token.attribute) continue;
      const Quantity& quantity = page.scan.quantities[token.index];
      if (!may_be_fact(around, quantity)) continue;
      if (!figures.empty() && figures.back().clause == clause) {
        figures.back().right.end = quantity.outer.start;
        figures.back().another_follows = true;
      }
      figures.push_back({&quantity, clause, {from, quantity.outer.start}, {quantity.outer.end, clause.end}});
      // 总产量十年增长1.3倍: a duration parts no wording from its figure.
      const auto in_range = [&] {
        const auto before = page.tokens.within({from, quantity.outer.start});
        return std::any_of(before.begin(), before.end(),
                           [](const Token& t) { return t.is(WordClass::range_word); });
      };
      if (!is_duration(page, quantity) || in_range()) from = quantity.outer.end;
    }
  }
  return figures;
}

bool are_side_by_side(const Surroundings& around, const Figure& left, const Figure& right) {
  // 3.7、2.6、3.2个百分点: a bare number takes the unit of the last.
  const bool in_points =
      around.is_points(*right.quantity) && around.is_count(*left.quantity);  // 1.3个和0.9个百分点
  const bool same_unit = in_points || left.quantity->unit == right.quantity->unit ||
                         (left.quantity->unit.none() && !left.quantity->chinese);
  // 保险深度和保险密度分别达到2.73%和1036元: each of two names has a unit of its own.
  const Token* word = same_unit ? nullptr : around.last(left.left, WordClass::list_word);
  const bool of_two = word && around.word(*word).value == "respectively";
  if (left.clause != right.clause || (!same_unit && !of_two)) return false;
  // 增长4.6%和下降7.9%: each with its own verb.
  Span gap{left.quantity->outer.end, right.quantity->outer.start};
  if (const Token* verb = around.last(gap, WordClass::growth_verb); verb && verb->span.end == gap.end)
    gap.end = verb->span.start;
  const std::u16string_view between = around.text(gap);
  return !between.empty() && between.size() <= 3 &&
         between.find_first_not_of(u"、和与及:∶ ") == std::u16string_view::npos;
}

namespace {

/// 新建项目容积率: of a kind whose values have no unit.
bool ends_as_multiple(const Surroundings& around, const Draft& draft) {
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  const auto known = knowledge.ending(draft.indicator.text, WordClass::indicator);
  return known && knowledge.indicator(known->entry.index).dimension == "multiple";
}

}  // namespace

bool is_fact(const Surroundings& around, const Draft& draft) {
  const Quantity& quantity = *draft.figure->quantity;
  if (draft.measure == Measure::rank) return true;
  // 前20%的为A类企业: who comes first is graded so, and no level.
  const std::u16string_view wording = draft.indicator.text;
  const bool grades = around.is_ratio(quantity) && draft.indicator.span.end == quantity.outer.start &&
                      !wording.empty() && is_one_of(wording.back(), u"前后") && !draft.indicator.indicator;
  if (grades) return false;
  if (around.is_duration(quantity))
    return around.page().knowledge.ends_with(draft.indicator.text, WordClass::time_noun) ||
           draft.measure == Measure::change;
  if (quantity.unit.none() && quantity.shape == Shape::amount) {
    // 4700多万农民; a plain number needs an indicator that is known.
    const bool large = around.is_large(quantity);
    if (!draft.indicator.indicator) return draft.new_indicator && (large || ends_as_multiple(around, draft));
    // 城乡居民收入比由1.79缩小到1.75, 比上年缩小0.04: of what is told without a unit, all is.
    const std::string& dimension = around.page().knowledge.indicator(*draft.indicator.indicator).dimension;
    return draft.new_indicator || dimension == "multiple" || dimension == "point";
  }
  return true;
}

namespace {

/// 347.8亿元(预计，下同): that figure and those behind it were not known yet.
std::optional<std::uint32_t> expected_from(const Page& page, Span article) {
  const std::u16string_view text = page.folded.text;
  for (const Token& token : page.tokens.within(article)) {
    if (!token.is(WordClass::status_word) || token.span.start == 0 || text[token.span.start - 1] != u'(')
      continue;
    if (page.knowledge.word(token.entry.index).value != "expected") continue;
    std::u16string_view behind = text.substr(token.span.end, 5);
    if (behind.starts_with(u'数')) behind.remove_prefix(1);
    if (!behind.empty() && is_comma(behind.front()) && behind.substr(1).starts_with(u"下同"))
      return token.span.start;
  }
  return std::nullopt;
}

}  // namespace

std::vector<ArticleKind> article_kinds(const Page& page) {
  std::vector<ArticleKind> kinds(page.layout.articles.size());
  for (const layout::Line& line : page.layout.lines) {
    if (line.kind == layout::LineKind::title &&
        is_title_of_rules(page.folded.view(line.span), page.knowledge))
      kinds[line.article].sets_rules = true;
  }
  // 林业工作意见, above 林业局年度工作总结: what was done is told.
  for (const layout::Line& line : page.layout.lines) {
    const bool titles = line.kind == layout::LineKind::title || line.kind == layout::LineKind::heading;
    ArticleKind& kind = kinds[line.article];
    if (!titles || kind.tells_account) continue;
    kind.tells_account = page.knowledge.ends_with(page.folded.view(line.span), WordClass::account_title);
    kind.sets_rules = kind.sets_rules && !kind.tells_account;
  }
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const Token* topic = nullptr;
    bool several = false;
    for (const Token& token : page.tokens.within(page.layout.articles[i].title)) {
      if (!token.is(WordClass::indicator)) continue;
      several = several || topic;
      topic = &token;
    }
    if (topic && !several) {
      kinds[i].topic.span = topic->span;
      kinds[i].topic.text = page.folded.view(topic->span);
      kinds[i].topic.indicator = topic->entry.index;
    }
    kinds[i].expected_from = expected_from(page, page.layout.articles[i].span);
    const auto tokens = page.tokens.within(page.layout.articles[i].span);
    const auto speaks_of = [&](WordClass c) {
      return std::count_if(tokens.begin(), tokens.end(), [&](const Token& t) { return t.is(c); });
    };
    const auto other = speaks_of(WordClass::other_topic);
    kinds[i].other_topic = other >= least_of_a_topic && other > speaks_of(WordClass::indicator);
  }
  return kinds;
}

}  // namespace mujun::bind
