// Names that no scanned word ends: listed firms, makers, areas beyond the country.
#pragma once

#include <vector>

#include "read/name/organisation.hpp"
#include "read/name/subject.hpp"

namespace mujun::name {

/// In order.
std::vector<Subject> unscanned_names(const Folded& page, const scan::Scan& scan,
                                     const OrganisationReader& organisations,
                                     const knowledge::Knowledge& knowledge);

}  // namespace mujun::name
