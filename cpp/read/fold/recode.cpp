#include "read/fold/recode.hpp"

#include <utility>

#include "model/characters.hpp"
#include "read/decode/familiarity.hpp"
#include "read/fold/tables.hpp"

namespace mujun::fold {
namespace {

constexpr char16_t replacement = 0xFFFD;

int familiarity_of(char32_t c) {
  return decode::Familiarity::instance()[c];
}

/// The byte that Windows-1252 has for a character, 0 where it has none. The five bytes that it leaves out
/// came through as control characters.
unsigned latin_byte(char32_t c) {
  constexpr std::u32string_view high = U"€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";
  if (c >= 0x80 && c <= 0xFF) return static_cast<unsigned>(c);
  if (c < 0x80) return 0;
  const std::size_t at = high.find(c);
  return at == std::u32string_view::npos ? 0 : 0x80 + static_cast<unsigned>(at);
}

/// The bytes of GBK, and the euro sign as the byte 80, which some tables make of it.
unsigned bytes_in_gbk(char32_t c) {
  if (c == U'€') return 0x80;
  return c > 0xFFFF ? 0 : gbk_bytes_of(static_cast<char16_t>(c));
}

/// Gives back the bytes of a run of characters, one by one, up to a character that has none.
class ByteReader {
 public:
  using Encode = unsigned (*)(char32_t);
  ByteReader(const PageView& page, std::size_t at, Encode encode) : page_(page), at_(at), encode_(encode) {}

  /// The character that the next byte is of.
  std::size_t at() const { return pending_ == 0 ? at_ : at_ - 1; }
  /// Just after the character that the last byte was of.
  std::size_t end() const { return at_; }
  /// What the characters read so far say of themselves.
  int familiarity() const { return familiarity_; }

  /// The next byte, 0 at the run's end.
  unsigned next() {
    if (pending_ != 0) return std::exchange(pending_, 0U);
    if (at_ >= page_.size()) return 0;
    const unsigned bytes = encode_(page_[at_]);
    if (bytes == 0) return 0;
    familiarity_ += familiarity_of(page_[at_++]);
    pending_ = bytes > 0xFF ? bytes & 0xFF : 0;
    return bytes > 0xFF ? bytes >> 8 : bytes;
  }
  /// Passes over one of these characters at the run's end.
  bool skip(std::u32string_view these) {
    if (pending_ != 0 || at_ >= page_.size() || these.find(page_[at_]) == std::u32string_view::npos)
      return false;
    ++at_;
    return true;
  }
  /// A character of one byte that ends a pair, @ to ~; 0 where there is none.
  unsigned next_ascii() {
    if (pending_ != 0 || at_ >= page_.size() || page_[at_] < 0x40 || page_[at_] > 0x7E) return 0;
    return static_cast<unsigned>(page_[at_++]);
  }

 private:
  const PageView& page_;
  std::size_t at_;
  Encode encode_;
  unsigned pending_ = 0;
  int familiarity_ = 0;
};

/// Reads UTF-8's characters of one to three bytes. A character with a byte lost, U+FFFD or none in its place,
/// is lost.
class Utf8Run {
 public:
  Utf8Run(const PageView& page, std::size_t at, ByteReader::Encode encode) : bytes_(page, at, encode) {}

  Reading read() {
    std::size_t origin = bytes_.at();
    for (unsigned lead = bytes_.next(); lead != 0 && !reading_.is_hopeless();) {
      const int trailing = lead < 0x80                   ? 0
                           : lead >= 0xC2 && lead < 0xE0 ? 1
                           : lead >= 0xE0 && lead < 0xF0 ? 2
                                                         : -1;
      if (trailing < 0) break;
      lead = character(lead, trailing, origin);
      if (lead == 0) {
        origin = bytes_.at();
        lead = bytes_.next();
      }
    }
    return std::move(reading_);
  }

 private:
  /// Reads one character; gives the byte behind it where that was read too.
  unsigned character(unsigned lead, int trailing, std::size_t& origin) {
    unsigned c = trailing == 0 ? lead : lead & (0x3FU >> trailing);
    bool is_lost = false;
    unsigned ahead = 0;
    for (int i = 0; i < trailing && ahead == 0; ++i) {
      const std::size_t at = bytes_.at();
      const unsigned byte = bytes_.next();
      if ((byte & 0xC0) == 0x80) {
        c = c << 6 | (byte & 0x3F);
      } else {
        is_lost = true;
        ahead = byte;
        if (byte != 0) origin_ahead_ = at;
        if (byte == 0 && !bytes_.skip(U"\uFFFD")) {
          bytes_.skip(U"?");
          break;
        }
      }
    }
    const bool is_surrogate = c >= 0xD800 && c < 0xE000;
    reading_.push(is_lost || is_surrogate ? replacement : static_cast<char16_t>(c), origin,
                  ahead == 0 ? bytes_.end() : origin_ahead_, bytes_.familiarity());
    if (ahead != 0) origin = origin_ahead_;
    return ahead;
  }

  ByteReader bytes_;
  Reading reading_;
  std::size_t origin_ahead_ = 0;
};

bool is_quotation_mark(char16_t c) {
  return is_one_of(c, u"“”‘’《》〈〉「」『』【】");
}

}  // namespace

void Reading::push(char16_t c, std::size_t origin, std::size_t end, int source) {
  // A span ends where its last character does, so only the first is placed by its start.
  repair_.origins.push_back(
      static_cast<std::uint32_t>(repair_.text.empty() || end <= origin ? origin : end - 1));
  repair_.text.push_back(c);
  scanned_ = end;
  familiarity_ += c == replacement ? 0 : familiarity_of(c);
  gain_ = familiarity_ - source;
  if (gain_ < best_gain_) return;
  best_gain_ = gain_;
  best_familiarity_ = familiarity_;
  best_size_ = repair_.text.size();
  repair_.end = static_cast<std::uint32_t>(end);
}

Repair Reading::take() {
  repair_.text.resize(best_size_);
  repair_.origins.resize(best_size_);
  return std::move(repair_);
}

Reading read_latin_as_utf8(const PageView& page, std::size_t at) {
  return Utf8Run(page, at, latin_byte).read();
}

Reading read_gbk_as_utf8(const PageView& page, std::size_t at) {
  return Utf8Run(page, at, bytes_in_gbk).read();
}

Reading read_latin_as_gbk(const PageView& page, std::size_t at) {
  Reading reading;
  for (ByteReader bytes(page, at, latin_byte); !reading.is_hopeless();) {
    const std::size_t origin = bytes.at();
    const unsigned lead = bytes.next();
    if (lead == 0) break;
    unsigned trail = bytes.next();
    if (trail == 0) trail = bytes.next_ascii();
    const char16_t c = lead < 0x81 ? u'\0' : gbk_character(lead, trail);
    if (c == 0) break;
    reading.push(c, origin, bytes.end(), bytes.familiarity());
  }
  return reading;
}

Reading read_shifted(const PageView& page, std::size_t at) {
  constexpr unsigned exclamation_trail = 0xA1;
  Reading reading;
  reading.push(u'。', at, at + 1, 0);
  int source = 0;
  unsigned lead = exclamation_trail;
  for (std::size_t i = at + 1; !reading.is_hopeless(); ++i) {
    if (lead < 0x80) {  // a character of one byte: from here on the pairs are right
      reading.push(static_cast<char16_t>(lead), i - 1, i, source);
      break;
    }
    const char32_t c = i < page.size() ? page[i] : U'\0';
    const unsigned pair = c < 0x80 ? 0 : bytes_in_gbk(c);
    const bool is_last = pair < 0x100;
    source += familiarity_of(c);
    const char16_t read = gbk_character(lead, !is_last ? pair >> 8 : c < 0x80 ? static_cast<unsigned>(c) : 0);
    if (read != 0) {
      reading.push(read, i, i + 1, source);
    } else if (is_last) {
      reading.push(replacement, i - 1, i + (c == U'?' || c == replacement ? 1 : 0), source);
    }
    if (i == at + 1 && !is_quotation_mark(read)) return {};
    if (is_last || read == 0) break;
    lead = pair & 0xFF;
  }
  return reading;
}

bool may_begin_utf8(unsigned lead, unsigned second) {
  return ((lead >= 0xE2 && lead <= 0xE9) || lead == 0xEF) && (second & 0xC0) == 0x80;
}

}  // namespace mujun::fold
