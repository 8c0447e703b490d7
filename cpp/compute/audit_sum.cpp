// The parts of 其中 against their total.
#include <algorithm>
#include <map>

#include "compute/check.hpp"
#include "compute/wording.hpp"

namespace mujun::compute {
namespace {

bool is_part_of(const Figure& part, const Figure& total) {
  return part.measure == Measure::level && total.measure == Measure::level &&
         part.base_unit == total.base_unit && part.status == total.status && part.period == total.period &&
         is_checkable(part) && is_checkable(total);
}

/// 794家 + 965家
std::string terms(const Figures& parts) {
  std::string text;
  for (const Figure* part : parts) text += (text.empty() ? "" : " + ") + shown(*part);
  return text;
}

}  // namespace

void check_sums(const FactView& facts, Checks& out) {
  std::map<std::int64_t, Figures> parts_of;
  for (const Figure& part : facts.figures()) {
    if (part.parent && is_part_of(part, facts.at(*part.parent))) parts_of[*part.parent].push_back(&part);
  }
  for (auto& [row, parts] : parts_of) {
    const Figure& total = facts.at(row);
    double sum = 0;
    double precision = total.precision;  // of the finest term
    Interval bounds;
    for (const Figure* part : parts) {
      sum += facts.value_in(*part, total.unit);
      if (part->unit == total.unit) precision = std::min(precision, part->precision);
      bounds = bounds + facts.bounds_in(*part, total.unit);
    }
    const Interval whole = total.bounds;
    Check check{
        .kind = "sum",
        .of = &total,
        .ok = false,
        .expected = bounds,
        .found = total.value,
        .unit = total.unit,
        .facts = parts,
        .message = terms(parts) + (parts.size() > 1 ? " = " + shown(sum, precision, total.unit) : "")};
    if (bounds.overlaps(whole)) {
      check.ok = true;
      check.message += "，与总数" + shown(total) + "相符";
    } else if (bounds.low <= whole.high) {
      // The list is not complete: all it can show is that it is not more than the total.
      check.ok = std::nullopt;
      check.expected = Interval(bounds.low, Interval::everything().high);
      check.message += "，是总数" + shown(total) + "的一部分，所列不全，不作判断";
    } else {
      check.message += "，多于总数" + shown(total) + "；各项若不相互重叠，请核对原文";
    }
    check.facts.push_back(&total);
    out.push_back(std::move(check));
  }
}

}  // namespace mujun::compute
