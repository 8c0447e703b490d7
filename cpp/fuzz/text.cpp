// A text → facts, and all that is computed of them.
#include "fuzz/input.hpp"
#include "fuzz/invariants.hpp"
#include "read/fold/fold.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mujun;
  const std::u32string text = fuzz::to_utf32(fuzz::as_bytes(data, size));
  // The size decides what the caller knows, so that an input is nothing but its text.
  PageContext context;
  if (size % 2 == 0) context.published = Day::of(2019, 5, 10);
  if (size % 3 == 0) context.subject = "路桥区";
  fuzz::check_page(text, context);
  fuzz::check_cut_and_joined(fold::fold(PageView(text), *knowledge::Knowledge::builtin()));
  return 0;
}
