#include "read/scan/scan.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

#include "read/scan/quantity/quantity.hpp"
#include "read/scan/starts.hpp"

namespace mujun::scan {

Scan scan(const Folded& page, const knowledge::Knowledge& knowledge, Notices& notices) {
  const Starts starts = find_starts(page.text, knowledge);
  std::vector<PeriodMention> periods = find_periods(page.text, knowledge, starts.periods);
  std::vector<Span> taken;
  for (const PeriodMention& period : periods) taken.push_back(period.span);
  Notices in_copy;
  std::vector<Quantity> quantities = find_quantities(page.text, knowledge, taken, starts.quantities, in_copy);
  // 零部件, 零距离: nothing is counted.
  std::erase_if(quantities, [](const Quantity& q) { return q.chinese && q.high.mantissa == 0; });
  for (const Notice& notice : in_copy) notices.push_back({notice.code, page.to_page(notice.span)});
  const auto behind_periods = static_cast<std::ptrdiff_t>(taken.size());
  for (const Quantity& quantity : quantities) taken.push_back(quantity.outer);
  std::ranges::inplace_merge(taken, taken.begin() + behind_periods, {}, &Span::start);
  std::vector<WordMention> words = find_words(page.text, knowledge, taken, starts.words);
  const std::size_t size = page.text.size();
  return {{std::move(periods), size}, {std::move(quantities), size}, {std::move(words), size}};
}

}  // namespace mujun::scan
