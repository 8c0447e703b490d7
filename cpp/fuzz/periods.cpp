// A text → periods, found in it, resolved against every kind of anchor, and read as a whole.
#include "fuzz/input.hpp"
#include "fuzz/invariants.hpp"
#include "read/fold/fold.hpp"
#include "read/scan/period/period.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mujun;
  const auto knowledge = knowledge::Knowledge::builtin();
  const std::u32string page = fuzz::to_utf32(fuzz::as_bytes(data, size));
  const Folded folded = fold::fold(PageView(page), *knowledge);
  const std::optional<Day> anchors[] = {std::nullopt, Day::of(2019, 5, 10), Day::of(2020, 2, 29),
                                        Day::of(1, 1, 1), Day::of(9999, 12, 31)};
  const std::optional<int> years[] = {std::nullopt, 2017};
  std::uint32_t done = 0;
  for (const scan::PeriodMention& mention : scan::find_periods(folded.text, *knowledge)) {
    fuzz::require(
        mention.span.start >= done && !mention.span.empty() && mention.span.end <= folded.text.size(),
        "periods are in order and lie on the page");
    done = mention.span.end;
    for (const auto& anchor : anchors) {
      for (const auto& year : years) {
        if (const auto period = scan::resolve(mention, anchor, year)) fuzz::check_period(*period);
      }
    }
  }
  for (const auto& anchor : anchors) {
    const auto period = scan::parse_period(folded.text, *knowledge, anchor);
    if (period) fuzz::check_period(*period);
  }
  fuzz::check_cut_and_joined(folded);
  return 0;
}
