#include "read/bind/clock.hpp"

#include <algorithm>

namespace mujun::bind {
namespace {

constexpr int days_of_a_wide_period = 360;
constexpr std::uint32_t reach_of_last_year = 16;

const layout::Line* line_at(const layout::Layout& layout, std::uint32_t at) {
  const auto line =
      std::upper_bound(layout.lines.begin(), layout.lines.end(), at,
                       [](std::uint32_t position, const layout::Line& l) { return position < l.span.end; });
  return line == layout.lines.end() || at < line->span.start ? nullptr : &*line;
}

}  // namespace

void Clock::hear(std::uint32_t up_to) {
  const auto& mentions = page_.scan.periods;
  for (; next_ < mentions.size() && mentions[next_].span.start < up_to; ++next_) {
    const scan::PeriodMention& mention = mentions[next_];
    if (mention.shape == scan::PeriodShape::base || mention.shape == scan::PeriodShape::clock) continue;
    const layout::Line* line = line_at(page_.layout, mention.span.start);
    if (!line || line->kind == layout::LineKind::furniture || line->kind == layout::LineKind::dateline)
      continue;
    if (last_ && last_->article != line->article) year_.reset();
    const std::optional<Period> period = scan::resolve(mention, page_.published, year_);
    if (!period || period->empty()) {
      const bool relative = mention.relative_year || mention.last_years || mention.now;
      missed_anchor_ = missed_anchor_ || (relative && !page_.published);
      continue;
    }
    // A whole year goes on, unless it lies ahead or is only looked back from (近三年, 2013年以来).
    const bool to_come = page_.published && period->end && period->end->year() > page_.published->year();
    const bool wide = mention.shape == scan::PeriodShape::over && !mention.last_years && !to_come &&
                      period->start && period->end &&
                      period->end->since_epoch - period->start->since_epoch >= days_of_a_wide_period;
    // 从上年的286亿元跃升至…: it is the start's alone.
    if (mention.span.start > 0 &&
        (page_.folded.text[mention.span.start - 1] == u'从' ||
         page_.folded.text[mention.span.start - 1] == u'由') &&
        is_followed_by_figure(mention)) {
      of_start_ = Heard{*period, line->paragraph, line->article, mention.span, &mention};
      continue;
    }
    // 在上年高位增长的基础上: last year is only looked back on where no figure of its own follows.
    if (is_aside(mention)) continue;
    const bool names_year = mention.year || mention.relative_year || mention.end_year;
    if (names_year && period->end) year_ = period->end->year();
    const Heard heard{*period, line->paragraph, line->article, mention.span, &mention};
    const bool one_day = !period->start || *period->start == *period->end;
    // Months that the article speaks of again are what it reports on.
    const bool again = months_ && months_->article == heard.article && months_->period == heard.period;
    if (wide || (again && !one_day && !mention.last_years)) {
      background_ = heard;
      topic_.reset();
    } else if (!one_day && is_topic(mention.span)) {
      topic_ = heard;
    }
    if (!one_day) months_ = heard;
    last_ = heard;
  }
}

bool Clock::is_followed_by_figure(const scan::PeriodMention& mention) const {
  const auto behind = page_.tokens.within({mention.span.end, mention.span.end + reach_of_last_year});
  return std::any_of(behind.begin(), behind.end(),
                     [](const name::Token& t) { return t.kind == name::TokenKind::quantity; });
}

bool Clock::is_aside(const scan::PeriodMention& mention) const {
  return page_.folded.view(mention.span) == u"上年" && !is_followed_by_figure(mention);
}

bool Clock::said_in(Span clause) const {
  return last_ && clause.contains(last_->span) && last_->mention->shape == scan::PeriodShape::over &&
         last_->period.start;
}

bool Clock::is_topic(Span mention) const {
  const auto& sentences = page_.layout.sentences;
  const auto next =
      std::upper_bound(sentences.begin(), sentences.end(), mention.start,
                       [](std::uint32_t at, const layout::Sentence& s) { return at < s.span.start; });
  if (next == sentences.begin()) return false;
  const auto before = page_.tokens.within({std::prev(next)->span.start, mention.start});
  return std::none_of(before.begin(), before.end(),
                      [](const name::Token& t) { return t.kind == name::TokenKind::quantity; });
}

Period Clock::when(const Draft& draft, const layout::Sentence& sentence, bool stock) {
  hear(draft.figure->quantity->span.start);
  Period period;
  mention_ = nullptr;
  if (draft.is_start && of_start_ && sentence.span.contains(of_start_->span)) {
    period = of_start_->period;
    mention_ = of_start_->mention;
  } else if (draft.period) {
    period = *draft.period;
  } else {
    const layout::Line& line = page_.layout.lines[sentence.line];
    const Heard* heard = nullptr;
    if (last_ && sentence.span.contains(last_->span)) {
      heard = &*last_;
    } else if (topic_ && topic_->article == line.article && topic_->paragraph == line.paragraph) {
      heard = &*topic_;
    } else if (background_ && background_->article == line.article) {
      heard = &*background_;
    }
    if (heard) {
      period = heard->period;
      mention_ = heard->mention;
    }
  }
  if (stock) period.start.reset();
  return period;
}

Period a_year_before(Period period) {
  const auto back = [](Day day) {
    const bool ends_month = day == Day::month_end(day.year(), day.month());
    return ends_month ? Day::month_end(day.year() - 1, day.month())
                      : Day::of(day.year() - 1, day.month(), day.day());
  };
  if (period.start) period.start = back(*period.start);
  if (period.end) period.end = back(*period.end);
  return period;
}

}  // namespace mujun::bind
