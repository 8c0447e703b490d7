#include "read/decode/found_out.hpp"

#include <unicode/ucsdet.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "read/decode/familiarity.hpp"

namespace mujun::decode {
namespace {

constexpr std::size_t sample_size = 16384;
constexpr std::size_t longest_sequence = 4;
constexpr int broken_score = -8;

/// From the first byte that is not ASCII: a page of HTML may begin with a long head.
std::string_view sample_of(std::string_view bytes) {
  const auto at = std::ranges::find_if(bytes, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  // An even start keeps the pairs of UTF-16.
  const auto start = static_cast<std::size_t>(at - bytes.begin()) & ~std::size_t{1};
  return bytes.substr(std::min(start, bytes.size()), sample_size);
}

std::vector<const Encoding*> proposals(std::string_view sample) {
  std::vector<const Encoding*> found;
  const auto propose = [&](std::string_view name) {
    const Encoding* encoding = find_encoding(name);
    if (encoding != nullptr && std::ranges::find(found, encoding) == found.end()) found.push_back(encoding);
  };
  propose("utf-8");
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  for (std::int32_t i = 0; U_SUCCESS(status) && i < count; ++i) propose(ucsdet_getName(matches[i], &status));
  // ICU knows UTF-16 by its mark or by Latin text in it, and Big5 without Hong Kong's additions.
  propose("utf-16le");
  propose("utf-16be");
  if (std::ranges::find(found, find_encoding("big5")) != found.end()) propose("big5-hkscs");
  return found;
}

bool is_ascii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

double merit(const Encoding& encoding, std::string_view bytes) {
  const std::string_view sample = sample_of(bytes);
  std::u32string text;
  Notices broken;
  append_text(encoding, sample, 0, text, broken);
  const Familiarity& familiarity = Familiarity::instance();
  int score = 0, telling = 0;
  for (const char32_t c : text) {
    if (c < 0x80 && c != 0) continue;
    ++telling;
    score += c > 0xFFFF || c == 0 ? broken_score : familiarity[c];
  }
  for (const Notice& notice : broken) {
    // The sample's end may cut a character.
    if (*notice.byte_offset + longest_sequence <= sample.size() || sample.size() < sample_size)
      score += broken_score;
  }
  return telling == 0 ? 0.0 : static_cast<double>(score) / telling;
}

const Encoding& found_out(std::string_view bytes) {
  const Encoding* best = find_encoding("utf-8");
  if (is_ascii(bytes) && bytes.find('\0') == std::string_view::npos) return *best;
  double best_merit = merit(*best, bytes);
  if (best_merit >= reads_well) return *best;
  for (const Encoding* encoding : proposals(sample_of(bytes))) {
    const double own = merit(*encoding, bytes);
    if (own >= 0 && own > best_merit) {
      best = encoding;
      best_merit = own;
    }
  }
  return *best;
}

}  // namespace mujun::decode
