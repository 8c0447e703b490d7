// A page's bytes → its text → facts.
#include "fuzz/input.hpp"
#include "fuzz/invariants.hpp"
#include "read/decode/decode.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace mujun;
  const std::string_view bytes = fuzz::as_bytes(data, size);
  // The first byte chooses: the encoding is to be found out, or it is given.
  const auto names = decode::encodings();
  const std::size_t chosen = bytes.empty() ? 0 : data[0] % (2 * names.size());
  const std::string_view name = chosen < names.size() ? "" : names[chosen - names.size()];
  const auto decoded = decode::decode(bytes.substr(bytes.empty() ? 0 : 1), name);
  fuzz::require(decoded.has_value(), "the encodings that are listed can be read");
  for (const Notice& notice : decoded->notices) {
    fuzz::require(notice.span.end <= decoded->text.size(), "a notice's place lies on the page");
    fuzz::require(!notice.byte_offset || *notice.byte_offset < size, "broken bytes lie on the page");
  }
  for (const char32_t c : decoded->text) {
    fuzz::require(c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF), "a page's text is of characters");
  }
  fuzz::check_page(decoded->text, {});
  return 0;
}
