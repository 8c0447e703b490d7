#include "read/fold/tables.hpp"

#include <algorithm>

namespace mujun::fold {

std::u16string_view expansion_of(char16_t unit) {
  const auto found = std::ranges::lower_bound(expansions, unit, {}, &Expansion::unit);
  return found != expansions.end() && found->unit == unit ? found->text : std::u16string_view();
}

}  // namespace mujun::fold
