// What a figure without a time of its own is told of: the period that goes on to it.
#include <algorithm>

#include "read/bind/status/tense.hpp"
#include "read/bind/when/clock.hpp"

namespace mujun::bind {
/// Whether the sentence is the one behind that which spoke of the time.
bool Clock::follows_sentence_of(const Heard& heard, const layout::Sentence& sentence) const {
  const layout::Sentence* before = sentence_at(heard.span.start);
  return before && before + 1 != page_.layout.sentences.data() + page_.layout.sentences.size() &&
         (before + 1)->span == sentence.span;
}

/// 1-5月，增加值当月增长8.3%，累计增长12.6%: behind the month, all of them again.
bool Clock::tells_on_from_month(Span clause, const Draft& draft) const {
  if (!last_ || !lead_ || lead_->article != last_->article || !lead_->period.start || !last_->period.start)
    return false;
  const bool within = lead_->period.end == last_->period.end && *lead_->period.start < *last_->period.start;
  const Span before{clause.start, draft.figure->quantity->outer.start};
  return within && !clause.contains(last_->span) &&
         around_.text(before).find(u"累计") != std::u16string_view::npos;
}

When Clock::carried(const Draft& draft, const layout::Sentence& sentence) const {
  const Span clause = draft.figure->clause;
  if (draft.is_start && of_start_ && sentence.span.contains(of_start_->span))
    return {of_start_->period, Told::beside, of_start_->mention};
  if (draft.period) return {*draft.period, Told::beside, nullptr};
  const bool is_amount = draft.measure == Measure::growth || draft.measure == Measure::level;
  if (is_amount && of_clause_ && clause.contains(of_clause_->span))
    return {of_clause_->period, Told::beside, of_clause_->mention};
  if (tells_on_from_month(clause, draft)) return {lead_->period, Told::beside, lead_->mention};
  if (last_ && sentence.span.contains(last_->span)) return {last_->period, Told::beside, last_->mention};
  const layout::Line& line = page_.layout.lines[sentence.line];
  // 2023年末，共有法人单位9874个。其中批发和零售业2861个，占29%: known on that day, too.
  const bool counts = draft.measure == Measure::level && around_.is_count(*draft.figure->quantity) &&
                      !draft.indicator.starts_with_flow_verb && !draft.indicator.indicator;
  const bool of_count = draft.measure == Measure::share || draft.measure == Measure::rank;
  if ((counts || of_count) && day_ && last_ && day_->span == last_->span && day_->passage == line.passage &&
      follows_sentence_of(*day_, sentence))
    return {day_->period, Told::before, day_->mention};
  if (topic_ && topic_->article == line.article && topic_->passage == line.passage)
    return {topic_->period, Told::before, topic_->mention};
  // What a review tells without a date goes over all its years, though a figure before it was of the last.
  const Review* review = review_at(draft, sentence);
  const bool gives_way = review && review->named && background_ && !background_->opens &&
                         background_->period.end == review->years.end;
  if (background_ && background_->article == line.article && !gives_way) {
    const bool here = background_->passage == line.passage;
    return {background_->period, here ? Told::before : Told::on_page, background_->mention};
  }
  // 国庆假期(10月1日至7日)，接待游客312万人次: what the article began with, where it speaks of no other time.
  const bool is_price =
      draft.figure->quantity->unit.denominator != no_unit || draft.figure->quantity->is_range;
  const bool is_told_over =
      is_amount && (draft.indicator.indicator || draft.indicator.starts_with_flow_verb ||
                    draft.measure == Measure::growth || !draft.new_indicator);
  if (lead_ && lead_->article == line.article && !review && !is_price && is_told_over)
    return {lead_->period, Told::on_page, lead_->mention};
  if (review || is_price) return {};
  return of_report(draft, sentence);
}

/// 今年第一季度，经济平稳。…据统计，财政收入5.4亿元: what the article is about where it says no more; a
/// title's figures are of what stands first below it.
When Clock::of_report(const Draft& draft, const layout::Sentence& sentence) const {
  constexpr int longest_delay = 200;         // days from the end of what is reported on
  constexpr std::size_t most_mentions = 32;  // below a title
  const layout::Line& line = page_.layout.lines[sentence.line];
  const auto is_report = [&](const Period& period, const scan::PeriodMention& mention) {
    return mention.shape == scan::PeriodShape::over && period.start && period.end && !is_one_day(period) &&
           !is_of_several_years(period) && page_.published && *period.end <= *page_.published &&
           page_.published->since_epoch - period.end->since_epoch <= longest_delay;
  };
  if (first_ && first_->article == line.article) {
    if (is_report(first_->period, *first_->mention)) return {first_->period, Told::on_page, first_->mention};
    // 今年以来，镇里抓项目。今年上半年，完成投资10.7亿元: the latter is reported on.
    const bool leads = first_->mention->shape == scan::PeriodShape::since && lead_ &&
                       lead_->article == line.article && is_report(lead_->period, *lead_->mention);
    return leads ? When{lead_->period, Told::on_page, lead_->mention} : When{};
  }
  if (line.kind != layout::LineKind::title && line.kind != layout::LineKind::heading) return {};
  const Span below{draft.figure->quantity->span.end, page_.layout.articles[line.article].span.end};
  const auto mentions = page_.scan.periods.within(below);
  for (const scan::PeriodMention& mention : mentions.first(std::min(mentions.size(), most_mentions))) {
    const layout::Line* told = page_.layout.line_at(mention.span.start);
    if (!told || told->kind != layout::LineKind::prose) continue;
    const auto period = scan::resolve(mention, written_[line.article], std::nullopt);
    if (!period || !is_report(*period, mention)) return {};
    return {*period, Told::on_page, &mention};
  }
  return {};
}

const Review* Clock::review_at(const Draft& draft, const layout::Sentence& sentence) const {
  const std::optional<Review>& review = reviews_[page_.layout.lines[sentence.line].article];
  return review && review->span.contains(draft.figure->quantity->span) ? &*review : nullptr;
}

/// What moves, moves over a time; what is there is known at a day.
void Clock::fit(const Draft& draft, const layout::Sentence& sentence, bool stock, When& when) const {
  // 年末入园企业96家，带动规上工业增加值增长26.7%: what moves, moves over the year up to then.
  const bool moves = draft.measure == Measure::growth || draft.measure == Measure::contribution;
  const bool of_own_clause = when.mention && draft.figure->clause.contains(when.mention->span);
  if (moves && !stock && !of_own_clause && !when.period.start && when.period.end && when.mention &&
      !when.mention->now && !is_stock_indicator(around_, draft))
    when.period.start = Day::of(when.period.end->year(), 1, 1);
  // 1-11月，…。目前在库项目126个，其中民间投资增长2.8%: what moves, moves over what is reported on.
  const bool of_now = when.mention && when.mention->now && !of_own_clause;
  const bool reports = lead_ && lead_->article == page_.layout.lines[sentence.line].article;
  const bool shares = draft.measure == Measure::share && !stock;
  if ((moves || shares) && of_now && reports && !is_stock_indicator(around_, draft))
    when = {lead_->period, Told::before, lead_->mention};
  // 存款余额…。按可比口径计算，存款余额增长9.6%: as its level is, known at a day.
  const bool told_apart = when.told != Told::beside || draft.period;
  if (moves && !stock && !review_at(draft, sentence) && told_apart && is_stock_indicator(around_, draft))
    when.period.start.reset();
  // 到“十二五”末，生产总值达到25亿元: what is no stock is the last year's.
  const bool at_year_end = !when.period.start && when.period.end && when.mention && !when.mention->now &&
                           *when.period.end == Day::of(when.period.end->year(), 12, 31);
  if (at_year_end && when.told == Told::beside && !stock && !around_.is_count(*draft.figure->quantity) &&
      draft.indicator.indicator && (draft.measure == Measure::level || moves) &&
      !is_running_total(around_, draft) && !is_stock_indicator(around_, draft))
    when.period.start = Day::of(when.period.end->year(), 1, 1);
  if (stock || (when.told != Told::beside && !review_at(draft, sentence) && is_running_total(around_, draft)))
    when.period.start.reset();
}

}  // namespace mujun::bind
