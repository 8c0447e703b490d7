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
  Notices notices;       // one for each stretch of bytes that is no text; U+FFFD stands there
};

/// The encodings that can be read.
std::vector<std::string_view> encodings();

/// Any bytes give a text. `encoding` is a name as people write it (utf-8, UTF8); empty: found out from the
/// bytes. Nothing where the name is none of encodings().
std::optional<Decoded> decode(std::string_view bytes, std::string_view encoding);

}  // namespace mujun::decode
