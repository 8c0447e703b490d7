// Nouns that stand for a name given before: 该公司, 小镇 behind 吉利汽车小镇.
#pragma once

#include <vector>

#include "read/layout/layout.hpp"
#include "read/name/organisation.hpp"
#include "read/name/subject.hpp"

namespace mujun::name {

/// Adds to `mentions` (in order of place, and so they stay) each noun that opens a clause, or follows 该, and
/// whose name its article gave shortly before; one whose name is not found adds nothing. `places`: whom each
/// article is about.
void add_stand_ins(const Folded& page, const layout::Layout& layout, const scan::Scan& scan,
                   const knowledge::Knowledge& knowledge, const std::vector<Subject>& places,
                   std::vector<Subject>& mentions);

}  // namespace mujun::name
