// What is computed from panels. Each gives a new panel with units; where a formula has no answer the cell is
// masked and says why. Unlike periods and dimensions throw InputError by name.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compute/panel.hpp"

namespace mujun::compute {

/// Growth in % over a panel of an earlier period of the same kind (同比, 环比).
Panel growth(const Panel& now, const Panel& base);

/// These columns per 亩 of the column `by`, in 元/亩 or unit/亩, called 亩均….
Panel per_mu(const Panel& panel, const std::vector<std::string>& columns, std::string_view by);

/// In % of a row or a column; without a label, of the sum of each column.
Panel share(const Panel& panel, std::optional<std::string_view> of);

enum class ContributionKind { rate, points };
/// 贡献率 in %, or 拉动 in points: what each part has to do with the growth of the whole, a row or a column.
Panel contribution(const Panel& now, const Panel& base, std::string_view whole, ContributionKind kind);

/// In % of the row `base`, or of another panel.
Panel index_to(const Panel& panel, std::string_view base);
Panel index_to(const Panel& panel, const Panel& base);

/// How far each figure is above the row `reference`, or above another panel's; of rates, in points.
Panel gap(const Panel& panel, std::string_view reference);
Panel gap(const Panel& panel, const Panel& reference);

}  // namespace mujun::compute
