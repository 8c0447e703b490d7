// The words around a period expression: what stands before it (截至, 比, 近) and behind it (以来, 之前,
// 相比).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "knowledge/knowledge.hpp"
#include "read/scan/period/period.hpp"
#include "read/scan/period/words.hpp"

namespace mujun::scan {

struct BoundBefore {
  std::uint32_t start;
  PeriodWord word;
};

/// The longest bound that ends right before `at`. Looking back from an expression spares looking for bounds
/// where no expression follows, which is nearly everywhere.
std::optional<BoundBefore> bound_before(std::u16string_view text, std::uint32_t at,
                                        const knowledge::Knowledge& knowledge);

/// The end of a lookalike that starts before `at` and reaches into it (安全年 over 全年); no_place where
/// there is none.
std::uint32_t lookalike_over(std::u16string_view text, std::uint32_t at,
                             const knowledge::Knowledge& knowledge);

/// Reads the words on both sides into the mention, whose span is the expression's own; the span grows by what
/// was read, to the left not beyond `free`.
void read_bounds(std::u16string_view text, std::uint32_t free, const knowledge::Knowledge& knowledge,
                 PeriodMention& mention);

}  // namespace mujun::scan
