// What a page says of its own encoding, in its markup.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mujun::decode {

struct Declaration {
  std::string_view name;  // as written
  std::size_t byte = 0;   // where it stands
};

/// <?xml … encoding="…"?>, <meta charset="…"> or <meta … content="text/html; charset=…"> near the page's
/// start. In plain text there is none, whatever words it holds.
std::optional<Declaration> find_declaration(std::string_view bytes);

}  // namespace mujun::decode
