#include "read/fold/gbk_table.hpp"

#include <string>

#include "read/decode/encoding.hpp"

namespace mujun::fold {
namespace {

constexpr unsigned first_lead = 0x81, last_lead = 0xFE;
constexpr unsigned first_trail = 0x40, last_trail = 0xFE;

constexpr char32_t replacement = 0xFFFD;

constexpr bool is_private(char32_t c) {
  return c >= 0xE000 && c < 0xF900;
}

}  // namespace

const GbkTable& GbkTable::instance() {
  static const GbkTable table;
  return table;
}

GbkTable::GbkTable() {
  const decode::Encoding& gbk = *decode::find_encoding("gbk");
  for (unsigned lead = first_lead; lead <= last_lead; ++lead) {
    std::string lines;  // a pair a line, so that pairs without a character lead no other astray
    for (unsigned trail = first_trail; trail <= last_trail; ++trail) {
      lines += {static_cast<char>(lead), static_cast<char>(trail), '\n'};
    }
    std::u32string text;
    Notices unassigned;
    decode::append_text(gbk, lines, 0, text, unassigned);
    unsigned trail = first_trail;
    for (std::size_t i = 0; i < text.size(); ++i, ++trail) {
      const std::size_t line_end = text.find(U'\n', i);
      if (line_end == i + 1 && text[i] <= 0xFFFF && text[i] != replacement && !is_private(text[i])) {
        const auto c = static_cast<char16_t>(text[i]);
        characters_[(lead & 0x7F) << 8 | trail] = c;
        bytes_[c] = static_cast<std::uint16_t>(lead << 8 | trail);
      }
      i = line_end;
    }
  }
}

}  // namespace mujun::fold
