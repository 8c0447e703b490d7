#include "model/notice.hpp"

#include <array>
#include <cstddef>

namespace mujun {
namespace {

struct Text {
  std::string_view name;
  std::string_view meaning;
};

constexpr std::array texts{
    Text{"undecodable_bytes",
         "These bytes are no text in the page's encoding; U+FFFD stands in their place."},
    Text{"wrong_declaration",
         "The encoding that was given or that the page declares is not the one of its bytes. What the page "
         "declares "
         "was passed over, what was given was used."},
    Text{"repaired_text",
         "This text was once read in a wrong encoding. The page is left as it is; what it must have said was "
         "read."},
    Text{"damaged_text", "A part of this text is lost, and it was read without it."},
    Text{"no_anchor",
         "The page speaks of this year or last year, and no publication date is known: those periods "
         "stay null. Give published=."},
    Text{"inferred_period",
         "The page names no time; its figures were given the year or the years that a report of its season "
         "looks back on. "
         "Check them."},
    Text{"uneven_list", "A list told respectively has more or fewer values than names."},
    Text{"unowned_value", "No indicator could be read for this quantity."},
    Text{"ambiguous_region", "Several regions bear this short name."},
    Text{"number_out_of_range", "This number has more than 18 digits and was not read."},
};
static_assert(texts.size() == static_cast<std::size_t>(NoticeCode::number_out_of_range) + 1);

}  // namespace

std::vector<NoticeCode> all_notice_codes() {
  std::vector<NoticeCode> codes;
  for (std::size_t code = 0; code < texts.size(); ++code) codes.push_back(static_cast<NoticeCode>(code));
  return codes;
}

std::string_view name_of(NoticeCode code) {
  return texts[static_cast<std::size_t>(code)].name;
}

std::string_view meaning_of(NoticeCode code) {
  return texts[static_cast<std::size_t>(code)].meaning;
}

}  // namespace mujun
