#include "read/name/dateline.hpp"

#include <algorithm>

namespace mujun::name {

std::optional<Day> publication_day(const layout::Layout& layout, const scan::Scan& scan) {
  // It stands above the text; a date behind that is another article's, or the crawler's.
  const auto line = std::find_if(layout.lines.begin(), layout.lines.end(), [](const layout::Line& l) {
    return l.kind == layout::LineKind::dateline || l.kind == layout::LineKind::prose;
  });
  if (line == layout.lines.end() || line->kind != layout::LineKind::dateline) return std::nullopt;
  for (const scan::PeriodMention& mention : scan.periods) {
    if (!line->span.contains(mention.span) || !mention.year || mention.first_day == 0) continue;
    const auto period = scan::resolve(mention, std::nullopt, std::nullopt);
    if (period && period->end) return period->end;
  }
  return std::nullopt;
}

}  // namespace mujun::name
