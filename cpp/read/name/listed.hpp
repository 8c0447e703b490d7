// Firms that a page names with their code at an exchange: 台积电(2330), 海纳股份(股票代码：600001).
#pragma once

#include <vector>

#include "read/name/organisation.hpp"

namespace mujun::name {

/// The names, without their codes, in order; of those that open a clause or stand in a list that does.
std::vector<Span> find_listed(const Folded& page, const OrganisationReader& organisations,
                              const knowledge::Knowledge& knowledge);

}  // namespace mujun::name
