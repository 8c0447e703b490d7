// A printed share, completion or contribution against the figures that it is of.
#include "compute/calendar.hpp"
#include "compute/check.hpp"
#include "compute/growth.hpp"
#include "compute/wording.hpp"

namespace mujun::compute {
namespace {

using knowledge::WordClass;

Reckoned share_of(const FactView& facts, const Figure& part, const Figure& whole) {
  return {.value = Share()(part.value, facts.value_in(whole, part.unit)),
          .bounds = Share()(part.bounds, facts.bounds_in(whole, part.unit)),
          .from = {&part, &whole},
          .formula = shown(part) + " ÷ " + shown(whole)};
}

/// The nearest figure of what a reference names: by its wording, or by its code.
const Figure* named(const FactView& facts, const Figure& of, Measure measure, std::string_view name) {
  if (const Figure* found = facts.nearest(of, measure, name)) return found;
  const std::string_view code = facts.code_of(name);
  return code.empty() ? nullptr : facts.nearest_by_code(of, measure, code);
}

/// As the words for one's own place have it; empty where the code is none of a region.
std::string_view level_of(std::string_view region_code) {
  if (region_code.size() != 6) return {};
  if (region_code.ends_with("0000")) return "province";
  return region_code.ends_with("00") ? "prefecture" : "county";
}

/// 全市规模以上工业增加值 without 全市, where that is the figure's own region; nothing where it is another's.
std::optional<std::string> of_own_region(const FactView& facts, const Figure& figure) {
  const std::u16string words = to_utf16(figure.reference);
  const auto match = facts.knowledge().lexicon().longest(words, 0, WordClass::subject_word);
  if (!match) return std::string(figure.reference);
  if (facts.knowledge().word(match->entry.index).value != level_of(figure.region_code)) return std::nullopt;
  return to_utf8(std::u16string_view(words).substr(match->length));
}

}  // namespace

void check_shares(const FactView& facts, Checks& out) {
  for (const Figure& share : facts.figures()) {
    if (share.measure != Measure::share || share.reference.empty() || !is_checkable(share)) continue;
    const Figure* part = facts.nearest(share, Measure::level);
    const Figure* whole = named(facts, share, Measure::level, share.reference);
    if (part == nullptr || whole == nullptr || part == whole || part->base_unit != whole->base_unit) continue;
    if (!is_checkable(*part) || !is_checkable(*whole) || whole->value <= 0 || part->is_percent()) continue;
    out.push_back(compare("share", share, share_of(facts, *part, *whole), "占比"));
  }
}

void check_completions(const FactView& facts, Checks& out) {
  for (const Figure& completion : facts.figures()) {
    if (completion.measure != Measure::completion || !is_checkable(completion)) continue;
    const Figure* done = facts.nearest(completion, Measure::level);
    if (done == nullptr || !is_checkable(*done) || !done->period.end) continue;
    Figure sought = *done;
    sought.status = Status::target;
    sought.period = year_of(done->period);
    const Figure* plan = facts.nearest(sought, Measure::level);
    if (plan == nullptr || !is_checkable(*plan) || plan->value <= 0 || plan->base_unit != done->base_unit)
      continue;
    out.push_back(compare("completion", completion, share_of(facts, *done, *plan), "完成率"));
  }
}

void check_contributions(const FactView& facts, Checks& out) {
  for (const Figure& pull : facts.figures()) {
    if (pull.measure != Measure::contribution || !pull.in_points() || !is_checkable(pull)) continue;
    const Figure* rate = facts.nearest(pull, Measure::contribution);
    if (rate == nullptr || !rate->is_percent() || !is_checkable(*rate)) continue;
    const auto name = of_own_region(facts, *rate);
    const Figure* whole = name ? named(facts, *rate, Measure::growth, *name) : nullptr;
    if (whole == nullptr || !is_checkable(*whole)) continue;
    Reckoned points{.value = rate->value * whole->value / 100,
                    .bounds = rate->bounds / 100 * whole->bounds,
                    .from = {rate, whole},
                    .formula = shown(*rate) + " × " + shown(*whole)};
    out.push_back(compare("contribution", pull, std::move(points), "拉动"));
  }
}

}  // namespace mujun::compute
