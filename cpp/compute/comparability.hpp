// What wordings say of figures when they are set against each other.
#pragma once

#include <string>
#include <string_view>

#include "compute/fact_view.hpp"
#include "knowledge/knowledge.hpp"

namespace mujun::compute {

/// Why a level, the level before and the printed growth of such an indicator may differ though all are right;
/// empty where the knowledge base knows no reason.
std::string why_growths_differ(std::string_view indicator, const knowledge::Knowledge& knowledge);
/// The same of two levels of one period.
std::string why_levels_differ(std::string_view indicator, const knowledge::Knowledge& knowledge);

/// Every project or firm has such a figure of its own (总投资): two of one place and period are not one
/// thing.
bool is_own_figure(const FactView& facts, const Figure& figure);

/// "year" for a plan of the whole year (年度计划), "pace" for what is due by now (序时进度), else empty.
std::string_view horizon_of_plan(std::string_view plan, const knowledge::Knowledge& knowledge);

}  // namespace mujun::compute
