// The encodings that pages come in, each with its names and its decoder.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/notice.hpp"

namespace mujun::decode {

struct Encoding {
  std::string_view name;     // as Document.encoding says it
  std::string_view aliases;  // further names, plain (see find_encoding) and parted by spaces
  const char* converter;     // ICU's name
  std::string_view mark;     // its byte order mark, which is no text
};

std::span<const Encoding> all_encodings();

/// By any of its names; letters and digits count, so UTF-8, utf8 and utf_8 are one. Null where there is none.
const Encoding* find_encoding(std::string_view name);

/// The encoding whose byte order mark the bytes begin with, or null.
const Encoding* marked_encoding(std::string_view bytes);

/// Appends the text of `bytes` (without any mark), U+FFFD and a notice for each stretch that is none.
/// `first_byte` is where `bytes` begins in the page.
void append_text(const Encoding& encoding, std::string_view bytes, std::size_t first_byte,
                 std::u32string& text, Notices& notices);

}  // namespace mujun::decode
