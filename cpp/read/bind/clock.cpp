// When: the period last spoken of, carried on and dropped at the right place.
#include <algorithm>

#include "read/bind/rules.hpp"

namespace mujun::bind {
namespace {

constexpr int days_of_a_wide_period = 360;

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
    if (heard_ && heard_->article != line->article) year_.reset();
    const std::optional<Period> period = scan::resolve(mention, page_.published, year_);
    if (!period || period->empty()) {
      const bool relative = mention.relative_year || mention.last_years || mention.now;
      missed_anchor_ = missed_anchor_ || (relative && !page_.published);
      continue;
    }
    const bool names_year = mention.year || mention.relative_year || mention.end_year;
    if (names_year && period->end) year_ = period->end->year();
    const bool wide = period->start && period->end &&
                      period->end->since_epoch - period->start->since_epoch >= days_of_a_wide_period;
    heard_ = Heard{*period,
                   mention.shape,
                   line->paragraph,
                   line->article,
                   wide || mention.shape == scan::PeriodShape::since,
                   mention.span};
  }
}

Period Clock::when(const Surroundings&, const Draft& draft, const layout::Sentence& sentence, bool stock) {
  hear(draft.figure->quantity->span.start);
  if (draft.period) {
    return stock && draft.period->start ? Period{std::nullopt, draft.period->end} : *draft.period;
  }
  if (!heard_) return {};
  const layout::Line& line = page_.layout.lines[sentence.line];
  if (heard_->article != line.article) return {};
  if (heard_->paragraph != line.paragraph && !heard_->wide) return {};
  Period period = heard_->period;
  if (stock) period.start.reset();
  return period;
}

}  // namespace mujun::bind
