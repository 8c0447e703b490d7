// A page's bytes as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/notice.hpp"

namespace mujun::decode {

struct Decoded {
  std::u32string text;
  std::string encoding;  // the one that was used, by its usual name
  Notices
      notices;  // one for each stretch of bytes that is no text (U+FFFD stands there), with its byte offset
};

/// The encodings that can be read.
std::vector<std::string_view> encodings();

/// Any bytes give a text. `encoding` is a name as people write it (utf-8, UTF8, gb2312); empty: the byte
/// order mark decides, else what the page declares where its bytes bear that out, else what they look like.
/// Nothing where the name is none that can be read.
std::optional<Decoded> decode(std::string_view bytes, std::string_view encoding);

}  // namespace mujun::decode
