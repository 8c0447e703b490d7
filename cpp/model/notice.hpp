// What a stage has to say about a page: never an exception, always a place.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/text.hpp"

namespace mujun {

/// One line of meaning each; a test shows that each is reachable.
enum class NoticeCode : std::uint8_t {
  undecodable_bytes,  // bytes that are no text in the page's encoding; U+FFFD stands in their place
  wrong_declaration,  // the encoding that was given or declared is not the one of the bytes
  repaired_text,      // text once read in a wrong encoding, of which matching reads what it was
  damaged_text,       // text of which a part is lost; what is lost is not invented
  no_anchor,  // 今年, 去年 … stand on the page and no publication date is known: their periods stay null
  inferred_period,      // an undated report: its periods were inferred from when the page was published
  uneven_list,          // a 分别 list with more or fewer values than names
  unowned_value,        // a quantity with a unit for which no indicator could be read
  ambiguous_region,     // a short name that several regions bear
  number_out_of_range,  // a number with more than 18 digits
};

/// `span` is in the page's code points (for undecodable_bytes: of the decoded text).
struct Notice {
  NoticeCode code;
  Span span;
  std::optional<std::size_t> byte_offset = std::nullopt;  // in the page's bytes, where the notice is of bytes
};

std::vector<NoticeCode> all_notice_codes();
/// snake_case name, as Python sees it.
std::string_view name_of(NoticeCode code);
/// One sentence for a person.
std::string_view meaning_of(NoticeCode code);

using Notices = std::vector<Notice>;

}  // namespace mujun
