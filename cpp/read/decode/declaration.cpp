#include "read/decode/declaration.hpp"

#include <algorithm>
#include <cctype>

namespace mujun::decode {
namespace {

constexpr std::size_t head_size = 4096;

bool is_name_byte(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == ':' || c == '.';
}

/// The value behind `key` and an equals sign within `tag`; quotes and spaces around it are no part of it.
std::optional<Declaration> value_of(std::string_view tag, std::string_view key) {
  for (std::size_t at = tag.find(key); at != std::string_view::npos; at = tag.find(key, at + 1)) {
    std::size_t i = at + key.size();
    const auto skip = [&](std::string_view these) {
      while (i < tag.size() && these.find(tag[i]) != std::string_view::npos) ++i;
    };
    skip(" \t\r\n");
    if (i == tag.size() || tag[i] != '=') continue;
    ++i;
    skip(" \t\r\n\"'");
    const std::size_t first = i;
    while (i < tag.size() && is_name_byte(tag[i])) ++i;
    if (i > first) return Declaration{tag.substr(first, i - first), first};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Declaration> find_declaration(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, head_size);
  std::string lower(head);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  });
  for (std::size_t open = lower.find('<'); open != std::string::npos; open = lower.find('<', open + 1)) {
    const std::string_view rest = std::string_view(lower).substr(open);
    const bool is_xml = rest.starts_with("<?xml");
    if (!is_xml && !rest.starts_with("<meta")) continue;
    const std::string_view tag = rest.substr(0, rest.find('>'));
    if (const auto found = value_of(tag, is_xml ? "encoding" : "charset")) {
      const std::size_t byte = open + found->byte;
      return Declaration{head.substr(byte, found->name.size()), byte};
    }
  }
  return std::nullopt;
}

}  // namespace mujun::decode
