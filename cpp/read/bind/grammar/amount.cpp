// Plain amounts: a level beside its name.
#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/grammar/rules.hpp"

namespace mujun::bind {
namespace {

using knowledge::UnitKind;
using knowledge::WordClass;
using name::Token;

/// 第一产业实现增加值: the verb parts a wording whose owner stands before it.
void join_owner(const Surroundings& around, const Figure& figure, Draft& draft) {
  if (draft.indicator.span.start <= figure.left.start) return;
  const Span before{figure.left.start, draft.indicator.span.start};
  const Token* verb = around.page().tokens.ending_at(before.end);
  if (!verb || !verb->is(WordClass::level_verb) || verb->span.start <= figure.left.start) return;
  const name::Phrase owner = around.phrases().before({figure.left.start, verb->span.start});
  static constexpr CharacterSet owner_ends{u"业品类区户"};
  const auto half = around.page().knowledge.ending(owner.text, WordClass::settlement);
  const bool is_half = half && half->length == owner.text.size();  // 城市实现零售额
  if (!is_half && (owner.text.size() < 3 || owner.text.find(u'的') != std::u16string::npos ||
                   owner.starts_with_flow_verb || !is_one_of(owner.text.back(), owner_ends)))
    return;
  name::Phrase joined = draft.indicator;
  joined.text = owner.text + draft.indicator.text;
  around.phrases().look_up(joined);
  draft.indicator = joined;
}

/// 盘活1860亩存量土地, 新建12公里农村道路: what is measured stands behind, what is done with it before.
void join_measured(const Surroundings& around, const Figure& figure, name::Phrase& verb) {
  constexpr std::size_t longest_verb = 2;
  if (verb.text.empty() || verb.text.size() > longest_verb || verb.span.end < figure.left.end ||
      figure.right.empty())
    return;
  const Quantity& quantity = *figure.quantity;
  const Page& page = around.page();
  if (!is_in(page, quantity, UnitKind::area) && !is_in(page, quantity, UnitKind::length) &&
      !is_in(page, quantity, UnitKind::mass) && !is_in(page, quantity, UnitKind::volume))
    return;
  Span behind = figure.right;
  if (const std::size_t linked = around.text(behind).find(u'的'); linked != std::u16string_view::npos)
    behind.end = behind.start + static_cast<std::uint32_t>(linked);
  const name::Phrase noun = around.phrases().after(behind, figure.another_follows);
  if (noun.text.size() < 2) return;
  verb.text += noun.text;
  around.phrases().look_up(verb);
}

/// 对年研发投入达到500万元的企业: 对 leads to who is meant, behind the figure; it is no part of the wording.
void without_object_mark(const Surroundings& around, const Figure& figure, name::Phrase& phrase) {
  if (!phrase.text.starts_with(u'对')) return;
  std::u16string_view behind = around.text({figure.quantity->outer.end, figure.clause.end});
  while (!behind.empty() && (is_clause_end(behind.back()) || is_space(behind.back())))
    behind.remove_suffix(1);
  const std::size_t linked = behind.rfind(u'的');
  const bool addressed = linked != std::u16string_view::npos &&
                         (linked + 1 == behind.size() ||
                          around.page().knowledge.ends_with(behind.substr(linked), WordClass::head_noun) ||
                          around.page().knowledge.ends_with(behind.substr(linked), WordClass::people_noun));
  if (!addressed) return;
  // 对现代服务业项目(不含住宅)固定资产投资: the bracket closes who it is.
  const std::size_t bracket = phrase.text.rfind(u')');
  phrase.text.erase(0, bracket == std::u16string::npos ? 1 : bracket + 1);
  around.phrases().look_up(phrase);
}

/// 千公顷 and 万亩, 元 and 美元; but not 家 and 个.
bool measure_the_same(const Page& page, UnitExpr left, UnitExpr right) {
  const auto dimension = [&](UnitIndex unit) {
    const std::string_view name =
        unit == no_unit ? ""
                        : std::string_view(page.knowledge.unit(static_cast<std::uint16_t>(unit)).dimension);
    return name.substr(0, name.find('_'));  // money_usd
  };
  return !left.none() && !(left == right) && dimension(left.numerator) != "count" &&
         dimension(left.numerator) == dimension(right.numerator) &&
         dimension(left.denominator) == dimension(right.denominator);
}

/// 东城工业园区182亿元，西城工业园区131亿元, behind what another had: whose it is, and no name of it.
bool is_owner_alone(const Surroundings& around, const Figure& figure, const Memory& memory,
                    const Draft& draft) {
  constexpr std::size_t reach = 4;  // figures back
  const Quantity& quantity = *figure.quantity;
  const bool beside = draft.indicator.span.end == quantity.outer.start;
  if (!beside || around.is_count(quantity) || memory.indicator.empty() || draft.indicator.indicator)
    return false;
  const auto told = memory.last_group.last(std::min(reach, memory.last_group.size()));
  const bool goes_on = std::ranges::any_of(told, [&](const Draft& before) {
    return before.measure == Measure::level && before.figure->quantity->unit == quantity.unit;
  });
  return goes_on && around.page().knowledge.ends_with(draft.indicator.text, WordClass::subject_suffix);
}

/// The last figure of the sentence with this one's unit and a bound, as this one has.
const Draft* step_before(const Figure& figure, const Memory& memory) {
  if (!has_bounds(*figure.quantity)) return nullptr;
  const auto& said = memory.last_group;
  for (auto draft = said.rbegin(); draft != said.rend(); ++draft) {
    const Quantity& quantity = *draft->figure->quantity;
    if (draft->measure == Measure::level && has_bounds(quantity) && quantity.unit == figure.quantity->unit)
      return &*draft;
  }
  return nullptr;
}

}  // namespace

void name_product(const Surroundings& around, const Memory& memory, name::Phrase& phrase) {
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  const auto whole = knowledge.ending(phrase.text, WordClass::measure_noun);
  if (memory.last_group.empty() || !whole || whole->length != phrase.text.size()) return;
  std::u16string_view product = memory.indicator.text;
  const auto measured = knowledge.ending(product, WordClass::measure_noun);
  // 西瓜1107公顷: an area of it, without the word.
  const bool of_area = is_in(around.page(), *memory.last_group.back().figure->quantity, UnitKind::area);
  if (!measured && !of_area) return;
  if (measured) product.remove_suffix(measured->length);
  const auto lead = knowledge.lexicon().longest(product, 0, WordClass::measure_noun);
  if (lead && knowledge.word(lead->entry.index).value == "verb") product.remove_prefix(lead->length);
  if (product.size() < 2) return;
  phrase.text.insert(0, product);
  around.phrases().look_up(phrase);
}

bool restated(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  if (memory.last_group.empty()) return false;
  const Draft& told = memory.last_group.back();
  // 8.6亿美元(折合53.6亿元): the bracket that the figure stands in opens right behind what was told.
  const std::u16string_view between =
      around.text({told.figure->quantity->outer.end, figure.quantity->outer.start});
  if (between.rfind(u'(') != 0) return false;
  const bool as_rate = told.measure == Measure::change && around.is_ratio(*figure.quantity);
  if (!as_rate && !measure_the_same(around.page(), told.figure->quantity->unit, figure.quantity->unit))
    return false;
  const std::string_view rule = draft.rule;
  draft = told;
  draft.rule = rule;
  draft.figure = &figure;
  draft.new_indicator = false;
  if (as_rate) draft.measure = Measure::growth;
  return true;
}

/// 利润总额亏损3184万元: the profit is so far below zero.
void turn_loss(const Surroundings& around, Draft& draft) {
  const auto loss = around.page().knowledge.ending(draft.indicator.text, WordClass::loss_noun);
  if (!loss || loss->length >= draft.indicator.text.size()) return;
  const std::u16string profit = draft.indicator.text.substr(0, draft.indicator.text.size() - loss->length);
  if (profit.find(u"利润") == std::u16string::npos) return;
  draft.indicator.text = profit;
  around.phrases().look_up(draft.indicator);
  draft.sign = -1;
}

/// 3806户 behind 11个村: another unit, which says itself what is counted.
bool name_by_unit(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const UnitExpr unit = figure.quantity->unit;
  if (!around.is_count(*figure.quantity) || memory.last_group.empty() || !around.only_light(figure.left))
    return false;
  const Draft& last = memory.last_group.back();
  if (last.measure != Measure::level || last.figure->quantity->unit == unit) return false;
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  const auto& symbol = knowledge.unit(static_cast<std::uint16_t>(unit.numerator)).symbol;
  for (const knowledge::EntryRef entry : knowledge.lexicon().entries_of(symbol)) {
    if (entry.word_class != WordClass::unit_word) continue;
    draft.indicator.text = to_utf16(knowledge.word(entry.index).value);
    around.phrases().look_up(draft.indicator);
    return true;
  }
  return false;
}

/// 给予企业30万元奖励, 总规模不低于1000万元的引导资金, 按4%的征收率: the sum stands before what it is.
name::Phrase sum_noun(const Surroundings& around, const Figure& figure) {
  if (figure.right.empty()) return {};
  const bool linked = around.text(figure.right).front() == u'的';
  const name::Phrase phrase = around.phrases().after(
      {figure.right.start + (linked ? 1U : 0U), figure.right.end}, figure.another_follows);
  const bool is_rate = linked && around.is_ratio(*figure.quantity) && phrase.text.ends_with(u'率');
  const bool is_sum = around.page().knowledge.ends_with(phrase.text, WordClass::sum_noun);
  return is_rate || is_sum ? phrase : name::Phrase{};
}

bool level(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  if (quantity.shape == Shape::ordinal || quantity.shape == Shape::doubling) return false;
  if (other_side_of(around, figure, memory, draft) || goal_of_what_was_told(around, figure, memory, draft))
    return true;
  draft.indicator = around.phrases().before(figure.left);
  // 建成甲园等6个产业园，乙园等4个加快建设: examples of what the clause before counts.
  const bool gives_example = around.is_count(quantity) && around.text(figure.left).ends_with(u'等') &&
                             !memory.last_group.empty() &&
                             memory.last_group.back().figure->quantity->unit == quantity.unit;
  if (gives_example) {
    draft.indicator = memory.last_group.back().indicator;
    draft.new_indicator = false;
    return !draft.indicator.empty();
  }
  // 以93.7分的总成绩居首
  if (around.text(figure.left).ends_with(u'以') && around.text(figure.right).starts_with(u'的')) {
    const name::Phrase noun =
        around.phrases().after({figure.right.start + 1, figure.right.end}, figure.another_follows);
    if (!noun.empty()) {
      draft.indicator = noun;
      return true;
    }
  }
  if (!draft.indicator.indicator) join_measured(around, figure, draft.indicator);
  if (!draft.indicator.indicator) {
    if (const name::Phrase noun = sum_noun(around, figure); !noun.empty()) draft.indicator = noun;
  }
  // 全年计划改造小区26个: what is planned for the year.
  constexpr std::u16string_view planned = u"全年计划";
  if (draft.indicator.text.size() > planned.size() + 1 && draft.indicator.text.starts_with(planned)) {
    draft.indicator.text.erase(0, planned.size());
    around.phrases().look_up(draft.indicator);
    draft.status = Status::target;
    draft.of_whole_year = true;
  }
  // 其中：县本级完成31亿元: of what was told.
  const auto tier = around.page().knowledge.ending(draft.indicator.text, WordClass::tier_noun);
  if (tier && tier->length == draft.indicator.text.size() && !memory.indicator.empty()) {
    draft.indicator = memory.indicator;
    draft.new_indicator = false;
    return true;
  }
  if (is_owner_alone(around, figure, memory, draft)) {
    draft.subject = draft.indicator.text;
    draft.indicator = memory.indicator;
    draft.new_indicator = false;
    return true;
  }
  if (!draft.indicator.empty()) {
    turn_loss(around, draft);
    join_owner(around, figure, draft);
    name_whose(around, figure, draft.indicator);
    name_product(around, memory, draft.indicator);
    without_object_mark(around, figure, draft.indicator);
    return true;
  }
  // 投资额5000万元以上的，奖励30万元；1亿元以上的，奖励60万元: a step of the ladder that began before.
  if (const Draft* step = step_before(figure, memory); step && around.text(figure.right).starts_with(u'的')) {
    draft.indicator = step->indicator;
    draft.new_indicator = false;
    return true;
  }
  // 设立1000万元租金补贴资金, 2亿元授信
  draft.indicator = around.phrases().after(figure.right, figure.another_follows);
  if (!draft.indicator.empty()) return true;
  if (name_by_unit(around, figure, memory, draft)) return true;
  draft.indicator = memory.indicator.empty() ? memory.heading : memory.indicator;
  // 签约项目21个，合同金额86.4亿元，其中10亿元以上的3个: they are counted among those counted before.
  constexpr std::size_t reach = 16;  // figures
  const bool is_part = around.is_count(quantity) && around.text(figure.left).ends_with(u'的');
  for (const Draft& before :
       memory.last_group.last(is_part ? std::min(reach, memory.last_group.size()) : 0)) {
    if (before.measure == Measure::level && before.figure->quantity->unit == quantity.unit)
      draft.indicator = before.indicator;
  }
  draft.new_indicator = false;
  draft.confidence = 0.4F;
  return !draft.indicator.empty();
}

}  // namespace mujun::bind
