#include "read/name/dateline.hpp"

#include <algorithm>

namespace mujun::name {

namespace {

constexpr std::size_t longest_mark = 6;  // 发布时间: and a space

}  // namespace

std::optional<Day> publication_day(std::u16string_view text, const layout::Layout& layout,
                                   const scan::Scan& scan) {
  // It stands above the text; a date behind that is another article's, or the crawler's.
  const auto line = std::find_if(layout.lines.begin(), layout.lines.end(), [](const layout::Line& l) {
    return l.kind == layout::LineKind::dateline || l.kind == layout::LineKind::prose;
  });
  if (line == layout.lines.end() || line->kind != layout::LineKind::dateline) return std::nullopt;
  std::optional<Day> day;
  for (const scan::PeriodMention& mention : scan.periods.within(line->span)) {
    if (!mention.year || mention.first_day == 0) continue;
    const auto period = scan::resolve(mention, std::nullopt, std::nullopt);
    if (!period || !period->end) continue;
    // 成文日期：2018-11-06　发布日期：2018-11-08
    const std::u16string_view before = text.substr(line->span.start, mention.span.start - line->span.start);
    const std::size_t told = before.rfind(u"发布");
    const bool as_published = told != std::u16string_view::npos && before.size() - told <= longest_mark;
    if (as_published || !day) day = period->end;
    if (as_published) break;
  }
  return day;
}

}  // namespace mujun::name
