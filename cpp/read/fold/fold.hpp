// The matching copy of a page: width and compatibility forms folded, Traditional turned to Simplified,
// glosses and invisible characters left out. The page itself is never rewritten; Folded::origin leads back to
// it.
#pragma once

#include "knowledge/knowledge.hpp"
#include "model/text.hpp"

namespace mujun::fold {

/// Folds the page once, in time linear in its length. The knowledge base decides where a stray space stands
/// inside a word (亩 均税收).
Folded fold(const PageView& page, const knowledge::Knowledge& knowledge);

}  // namespace mujun::fold
