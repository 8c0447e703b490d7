// Firms that are named by what they make, without 公司: 天鹰塑业, 芯驰半导体.
#pragma once

#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/text.hpp"
#include "read/name/organisation.hpp"
#include "read/scan/scan.hpp"

namespace mujun::name {

/// Where such names stand, in order. What they end with (the `products` of the page) is a branch of industry,
/// too (智能机械), so a name counts only where the page shows it to be a firm's: 企业 before it, its head
/// behind it, the year it came in; and then wherever it stands.
std::vector<Span> find_makers(const Folded& page, const std::vector<Span>& products, const scan::Scan& scan,
                              const OrganisationReader& organisations, const knowledge::Knowledge& knowledge);

}  // namespace mujun::name
