#include "read/bind/when/clock.hpp"

#include <algorithm>

#include "read/bind/status/tense.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;

constexpr int days_of_a_wide_period = 360;
constexpr int last_month_of_looking_back = 2, first_month_looked_back_to = 10;

}  // namespace

bool is_of_several_years(const Period& period) {
  return period.start && period.end && period.start->year() < period.end->year();
}

bool is_one_day(const Period& period) {
  return !period.start || *period.start == *period.end;
}

bool is_wide(const Period& period) {
  return period.start && period.end &&
         period.end->since_epoch - period.start->since_epoch >= days_of_a_wide_period;
}

/// 全年进出口增长8%, in a page of July: what the year will have brought nobody knows yet.
bool Clock::is_of_whole_year_ahead(const When& when) const {
  constexpr int last_month_for_year = 6, last_month_for_whole_year = 10;
  if (!when.mention || when.told != Told::beside || !is_wide(when.period)) return false;
  const bool whole = page_.folded.view(when.mention->span).ends_with(u"全年");
  if (when.mention->relative_year.value_or(0) > 0) return true;  // 明年, though the page came out in it
  const int last_month = whole ? last_month_for_whole_year : when.mention->year ? last_month_for_year : 0;
  return when.mention->shape == scan::PeriodShape::over && page_.published->month() <= last_month &&
         when.period.start->year() == page_.published->year() && !is_of_several_years(when.period);
}

/// 12月份 or 1-11月 in a page of January; 1-9月 in one of May, which cannot tell of this September.
bool Clock::is_last_of_the_year_before(const When& when) const {
  const bool ends_ahead = page_.published && when.period.end && *when.period.end > *page_.published;
  if (!ends_ahead || !when.mention) return false;
  const scan::PeriodMention& mention = *when.mention;
  const bool bare_months = mention.first_month > 0 && !mention.year && !mention.relative_year;
  const int month = page_.published->month(), last = when.period.end->month();
  const bool just_past = month <= last_month_of_looking_back && last >= first_month_looked_back_to;
  // Of a quarter that is not over, the coming months are spoken of; 1-9月 tells of months that are.
  const bool begun = when.period.start && *when.period.start <= *page_.published && mention.first_month == 1;
  return bare_months && (just_past || (begun && last > month));
}

/// What this year has brought, a report on 1-9月 tells up to the end of September; else up to the page's day.
std::optional<Day> Clock::known_up_to(const When& when, const layout::Sentence& sentence) const {
  const std::uint32_t article = page_.layout.lines[sentence.line].article;
  const bool reports = lead_ && lead_->article == article && first_ && first_->article == article &&
                       *first_->period.end < *page_.published && *lead_->period.end < *page_.published &&
                       *lead_->period.start == Day::of(page_.published->year(), 1, 1);
  const bool of_now = when.mention && when.mention->now;
  return reports && !of_now ? lead_->period.end : page_.published;
}

bool Clock::said_in(Span clause) const {
  return last_ && clause.contains(last_->span) && last_->mention->shape == scan::PeriodShape::over &&
         last_->period.start;
}

/// 2月20日，…集中签约。此次签约项目21个: of the day that was spoken of, and so is what follows.
void Clock::recall_event(const Draft& draft, const layout::Sentence& sentence) {
  constexpr std::uint32_t reach = 400;
  const layout::Line& line = page_.layout.lines[sentence.line];
  const std::uint32_t at = draft.figure->quantity->span.start;
  if (!event_ || event_->article != line.article || at - event_->span.end > reach) return;
  if (last_ && sentence.span.contains(last_->span)) return;
  if (!page_.knowledge.holds(page_.folded.view({draft.figure->clause.start, at}), WordClass::event_word))
    return;
  topic_ = event_;
  topic_->passage = line.passage;
}

Period Clock::years_of_average(const Draft& draft, const layout::Sentence& sentence, Period last_year) const {
  const int last = last_year.end->year();
  const Day end = Day::of(last, 12, 31);
  // 1982年为270元，1987年提高到463元，平均每年增长8.6%: the first year told is the base.
  for (const name::Token& token :
       page_.tokens.within({sentence.span.start, draft.figure->quantity->span.start})) {
    if (token.kind != name::TokenKind::period) continue;
    const scan::PeriodMention& mention = page_.scan.periods[token.index];
    if (mention.year && *mention.year < last) return {Day::of(*mention.year + 1, 1, 1), end};
  }
  const Review* review = review_at(draft, sentence);
  return review && review->years.end == end ? review->years : last_year;
}

When Clock::when(const Draft& draft, const layout::Sentence& sentence, bool stock) {
  hear(draft.figure->quantity->span.start);
  // 注: what a note adds, and what follows it, stands outside the report.
  if (page_.folded.view(page_.layout.lines[sentence.line].span).starts_with(u"注:")) background_.reset();
  recall_event(draft, sentence);
  When when = carried(draft, sentence);
  const Review* review = review_at(draft, sentence);
  if (when.told == Told::nowhere && review) {
    when.period = reviewed(*review, around_, draft, stock);
    if (!when.period.empty()) when.told = review->named ? Told::on_page : Told::by_season;
  } else if (when.told != Told::beside && lies_ahead(when.period) &&
             around_.text(draft.figure->clause).find(u'已') != std::u16string_view::npos) {
    // 预计7月验收。区块已完成50%: done by now, whatever was said to come.
    when = {{std::nullopt, page_.published}, Told::on_page, nullptr};
  } else if (is_wide(when.period) && !is_of_several_years(when.period) && is_average(around_, draft)) {
    when.period = years_of_average(draft, sentence, when.period);
  } else if (is_of_several_years(when.period) && !draft.is_start && was_reached(around_, draft)) {
    // 五年来由130亿元扩大到300亿元, 财政收入突破12亿元大关: reached in the last year.
    when.period.start = Day::of(when.period.end->year(), 1, 1);
  }
  fit(draft, sentence, stock, when);
  return when;
}

/// 去年同期为1058家: the figure is what others compare with.
bool Clock::is_of_year_before(const Draft& draft) const {
  if (draft.measure != Measure::level) return false;
  if (!page_.tokens.may_hold(draft.figure->left, name::TokenKind::period)) return false;
  const auto before = page_.tokens.within(draft.figure->left);
  const auto said = std::find_if(before.rbegin(), before.rend(),
                                 [](const name::Token& t) { return t.kind == name::TokenKind::period; });
  if (said == before.rend()) return false;
  const scan::PeriodMention& mention = page_.scan.periods[said->index];
  return mention.shape == scan::PeriodShape::base && mention.same_period && mention.relative_year == -1 &&
         around_.only_light({said->span.end, draft.figure->quantity->outer.start});
}

/// 二期厂房正在打桩，总投资5亿元: what one project has is of no time; 项目12个，总投资35亿元 is of theirs.
bool Clock::is_of_one_site(const Draft& draft, const layout::Sentence& sentence) const {
  constexpr std::uint32_t reach = 60;
  if (draft.measure != Measure::level || draft.period) return false;
  const auto entries = page_.knowledge.lexicon().entries_of(draft.indicator.text);
  const auto names_site = [](knowledge::EntryRef entry) {
    return entry.word_class == WordClass::site_figure;
  };
  if (std::ranges::none_of(entries, names_site)) return false;
  // 完成投资50亿元 is what a period brought.
  const name::Token* verb = page_.tokens.ending_at(draft.indicator.span.start);
  if (verb && verb->is(WordClass::level_verb)) return false;
  const std::uint32_t at = draft.figure->quantity->span.start;
  const Span before{std::max(sentence.span.start, at - std::min(at, reach)), at};
  return std::ranges::none_of(page_.tokens.within(before), [&](const name::Token& token) {
    if (token.kind == name::TokenKind::quantity) return around_.is_count(page_.scan.quantities[token.index]);
    return token.kind == name::TokenKind::period && draft.figure->clause.contains(token.span);
  });
}

When Clock::settle(const Draft& draft, const layout::Sentence& sentence, bool stock, Status& status) {
  if (status == Status::threshold) return {};
  When settled = when(draft, sentence, stock);
  if (stock && !draft.indicator.indicator && said_in(draft.figure->clause))
    settled = when(draft, sentence, false);
  if (draft.year_before || is_of_year_before(draft))
    settled.period = settled.period.months_before(months_a_year);
  if (is_after_completion(around_, draft, sentence) || is_of_one_site(draft, sentence)) settled.period = {};
  Period& period = settled.period;
  if (status == Status::actual && is_last_of_the_year_before(settled))
    period = period.months_before(months_a_year);
  if (draft.of_whole_year && period.start && period.end && !is_of_several_years(period)) {
    period.start = Day::of(period.end->year(), 1, 1);
    period.end = Day::of(period.end->year(), 12, 31);
  }
  // 力争全年…, on a page that reports on last year: a plan is of the year that runs.
  const bool said_year = settled.mention && (settled.mention->year || settled.mention->relative_year) &&
                         !settled.mention->year_in_context;
  const bool is_past_plan =
      status == Status::target && (draft.among_goals || plans(around_, draft, sentence)) && page_.published &&
      period.end && !draft.is_start && period.end->year() + 1 == page_.published->year();
  if (is_past_plan && (!said_year || settled.told != Told::beside))
    period = period.months_before(-months_a_year);
  // 1-5月，引进资金41亿元。今年以来客商增多。…产业资金到位28亿元: as far as the report goes.
  const bool since_new_year = settled.mention && settled.mention->shape == scan::PeriodShape::since &&
                              settled.mention->relative_year == 0 && settled.told != Told::beside;
  if (since_new_year && page_.published && period.end == page_.published)
    period.end = known_up_to(settled, sentence);
  const bool is_behind_page = page_.published && period.end && *period.end > *page_.published;
  if (status != Status::actual || !is_behind_page) return settled;
  if (is_of_whole_year_ahead(settled) && !tells_of_past(around_, draft, sentence)) {
    status = Status::target;
    return settled;
  }
  // 到2015年五年累计, but not 连续5年 of the page's own year.
  const bool later_year = period.end->year() > page_.published->year();
  const scan::PeriodMention* said = settled.mention;
  const bool counts_back = said && said->last_years && (!said->of_clause || later_year);
  if (lies_ahead(period) || counts_back || (!period.start && later_year)) {
    status = Status::target;
  } else {
    period.end = known_up_to(settled, sentence);
  }
  return settled;
}

}  // namespace mujun::bind
