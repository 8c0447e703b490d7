#include "read/bind/status/demand.hpp"

#include <algorithm>

#include "model/characters.hpp"
#include "read/layout/numbering.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

/// 10万元以上20万元以下的为B类企业: what is graded so.
bool grades(const Surroundings& around, const Draft& draft) {
  const Quantity& quantity = *draft.figure->quantity;
  if (!has_bounds(quantity)) return false;
  const std::u16string_view behind = around.text(draft.figure->right);
  return behind.starts_with(u'的') &&
         around.page().knowledge.lexicon().longest(behind, 1, WordClass::grading_word);
}

/// 投资强度350万元/亩以上的项目方可入园, 满足以下条件：注册资本1000万元以上: a bound, and what hangs on it.
bool sets_condition(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  const Quantity& quantity = *draft.figure->quantity;
  if (!has_bounds(quantity)) return false;
  if (!around.page().knowledge.holds(around.text(sentence.span), WordClass::condition_word)) return false;
  const auto tokens = around.page().tokens.within(sentence.span);
  return std::ranges::none_of(tokens, [&](const Token& token) {  // 连续三年 is no date
    if (token.kind != TokenKind::period) return false;
    const scan::PeriodMention& mention = around.page().scan.periods[token.index];
    return mention.year || mention.relative_year;
  });
}

/// 对税收达到1000万元的企业，给予奖励20万元: a sentence that grants or demands, and tells of no time.
bool grants(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  const Figure& figure = *draft.figure;
  if (around.is_count(*figure.quantity)) return false;
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  const auto speaks_of_grant = [&](Span span) {
    return knowledge.holds(around.text(span), WordClass::grant_word);
  };
  // 按投资额的10%给予补助, 按40%、50%和60%给予奖励
  std::u16string_view behind = around.text({figure.quantity->outer.end, figure.clause.end});
  behind.remove_prefix(std::min(behind.find_first_not_of(u"0123456789.%、和与及 "), behind.size()));
  const bool granted = knowledge.lexicon().longest(behind, 0, WordClass::granting_verb).has_value();
  const bool bounds = is_of_those(around, draft) && speaks_of_grant(sentence.span);
  // 亩均税收20万元以上且增幅超过10%的企业，给予奖励: any bound of whom it is granted to, before it is.
  const bool demands =
      figure.quantity->qualifier == Qualifier::at_least &&
      knowledge.holds(around.text({figure.quantity->outer.end, sentence.span.end}), WordClass::granting_verb);
  // 分别给予10%、5%、5%的优惠: what is said before a list is said of all in it.
  const Span before = draft.read_from.empty() ? figure.left : draft.read_from;
  // 上级补助收入: what it is called grants nothing.
  const name::Phrase& named = draft.indicator;
  const bool in_name = named.span.end <= figure.quantity->outer.start && named.indicator.has_value();
  const Span said{before.start,
                  in_name ? std::clamp(named.span.start, before.start, before.end) : before.end};
  const bool of_grant = granted || bounds || demands || speaks_of_grant(said);
  if (!of_grant) return false;
  if (around.text(sentence.span).find_first_of(u"已累") != std::u16string_view::npos) return false;
  const auto tokens = around.page().tokens.within(sentence.span);
  return std::none_of(tokens.begin(), tokens.end(),
                      [](const Token& t) { return t.kind == TokenKind::period; });
}

}  // namespace

bool is_of_those(const Surroundings& around, const Draft& draft) {
  const Figure& figure = *draft.figure;
  if (around.text(figure.right).starts_with(u'的')) return true;
  if (!draft.group) return false;
  const std::u16string_view behind = around.text({figure.quantity->outer.end, figure.clause.end});
  const std::size_t of = behind.find(u'的');
  return of != std::u16string_view::npos &&
         behind.substr(0, of).find_first_not_of(u"0123456789.、和与及 百千万亿元%吨亩人家") ==
             std::u16string_view::npos;
}

namespace {

/// 第三条, （二）, 2.: what stands in such a line are rules.
bool opens_provision(std::u16string_view line) {
  const std::size_t text = line.find_first_not_of(u" \u3000");
  if (text == std::u16string_view::npos) return false;
  line.remove_prefix(text);
  return (line.starts_with(u'第') && line.substr(0, 6).find(u'条') != std::u16string_view::npos) ||
         layout::starts_numbered(line);
}

/// What stands before the provisions (第一条 …) tells what has been.
bool is_of_preamble(const Page& page, std::uint32_t line) {
  constexpr std::uint32_t reach = 40;  // lines
  const auto& lines = page.layout.lines;
  if (opens_provision(page.folded.view(lines[line].span))) return false;
  for (std::uint32_t below = line + 1; below < lines.size() && below - line <= reach; ++below) {
    if (lines[below].article != lines[line].article) return false;
    const std::u16string_view words = page.folded.view(lines[below].span);
    if (words.starts_with(u'第') && opens_provision(words)) return true;
  }
  return false;
}

}  // namespace

bool reports(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  const std::uint32_t end = draft.figure->quantity->span.start;
  const Span around_it = near({end, end}, sentence.span);
  // 2024年，…。A类企业发展到137家: what a paragraph began to report it goes on with.
  const Page& page = around.page();
  const Span line = page.layout.lines[sentence.line].span;
  const bool rules = !is_of_preamble(page, sentence.line) ||
                     page.knowledge.holds(around.text(around_it), WordClass::grant_word);
  const std::uint32_t start = rules ? around_it.start : near({end, end}, line).start;
  const auto before = around.page().tokens.within({start, end});
  return std::ranges::any_of(before, [&](const Token& token) {
    if (token.kind != TokenKind::period) return false;
    const scan::PeriodMention& mention = around.page().scan.periods[token.index];
    const bool tells = mention.shape != scan::PeriodShape::base &&
                       mention.shape != scan::PeriodShape::vague && !mention.last_years;
    return tells && (mention.year || mention.relative_year || mention.now);
  });
}

bool bounds_beside(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  const Qualifier own = draft.figure->quantity->qualifier;
  if (own != Qualifier::at_least && own != Qualifier::at_most) return false;
  bool demanded = false;
  for (const Token& token : around.page().tokens.within(sentence.span)) {
    if (token.kind == TokenKind::period) return false;
    if (token.kind != TokenKind::quantity) continue;
    const Quantity& other = around.page().scan.quantities[token.index];
    demanded = demanded || (other.outer.start < other.span.start && (other.qualifier == Qualifier::at_least ||
                                                                     other.qualifier == Qualifier::at_most));
  }
  return demanded && around.text(sentence.span).find_first_of(u"已累") == std::u16string_view::npos;
}

bool demands(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence) {
  return grants(around, draft, sentence) || grades(around, draft) || sets_condition(around, draft, sentence);
}

}  // namespace mujun::bind
