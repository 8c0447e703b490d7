// Everything the scanners find on a page, each kind in order of place.
#pragma once

#include <vector>

#include "model/notice.hpp"
#include "model/quantity.hpp"
#include "read/scan/period/period.hpp"
#include "read/scan/words.hpp"

namespace mujun::scan {

struct Scan {
  std::vector<PeriodMention> periods;
  std::vector<Quantity> quantities;
  std::vector<WordMention> words;
};

Scan scan(const Folded& page, const knowledge::Knowledge& knowledge, Notices& notices);

}  // namespace mujun::scan
