#include "read/fold/mojibake.hpp"

#include <algorithm>

#include "model/characters.hpp"
#include "read/decode/familiarity.hpp"
#include "read/fold/tables.hpp"

namespace mujun::fold {
namespace {

constexpr char16_t replacement = 0xFFFD;
constexpr int least_gain = 5;
constexpr int word_bonus = 2;  // for each character in a word of the lexicon

/// What makes a reading believed. UTF-8 seldom reads by chance, so there a single character may do.
struct Standard {
  std::ptrdiff_t han;
  bool familiar;  // half of its characters, or more, must be everyday ones
};
constexpr Standard of_utf8{1, false};
constexpr Standard of_gbk{2, true};

bool is_latin(char32_t c) {
  return c >= 0xA1 && c <= 0xFF;
}
bool is_exclamation(char32_t c) {
  return c == U'!' || c == U'！';
}

/// Better Chinese than what the page says, by its characters and by the words it holds.
bool is_chinese(const Reading& reading, Standard standard, const knowledge::Lexicon& lexicon) {
  const std::u16string_view text = reading.text();
  const auto lost = std::ranges::count(text, replacement);
  const auto han = std::ranges::count_if(text, is_han);
  if (han < standard.han || lost > han) return false;
  if (standard.familiar && reading.familiarity() * 2 < static_cast<int>(text.size())) return false;
  std::u16string folded;
  for (const char16_t c : text) folded.push_back(form_of(c));
  int gain = reading.gain();
  for (std::size_t i = 0; i < folded.size() && gain < least_gain;) {
    const auto match = lexicon.longest(folded, i);
    const std::size_t length = match ? match->length : 1;
    if (length > 1) gain += word_bonus * static_cast<int>(length);
    i += length;
  }
  return gain >= least_gain;
}

/// 锟斤拷, which was lost before it came to be read in a wrong encoding, or ï»¿, a byte order mark.
bool is_no_text(const Reading& reading, std::size_t at) {
  return reading.end() >= at + 3 &&
         std::ranges::all_of(reading.text(), [](char16_t c) { return c == replacement || c == u'\uFEFF'; });
}

}  // namespace

bool Mender::may_begin(char16_t c) {
  const unsigned pair = gbk_bytes_of(c);
  return is_exclamation(c) || is_latin(c) || may_begin_utf8(pair >> 8, pair & 0xFF);
}

std::optional<Repair> Mender::repair(std::size_t at) {
  const char32_t c = page_[at];
  std::size_t& tried = is_exclamation(c) ? tried_as_shift_ : tried_as_bytes_;
  if (at < tried) return std::nullopt;
  const auto settle = [&](Reading reading, Standard standard) -> std::optional<Repair> {
    if (is_chinese(reading, standard, lexicon_) || is_no_text(reading, at)) return reading.take();
    tried = std::max(tried, reading.scanned());
    return std::nullopt;
  };
  if (is_exclamation(c)) return settle(read_shifted(page_, at), of_gbk);
  if (!is_latin(c)) return settle(read_gbk_as_utf8(page_, at), of_utf8);
  if (auto repair = settle(read_latin_as_utf8(page_, at), of_utf8)) return repair;
  return settle(read_latin_as_gbk(page_, at), of_gbk);
}

std::size_t Mender::garbled_end(std::size_t at) {
  constexpr std::size_t telling = 6;
  if (at < garbled_end_) return at;
  const decode::Familiarity& familiarity = decode::Familiarity::instance();
  int sum = 0;
  std::size_t end = at;
  while (end < page_.size() && page_[end] > 0x7F && (end < at + telling || familiarity[page_[end]] < 0)) {
    sum += familiarity[page_[end++]];
  }
  if (end < at + telling || 2 * sum > -3 * static_cast<int>(end - at)) return at;
  return garbled_end_ = end;
}

}  // namespace mujun::fold
