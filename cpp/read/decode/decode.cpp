#include "read/decode/decode.hpp"

#include <algorithm>

#include "read/decode/declaration.hpp"
#include "read/decode/encoding.hpp"
#include "read/decode/found_out.hpp"

namespace mujun::decode {
namespace {

// Bytes speak against the encoding that a page declares where another reads better by this much.
constexpr double telling_margin = 0.5;

/// An encoding, and whether what was given or declared turned out to be another.
struct Choice {
  const Encoding* encoding;
  bool against_claim = false;
};

/// The claim where it reads well, or as well as any other encoding would.
Choice borne_out(const Encoding* claim, std::string_view bytes) {
  if (claim != nullptr && merit(*claim, bytes) >= reads_well) return {claim};
  const Encoding& found = found_out(bytes);
  if (claim == nullptr) return {&found, merit(found, bytes) != 0.0};
  const bool is_worse = merit(found, bytes) > merit(*claim, bytes) + telling_margin;
  return is_worse ? Choice{&found, true} : Choice{claim};
}

Choice choose(std::string_view bytes, const std::optional<Declaration>& declared) {
  const Encoding* marked = marked_encoding(bytes);
  const Encoding* claim = declared ? find_encoding(declared->name) : nullptr;
  if (marked != nullptr) return {marked, declared && claim != marked};
  return declared ? borne_out(claim, bytes) : Choice{&found_out(bytes)};
}

/// As the caller says; a byte order mark only tells which of the two UTF-16s it is.
Choice as_given(const Encoding* given, std::string_view bytes) {
  const Encoding* marked = marked_encoding(bytes);
  if (marked != nullptr && marked != given) {
    const bool both_utf16 = marked->name.starts_with("utf-16") && given->name.starts_with("utf-16");
    return both_utf16 ? Choice{marked} : Choice{given, true};
  }
  return {given, borne_out(given, bytes).against_claim};
}

}  // namespace

std::vector<std::string_view> encodings() {
  std::vector<std::string_view> names;
  for (const Encoding& encoding : all_encodings()) names.push_back(encoding.name);
  return names;
}

std::optional<Decoded> decode(std::string_view bytes, std::string_view encoding) {
  const Encoding* given = find_encoding(encoding);
  if (given == nullptr && !encoding.empty()) return std::nullopt;
  const std::optional<Declaration> declared = given == nullptr ? find_declaration(bytes) : std::nullopt;
  const Choice choice = given == nullptr ? choose(bytes, declared) : as_given(given, bytes);

  Decoded out{.text = {}, .encoding = std::string(choice.encoding->name), .notices = {}};
  const std::size_t mark = bytes.starts_with(choice.encoding->mark) ? choice.encoding->mark.size() : 0;
  out.text.reserve(bytes.size() / 2);
  append_text(*choice.encoding, bytes.substr(mark), mark, out.text, out.notices);
  if (choice.against_claim) {
    Notice notice{NoticeCode::wrong_declaration, {}, std::nullopt};
    if (declared) {
      const auto place = [&](std::size_t byte) {
        std::u32string before;
        Notices broken;
        append_text(*choice.encoding, bytes.substr(mark, byte - mark), mark, before, broken);
        return static_cast<std::uint32_t>(std::min(before.size(), out.text.size()));
      };
      notice.span = {place(declared->byte), place(declared->byte + declared->name.size())};
      notice.byte_offset = declared->byte;
    }
    out.notices.insert(out.notices.begin(), notice);
  }
  return out;
}

}  // namespace mujun::decode
