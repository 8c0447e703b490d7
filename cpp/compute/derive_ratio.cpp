// From the two figures that a ratio of the knowledge base is of.
#include <unordered_map>

#include "compute/derivation.hpp"
#include "compute/growth.hpp"
#include "compute/wording.hpp"

namespace mujun::compute {
namespace {

/// The ratios of an indicator: 亩均税收 and 单位能耗税收 of 税收.
using Ratios = std::unordered_multimap<std::string_view, const knowledge::Indicator*>;

Ratios ratios_by_numerator(const FactView& facts) {
  Ratios ratios;
  for (const auto& indicator : facts.knowledge().indicators()) {
    if (!indicator.numerator.empty()) ratios.emplace(indicator.numerator, &indicator);
  }
  return ratios;
}

/// Visits each figure of this measure with each ratio that it is the numerator of, and the nearest figure of
/// the ratio's denominator for the same subject and period.
template <class Visit>
void each_ratio(const FactView& facts, Measure measure, Visit visit) {
  const Ratios ratios = ratios_by_numerator(facts);
  for (const Figure& above : facts.figures()) {
    if (above.measure != measure || above.code.empty() || !is_usable(above)) continue;
    const auto [first, last] = ratios.equal_range(above.code);
    for (auto ratio = first; ratio != last; ++ratio) {
      const Figure* below = facts.nearest_by_code(above, measure, ratio->second->denominator);
      if (below != nullptr && is_usable(*below)) visit(*ratio->second, above, *below);
    }
  }
}

Derivation of_ratio(std::string_view kind, const knowledge::Indicator& ratio, const Figure& above,
                    const Figure& below) {
  Derivation derived = derivation(kind, above);
  derived.indicator = to_utf8(ratio.name);
  derived.code = ratio.code;
  derived.from = {&above, &below};
  return derived;
}

constexpr std::string_view mu = "亩";

}  // namespace

void derive_per_mu(const FactView& facts, Derivations& out) {
  each_ratio(facts, Measure::level, [&](const auto& ratio, const Figure& total, const Figure& area) {
    if (!ratio.dimension.ends_with("/area") || area.base_unit != "平方米" || area.value <= 0) return;
    const Factor in_mu = conversion(area.unit, mu);
    Derivation per_mu = of_ratio("per_mu", ratio, total, area);
    per_mu.unit = std::string(total.unit) + "/" + std::string(mu);
    per_mu.value = total.value / in_mu(area.value);
    per_mu.bounds = total.bounds / in_mu(area.bounds);
    per_mu.formula = shown(total) + " ÷ " + shown(area);
    out.push_back(std::move(per_mu));
  });
}

void derive_ratio_growth(const FactView& facts, Derivations& out) {
  each_ratio(facts, Measure::growth, [&](const auto& ratio, const Figure& above, const Figure& below) {
    // Growths at constant prices say nothing of a share, which is at current ones.
    if (ratio.kind == "share" || above.basis != below.basis || above.basis == Basis::none ||
        below.value <= -100)
      return;
    Derivation growth = of_ratio("ratio_growth", ratio, above, below);
    growth.value = RatioGrowth()(above.value, below.value);
    growth.bounds = RatioGrowth()(above.bounds, below.bounds);
    const auto factor = [](const Figure& figure) {
      return "(1" + std::string(figure.value < 0 ? " − " : " + ") + shown_size(figure) + ")";
    };
    growth.formula = factor(above) + " ÷ " + factor(below) + " − 1";
    out.push_back(std::move(growth));
  });
}

}  // namespace mujun::compute
