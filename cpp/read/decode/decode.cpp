#include "read/decode/decode.hpp"

#include <algorithm>
#include <array>
#include <cctype>

namespace mujun::decode {
namespace {

constexpr char32_t replacement = 0xFFFD;

Decoded decode_utf8(std::string_view bytes) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  Decoded out;
  out.text.reserve(bytes.size() / 2);
  for (Utf8Reader reader(bytes); !reader.done();) {
    const std::optional<char32_t> c = reader.next();
    if (!c) {
      const auto at = static_cast<std::uint32_t>(out.text.size());
      out.notices.push_back({NoticeCode::undecodable_bytes, {at, at + 1}});
    }
    out.text.push_back(c.value_or(replacement));
  }
  return out;
}

/// One encoding: a new one is one more row.
struct Decoder {
  std::string_view name;
  Decoded (*decode)(std::string_view bytes);
};

constexpr std::array decoders{Decoder{"utf-8", decode_utf8}};

/// Names are compared by their letters and digits: UTF-8, utf8 and utf_8 are one.
std::string plain(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c))) {
      out.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
  }
  return out;
}

const Decoder* find(std::string_view name) {
  const auto at = std::ranges::find(decoders, plain(name), [](const Decoder& d) { return plain(d.name); });
  return at == decoders.end() ? nullptr : at;
}

}  // namespace

std::vector<std::string_view> encodings() {
  std::vector<std::string_view> names;
  for (const Decoder& decoder : decoders) names.push_back(decoder.name);
  return names;
}

std::optional<Decoded> decode(std::string_view bytes, std::string_view encoding) {
  const Decoder* decoder = encoding.empty() ? &decoders.front() : find(encoding);
  if (decoder == nullptr) return std::nullopt;
  Decoded out = decoder->decode(bytes);
  out.encoding = decoder->name;
  return out;
}

}  // namespace mujun::decode
