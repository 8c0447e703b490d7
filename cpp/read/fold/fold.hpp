// The matching copy of a page: width and compatibility forms folded, Traditional turned to Simplified, damage
// put right, glosses, markup and invisible characters left out. The page itself is never rewritten;
// Folded::origin leads back to it.
#pragma once

#include "knowledge/knowledge.hpp"
#include "model/notice.hpp"
#include "model/text.hpp"

namespace mujun::fold {

/// Folds the page once, in time linear in its length. The knowledge base decides where a character's word
/// turns it, where a stray space stands inside a word (亩 均税收), and whether a repair gives words. Notices
/// say what was damaged.
Folded fold(const PageView& page, const knowledge::Knowledge& knowledge, Notices& notices);
/// Of a word or figure by itself, which has nobody to notice.
Folded fold(const PageView& page, const knowledge::Knowledge& knowledge);

}  // namespace mujun::fold
