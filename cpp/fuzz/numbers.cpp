// A text → numerals and quantities.
#include <cmath>

#include "fuzz/input.hpp"
#include "fuzz/invariants.hpp"
#include "read/fold/fold.hpp"
#include "read/scan/numeral/numeral.hpp"
#include "read/scan/quantity/quantity.hpp"

namespace {

using namespace mujun;

void check_numbers(Decimal low, Decimal high, Decimal last_digit) {
  fuzz::require(std::isfinite(low.to_double()) && std::isfinite(high.to_double()), "a number is finite");
  fuzz::require(std::isfinite(last_digit.to_double()) && last_digit.mantissa >= 0, "so is its last digit");
}

void check_numeral(std::u16string_view text, std::size_t at) {
  const auto numeral = scan::read_numeral(text, at);
  if (!numeral) return;
  fuzz::require(numeral->span.start == at && numeral->span.end > at && numeral->span.end <= text.size(),
                "a numeral starts where it is read and ends on the page");
  fuzz::require(numeral->low.to_double() <= numeral->high.to_double(), "a numeral's ends are in order");
  check_numbers(numeral->low, numeral->high, numeral->last_digit);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto knowledge = knowledge::Knowledge::builtin();
  const std::u32string page = fuzz::to_utf32(fuzz::as_bytes(data, size));
  const Folded folded = fold::fold(PageView(page), *knowledge);
  for (std::size_t at = 0; at < folded.text.size(); ++at) check_numeral(folded.text, at);
  Notices notices;
  std::uint32_t done = 0;
  for (const Quantity& quantity : scan::find_quantities(folded.text, *knowledge, {}, notices)) {
    fuzz::require(quantity.outer.start >= done && quantity.outer.contains(quantity.span) &&
                      quantity.outer.end <= folded.text.size() && !quantity.span.empty(),
                  "quantities are in order and lie on the page");
    check_numbers(quantity.low, quantity.high, quantity.last_digit);
    done = quantity.outer.end;
  }
  fuzz::check_cut_and_joined(folded);
  return 0;
}
