// What holds of whatever is read, be the input as hostile as it likes. A target reads and then asks; what
// does not hold stops the process, which is how the fuzzer learns of it.
#pragma once

#include <string>
#include <string_view>

#include "compute/progress.hpp"
#include "model/fact_table.hpp"
#include "read/pipeline.hpp"

namespace mujun::fuzz {

/// Stops the process, naming what should have held.
void require(bool holds, std::string_view what);

/// Of a page's facts, notices and articles: spans lie on the page and slice back to the table's text, values
/// are finite, periods are ordered, texts are UTF-8, a part's total is an earlier fact.
void check_reading(const PageView& page, const Reading& reading);

/// Whether two readings say the same, where the second one's page has `by` characters more before it.
void check_same(const Reading& reading, const Reading& other, std::uint32_t by);

/// Reads the text again and again and checks all of it:
/// - a second reading says the same, also from memory of another width;
/// - behind empty lines the facts are the same, that much further on;
/// - what is derived, audited and compared with targets is finite or null, and its bounds are in order.
void check_page(std::u32string_view text, const PageContext& context);

/// The scanners see a sentence at a time: numbers, periods and words of a folded text, cut at its sentence
/// ends and joined again with their places moved on, are those of the whole.
void check_cut_and_joined(const Folded& folded);

/// A period's ends are in order.
void check_period(const Period& period);

}  // namespace mujun::fuzz
