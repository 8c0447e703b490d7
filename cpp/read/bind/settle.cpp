#include "read/bind/settle.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "read/bind/status/demand.hpp"
#include "read/bind/status/tense.hpp"

namespace mujun::bind {

using knowledge::WordClass;
using name::Token;

void Settler::settle(const Draft& draft) {
  const bool in_table = draft.rule == "table_cell";
  if (draft.sentence != sentence_) enter(*draft.sentence, in_table);
  Fact& fact = facts_.emplace_back();
  const Quantity& quantity = *draft.figure->quantity;
  const layout::Line& line = page_.layout.lines[sentence_->line];
  fact.article = static_cast<std::int32_t>(line.article);
  fact.span = page_.folded.to_page(quantity.span);
  fact.evidence = page_.folded.to_page(draft.figure->clause);
  fact.indicator = to_utf8(draft.indicator.text);
  if (draft.indicator.indicator)
    fact.indicator_code = page_.knowledge.indicator(*draft.indicator.indicator).code;
  fact.measure = draft.measure;
  fact.basis = draft.basis;
  fact.reference = to_utf8(draft.reference);
  fact.rule = draft.rule;
  set_value(around_, draft, fact);
  const Who subject = who(around_, draft, *sentence_, last_owner_, article_owner_, names_);
  if (subject.said) last_owner_ = subject;
  if (subject.said && !in_table) article_owner_ = subject;
  fact.subject = to_utf8(subject.name);
  fact.region_code = subject.region_code;
  take_owner(draft, fact);
  if (subject.ambiguous) notices_.push_back({NoticeCode::ambiguous_region, fact.span});
  fact.status = status(around_, draft, *sentence_, kinds_[line.article].sets_rules);
  settle_bound(draft, line.article, fact);
  // 347.8亿元(预计，下同)
  const std::optional<std::uint32_t> expected = kinds_[line.article].expected_from;
  if (expected && sentence_->span.end > *expected && fact.status == Status::actual &&
      !around_.is_count(quantity))
    fact.status = Status::expected;
  // 今年的目标任务是： leads to a list, in lines of its own.
  if (draft.among_goals && fact.status == Status::actual && fact.measure != Measure::completion)
    fact.status = Status::target;
  const bool stock = is_stock(around_, draft, draft.number > 0 ? std::optional(was_stock_) : std::nullopt);
  const When when = clock_.settle(draft, *sentence_, stock, fact.status);
  fact.period = when.period;
  set_unsaid_basis(around_, draft, fact);
  if (when.told == Told::by_season) notice_inferred(line.article, fact.span);
  fact.entries = trail_.of(draft, subject.entry, when.mention);
  fact.confidence = confidence(draft, subject, when);
  fact.group = draft.group;
  set_parent(draft, fact);
  set_whole(draft);
  infer_whole(draft, fact);
  const bool counts_ranked = draft.rule == "counted_noun" && !draft.new_indicator;  // 在11个县市区中排第3位
  // 存款余额同比增长9.6%, known at a day: so is what is told of that growth.
  const bool at_a_day = fact.period.end && !fact.period.start &&
                        (fact.measure == Measure::growth || fact.measure == Measure::change);
  if (!counts_ranked) was_stock_ = stock || at_a_day;
}

std::vector<Fact> Settler::finish() {
  if (clock_.missed_anchor()) notices_.push_back({NoticeCode::no_anchor, {0, 0}});
  return std::move(facts_);
}

void Settler::enter(const layout::Sentence& sentence, bool in_table) {
  const layout::Line& line = page_.layout.lines[sentence.line];
  const layout::Sentence* before = std::exchange(sentence_, &sentence);
  among_.reset();
  if (in_table || line.passage != passage_) last_owner_.reset();
  if (line.article != article_) article_owner_.reset();
  passage_ = line.passage;
  article_ = line.article;
  if (!in_table) hear_topics(before, sentence);
}

/// 海达砍掉了低端生产线。上半年出口480万副: a sentence without a figure says whose the next one is.
void Settler::hear_topics(const layout::Sentence* before, const layout::Sentence& sentence) {
  constexpr std::ptrdiff_t reach = 4;  // sentences
  const layout::Sentence* first = page_.layout.sentences.data();
  const layout::Sentence* from = std::max(first, &sentence - std::min(reach, &sentence - first));
  if (before && before >= from && before < &sentence) from = before + 1;
  for (const layout::Sentence* silent = from; silent < &sentence; ++silent) {
    if (page_.layout.lines[silent->line].passage != passage_) continue;
    if (std::optional<Who> topic = topic_of(around_, *silent)) last_owner_ = std::move(topic);
  }
}

/// 税收达到10万元的，给予奖励: where rules are set, who reaches it has at least that.
void Settler::settle_bound(const Draft& draft, std::uint32_t article, Fact& fact) const {
  const std::u16string_view left =
      around_.text(draft.read_from.empty() ? draft.figure->left : draft.read_from);
  const bool reaches = left.ends_with(u"达到") || left.ends_with(u'达');
  const bool bounds = kinds_[article].sets_rules || fact.status == Status::threshold;
  if (bounds && fact.qualifier == Qualifier::exact && reaches && is_of_those(around_, draft))
    fact.qualifier = Qualifier::at_least;
}

/// 水河村210万元，龙塘村164万元，分别增长46%和29.7%: each growth is whose its amount is.
void Settler::take_owner(const Draft& draft, Fact& fact) const {
  const std::size_t row = facts_.size() - 1;
  if (draft.subject || !draft.owner_of || *draft.owner_of >= draft.number ||
      draft.number - *draft.owner_of > row)
    return;
  const Fact& told = facts_[row - (draft.number - *draft.owner_of)];
  fact.subject = told.subject;
  fact.region_code = told.region_code;
}

/// Once for an article.
void Settler::notice_inferred(std::uint32_t article, Span place) {
  if (inferred_in_ == article) return;
  inferred_in_ = article;
  notices_.push_back({NoticeCode::inferred_period, place});
}

/// 其中: what follows in the sentence is part of the last level before the word.
void Settler::set_parent(const Draft& draft, Fact& fact) {
  if (draft.measure != Measure::level) return;
  const Token* word =
      around_.last({sentence_->span.start, draft.figure->quantity->outer.start}, WordClass::list_word);
  if (word && around_.word(*word).value != "among") word = nullptr;
  if (word && !among_) among_ = last_level_;
  if (among_ && facts_[static_cast<std::size_t>(*among_)].unit == fact.unit) {
    fact.parent = among_;
  } else if (!among_) {
    last_level_ = static_cast<std::int32_t>(facts_.size()) - 1;
  }
}

/// 翘尾因素分别为1.2、0.9个百分点，占CPI同比涨幅的70%、60%: their share tells what the points are part of.
void Settler::set_whole(const Draft& share) {
  if (share.measure != Measure::share || share.reference.empty()) return;
  std::u16string_view whole = share.reference;
  if (whole.starts_with(u"当月") || whole.starts_with(u"当年")) whole.remove_prefix(2);
  const std::size_t row = facts_.size() - 1;
  for (std::size_t back = 1; back <= std::min(share.number, row); ++back) {
    Fact& fact = facts_[row - back];
    if (fact.measure == Measure::contribution && fact.reference.empty() &&
        fact.indicator == to_utf8(share.indicator.text))
      fact.reference = to_utf8(whole);
  }
}

namespace {

/// Whether the share, as far as it was rounded, is that of the part in the whole.
bool is_share_of(const Fact& share, const Fact& part, const Fact& whole) {
  if (whole.base_unit != part.base_unit || whole.base_value <= part.base_value || share.value_high)
    return false;
  constexpr double loosest = 0.03;  // of 近四成 and its like
  const double counted = 100 * part.base_value / whole.base_value;
  double rounded = part.precision / part.value + whole.precision / whole.value;
  if (share.qualifier != Qualifier::exact) rounded = std::max(rounded, loosest);
  return std::abs(share.value - counted) <= share.precision * (1 + 1e-9) + rounded * counted;
}

}  // namespace

/// 改造资金9.3亿元，其中社会资本7.8亿元，占83.9%: the whole is not said, but reckoning finds it; and where
/// the part has no value of its own, it is what stood before 其中.
void Settler::infer_whole(const Draft& share, Fact& fact) const {
  constexpr std::size_t reach = 8;  // facts
  if (share.measure != Measure::share || !fact.reference.empty() || share.rule == "table_cell") return;
  const std::size_t row = facts_.size() - 1;
  const Fact* part = nullptr;
  for (std::size_t back = 1; back <= std::min(reach, row); ++back) {
    const Fact& before = facts_[row - back];
    if (before.article != fact.article) return;
    if (before.measure != Measure::level) continue;
    if (!part && before.indicator == fact.indicator)
      part = &before;
    else if (part && is_share_of(fact, *part, before)) {
      fact.reference = before.indicator;
      return;
    }
  }
  const Token* word =
      around_.last({sentence_->span.start, share.figure->quantity->outer.start}, WordClass::list_word);
  const std::optional<std::int32_t> whole = among_ ? among_ : last_level_;
  const bool says_of = around_.last(share.figure->left, WordClass::share_word) != nullptr;
  if (!word || around_.word(*word).value != "among" || !whole || part || !says_of) return;
  const Fact& before = facts_[static_cast<std::size_t>(*whole)];
  if (before.article == fact.article && before.indicator != fact.indicator) fact.reference = before.indicator;
}

}  // namespace mujun::bind
