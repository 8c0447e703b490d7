// Targets against what was done: the project service card (项目服务卡).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "compute/fact_view.hpp"
#include "knowledge/knowledge.hpp"
#include "model/column.hpp"
#include "model/fact_table.hpp"
#include "model/period.hpp"

namespace mujun::compute {

/// One row a target. `completion` and `elapsed` are in %; `state` is ahead, on_track, behind or done, or null
/// where nothing tells.
struct ProgressTable {
  StringColumn page, indicator, indicator_code, subject, measure, period;
  Column<std::int32_t> period_start, period_end;
  Column<double> target, actual;
  StringColumn unit;
  Column<double> completion, elapsed;
  StringColumn state;
  Column<std::int32_t> as_of;
  ListColumn facts;
  Column<float> confidence;

  std::size_t size() const { return confidence.values.size(); }

  static constexpr std::array<std::string_view, 9> nullable{"indicator_code", "subject",    "target",
                                                            "actual",         "completion", "elapsed",
                                                            "state",          "as_of",      "period_start"};

  template <class Table, class Visit>
  static void each_column(Table& table, Visit&& visit) {
    visit("page", table.page);
    visit("indicator", table.indicator);
    visit("indicator_code", table.indicator_code);
    visit("subject", table.subject);
    visit("measure", table.measure);
    visit("period", table.period);
    visit("period_start", table.period_start);
    visit("period_end", table.period_end);
    visit("target", table.target);
    visit("actual", table.actual);
    visit("unit", table.unit);
    visit("completion", table.completion);
    visit("elapsed", table.elapsed);
    visit("state", table.state);
    visit("as_of", table.as_of);
    visit("facts", table.facts);
    visit("confidence", table.confidence);
  }
};

struct ProgressOptions {
  std::optional<Day>
      as_of;             // later figures are left out; without it each target is seen on its figure's own day
  double tolerance = 5;  // how many points ahead of or behind the elapsed share is still on track
};

/// Targets meet the latest figure of the same indicator, subject and unit that was reached within the
/// target's time, on whichever page. A target for a day counts from the first of January. Rates (growths,
/// shares, figures in %) are compared as they stand, amounts and counts in proportion to the time gone; for a
/// known stock only the end tells. Where less is better (能耗, a target of falling), more than the target is
/// behind. Completions that a page prints without a target are rows of their own.
ProgressTable progress(const FactTable& facts, const Documents& documents, const ProgressOptions& options,
                       const knowledge::Knowledge& knowledge);

}  // namespace mujun::compute
