#include "read/scan/starts.hpp"

#include <array>
#include <cstdint>
#include <utility>

#include "read/scan/numeral/signs.hpp"
#include "read/scan/period/words.hpp"
#include "read/scan/words.hpp"

namespace mujun::scan {
namespace {

constexpr unsigned period = 1, quantity = 2, word = 4;

/// What can start with a character without a word of the lexicon: 2018年, 第一季度, 前7个月, “九五”, '96年;
/// 3.5亿元, 几百户, 首位, 翻一番. Told by its last twelve bits, so that the table stays in the processor's
/// nearest cache; a character that shares them with one of these may start the same, which does no harm.
class StartingCharacters {
 public:
  StartingCharacters() {
    mark(u"0123456789〇○零一二两三四五六七八九十第前头'‘’\"“「『", period);
    mark(u"0123456789几数第倒首榜前翻每半", quantity);
    for (std::size_t c = 0; c < signs.size(); ++c) {
      const auto character = static_cast<char16_t>(c);
      if (sign_of(character).kind != Sign::Kind::none) mark({&character, 1}, quantity);
    }
  }
  unsigned started_by(char16_t c) const { return slots_[c % slots_.size()]; }

 private:
  void mark(std::u16string_view characters, unsigned what) {
    for (const char16_t c : characters) {
      std::uint8_t& slot = slots_[c % slots_.size()];
      slot = static_cast<std::uint8_t>(slot | what);
    }
  }
  std::array<std::uint8_t, 4096> slots_{};
};

}  // namespace

Starts find_starts(std::u16string_view text, const knowledge::Knowledge& knowledge) {
  const knowledge::Lexicon& lexicon = knowledge.lexicon();
  static const StartingCharacters by_character;
  std::uint16_t next = lexicon.code_of(text, 0);
  auto [periods, quantities, words] = place_sets<3>(text.size(), [&](std::size_t at) {
    const std::uint16_t code = std::exchange(next, lexicon.code_of(text, at + 1));
    const knowledge::ClassMask classes = lexicon.may_start(code, next);
    return by_character.started_by(text[at]) | ((classes & time_words) != 0 ? period : 0U) |
           ((classes & scanned_words) != 0 ? word : 0U);
  });
  return {std::move(periods), std::move(quantities), std::move(words)};
}

}  // namespace mujun::scan
