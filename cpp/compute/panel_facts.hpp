// The fact table made a panel.
#pragma once

#include <optional>
#include <string>

#include "compute/fact_view.hpp"
#include "compute/panel.hpp"
#include "compute/panel_pivot.hpp"

namespace mujun::compute {

/// Which facts, and what their rows and columns are.
struct PanelQuery {
  std::string index;    // subject, region_code, indicator, indicator_code, reference, page or period
  std::string columns;  // another of them
  std::optional<Period> period;
  std::string measure;
  std::string status;
  Conflict conflict = Conflict::raise;
  float confidence = 0;  // facts below it are masked
};

/// A stock belongs to every period that ends on its day. Where neither rows nor columns are periods, all
/// facts must be of one; where neither are indicators, subjects or references, each column must be of one,
/// and always of one basis. Throws InputError naming what is unlike. Periods as labels are written as in
/// panel_period.hpp.
Panel panel_of(const FactView& facts, const PanelQuery& query);

}  // namespace mujun::compute
