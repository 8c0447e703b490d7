// Figures that stand against something else: ranks, gaps, contributions, completions, shares, multiples.
#include "model/characters.hpp"
#include "read/bind/rules.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;

/// The wording before `end`, or what was last spoken of where there is none.
name::Phrase wording_or_memory(const Surroundings& around, Span within, const Memory& memory, Draft& draft) {
  name::Phrase phrase = around.phrases().before(within);
  draft.new_indicator = !phrase.empty();
  return phrase.empty() ? memory.indicator : phrase;
}

Span from_clause_start(const Figure& figure, std::uint32_t end) {
  return {figure.left.start, end};
}

/// 全省 in 居全省第一, 福建省各设区市 in 居福建省各设区市首位.
std::u16string ranked_among(const Surroundings& around, Span span) {
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

}  // namespace

bool rank(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  if (figure.quantity->shape != Shape::ordinal) return false;
  const Token* word = around.last(figure.left, WordClass::rank_word);
  if (!word) word = around.last(figure.left, WordClass::range_word);  // 升至全国第二
  const char16_t last = around.text(figure.quantity->span).back();
  const bool names_place = last == u'位' || last == u'名';  // 第2位
  if (!word && !names_place) return false;
  const std::uint32_t end = word ? word->span.start : figure.quantity->outer.start;
  draft.indicator = wording_or_memory(around, from_clause_start(figure, end), memory, draft);
  draft.new_indicator = false;
  if (word) draft.reference = ranked_among(around, {word->span.end, figure.quantity->outer.start});
  draft.measure = Measure::rank;
  return true;
}

bool gap(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  if (quantity.shape == Shape::ordinal || quantity.shape == Shape::doubling || around.is_count(quantity))
    return false;
  const Token* word = around.last(figure.left, WordClass::gap_word);
  if (!word) return false;
  Span other{word->span.end, quantity.outer.start};  // 高于全省平均增速23个百分点
  std::uint32_t end = word->span.start;
  bool compares = !around.only_light(other);
  if (!compares) {  // 比全省平均水平高出5个百分点
    const std::u16string_view before = around.text({figure.left.start, word->span.start});
    const std::size_t than = before.find_last_of(u"比较");
    compares = than != std::u16string_view::npos;
    if (compares) {
      end = figure.left.start + static_cast<std::uint32_t>(than);
      other = {end + 1, word->span.start};
    }
  }
  const bool in_points = around.is_points(quantity) || around.is_ratio(quantity);
  if (!in_points && !compares) return false;  // 高于500万元 alone is a bound
  draft.indicator = wording_or_memory(around, from_clause_start(figure, end), memory, draft);
  draft.new_indicator = false;
  draft.reference = around.reference(other);
  draft.sign = around.word(*word).direction < 0 ? -1 : 1;
  draft.measure = Measure::gap;
  return true;
}

bool contribution(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  if (!around.is_points(quantity) && !around.is_ratio(quantity)) return false;
  // 涨幅中翘尾因素达到了3.7个百分点: an indicator that is itself a part of a rate.
  if (const Token* part = around.last(figure.left, WordClass::indicator);
      part && around.is_points(quantity) && around.only_light({part->span.end, quantity.outer.start}) &&
      around.page().knowledge.indicator(part->entry.index).dimension == "point") {
    draft.indicator = around.phrases().named(part->span);
    draft.measure = Measure::contribution;
    return true;
  }
  const Token* word = around.last(figure.left, WordClass::contribution_word);
  if (!word) {
    draft.indicator = around.phrases().before(figure.left);  // 科技进步贡献率提高到60%
    draft.measure = Measure::contribution;
    return draft.indicator.text.ends_with(u"贡献率");
  }
  const bool is_rate = around.text(word->span) == u"贡献率";
  if (!is_rate && !around.is_points(quantity)) return false;  // 带动投资增长6.5% is a growth
  std::uint32_t end = word->span.start;
  if (is_rate) {  // 对全市工业增长贡献率达84.7%
    const std::u16string_view before = around.text({figure.left.start, word->span.start});
    if (const std::size_t to = before.rfind(u'对'); to != std::u16string_view::npos) {
      end = figure.left.start + static_cast<std::uint32_t>(to);
      std::uint32_t whole_end = word->span.start;
      if (const Token* verb = around.last({end, whole_end}, WordClass::growth_verb))
        whole_end = verb->span.start;
      draft.reference = std::u16string(around.text({end + 1, whole_end}));
    } else {
      end = word->span.end;  // 科技进步贡献率 is a name of its own
    }
  } else {  // 拉动全市增长20.8个百分点, 影响价格总水平下降约0.08个百分点
    const Token* verb = around.last({word->span.end, quantity.outer.start}, WordClass::growth_verb);
    const Token* basis = around.first({word->span.end, quantity.outer.start}, WordClass::growth_basis);
    const std::uint32_t whole_end = basis  ? basis->span.start
                                    : verb ? verb->span.start
                                           : quantity.outer.start;
    draft.reference = std::u16string(around.text({word->span.end, whole_end}));
    // 对全县工业增加值增长贡献率达41%，拉动全县增长3个百分点: the whole is the one just named.
    if (!memory.last_group.empty() && memory.last_group.back().measure == Measure::contribution &&
        memory.last_group.back().reference.starts_with(draft.reference))
      draft.reference = memory.last_group.back().reference;
    const bool falls = around.word(*word).direction < 0 || (verb && around.word(*verb).direction < 0);
    draft.sign = falls ? -1 : 1;
  }
  draft.indicator = wording_or_memory(around, from_clause_start(figure, end), memory, draft);
  draft.measure = Measure::contribution;
  return true;
}

bool completion(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  if (!around.is_ratio(quantity) || quantity.shape == Shape::doubling) return false;
  const std::u16string_view left = around.text(figure.left);
  const std::size_t done = left.rfind(u"完成");
  const bool says_done = done != std::u16string_view::npos;
  const Token* plan = around.last(figure.left, WordClass::completion_word);
  if (plan && around.last({plan->span.end, quantity.outer.start}, WordClass::growth_verb) == nullptr) {
    const bool linked =
        around.text({plan->span.end, quantity.outer.start}).find(u'的') != std::u16string_view::npos;
    if (!says_done && !linked) return false;
    // 完成建会目标任务的271.4%: what stands between is the indicator; in 占年度预算的72%, before 占.
    std::uint32_t owner_end = plan->span.start;
    if (const Token* of = around.last({figure.left.start, owner_end}, WordClass::share_word))
      owner_end = of->span.start;
    name::Phrase phrase = around.phrases().before({figure.left.start, owner_end});
    if (phrase.text.starts_with(u"年度")) phrase.text.erase(0, 2);
    if (phrase.empty() && says_done) {
      phrase =
          around.phrases().before({figure.left.start, figure.left.start + static_cast<std::uint32_t>(done)});
    }
    draft.new_indicator = false;
    draft.indicator = phrase.empty() ? memory.indicator : phrase;
    draft.reference = std::u16string(around.text(plan->span));
    draft.measure = Measure::completion;
    return true;
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
  const Token* verb = around.last(figure.left, WordClass::growth_verb);
  if (verb && around.only_light({verb->span.end, figure.quantity->outer.start})) return false;
  const name::Phrase phrase = around.phrases().before(figure.left);
  const std::u16string_view words = phrase.text;
  if (!words.ends_with(u"比重") && !words.ends_with(u"比例") && !words.ends_with(u"占比")) return false;
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

}  // namespace

bool share(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  if (!around.is_ratio(quantity) || quantity.shape == Shape::doubling) return false;
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

  const Token* of = around.first(figure.left, WordClass::share_word);  // 占 … 的比重
  std::uint32_t end = of->span.start;
  const bool starts_with_of = around.text(of->span).ends_with(u'占') || around.text(of->span) == u"占到";
  if (starts_with_of) {
    const std::uint32_t whole_end = word != of ? word->span.start : quantity.outer.start;
    draft.reference = around.reference({of->span.end, whole_end});
    // 占全市规模以上工业比重: the words behind the place belong to the whole.
    std::u16string whole(around.text({of->span.end, whole_end}));
    while (!whole.empty() && (whole.back() == u'的' || is_space(whole.back()))) whole.pop_back();
    if (whole.size() <= 20) draft.reference = whole;
    // 占当月CPI同比涨幅: the time is no part of the whole.
    if (draft.reference.starts_with(u"当月") || draft.reference.starts_with(u"当年"))
      draft.reference.erase(0, 2);
  } else {
    draft.reference = memory.share_whole;
  }
  draft.indicator = wording_or_memory(around, from_clause_start(figure, end), memory, draft);
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

bool share_granted(const Surroundings& around, const Figure& figure, const Memory&, Draft& draft) {
  const Quantity& quantity = *figure.quantity;
  if (!around.is_ratio(quantity) || quantity.shape != Shape::amount || figure.left.empty()) return false;
  const bool of_left = around.text(figure.left).back() == u'的';
  const bool of_right = !figure.right.empty() && around.text(figure.right).front() == u'的';
  const std::u16string_view right = around.text({figure.right.start, figure.clause.end});
  const std::size_t give = right.find(u"给予");
  if (of_left && give != std::u16string_view::npos) {
    draft.indicator = around.phrases().after(
        {figure.right.start + static_cast<std::uint32_t>(give) + 2, figure.clause.end}, false);
  } else if (of_right && around.text(figure.left).find(u"给予") != std::u16string_view::npos) {
    draft.indicator =
        around.phrases().after({figure.right.start + 1, figure.right.end}, figure.another_follows);
  } else {
    return false;
  }
  draft.reference = around.phrases().before(figure.left).text;
  draft.measure = Measure::share;
  return !draft.indicator.empty();
}

bool multiple(const Surroundings& around, const Figure& figure, const Memory& memory, Draft& draft) {
  const bool times = around.is_times(*figure.quantity);
  const std::u16string_view left = around.text(figure.left);
  std::size_t verb = left.rfind(u"相当于");
  std::size_t other = verb + 3;
  if (verb == std::u16string_view::npos) {
    // 是, 为 and 达到 compare only where the other side follows: 达到农业投资的3.4倍, but 增速为3倍.
    if (!times || !left.ends_with(u'的')) return false;
    for (const std::u16string_view is : {u"是", u"为", u"达到"}) {
      const std::size_t at = left.rfind(is);
      if (at == std::u16string_view::npos || (verb != std::u16string_view::npos && at < verb)) continue;
      verb = at;
      other = at + is.size();
    }
    if (verb == std::u16string_view::npos) return false;
  }
  if (!times && !around.is_ratio(*figure.quantity)) return false;
  const auto start = figure.left.start;
  draft.indicator = wording_or_memory(
      around, from_clause_start(figure, start + static_cast<std::uint32_t>(verb)), memory, draft);
  draft.reference =
      around.reference({start + static_cast<std::uint32_t>(other), figure.quantity->outer.start});
  draft.measure = times ? Measure::multiple : Measure::share;
  return !draft.indicator.empty();
}

}  // namespace mujun::bind
