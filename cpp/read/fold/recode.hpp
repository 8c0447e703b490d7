// Damaged runs read back: each kind of damage has its way to the bytes, and its way to read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/text.hpp"

namespace mujun::fold {

/// A damaged run of the page and what it was: origins[i] is the page position that text[i] came from. U+FFFD
/// in the text stands for what is lost.
struct Repair {
  std::uint32_t end = 0;
  std::u16string text;
  std::vector<std::uint32_t> origins;
};

/// A reading of a damaged run as far as it goes, and the best place to end it: where it has gained most in
/// familiarity over the page's own characters.
class Reading {
 public:
  /// `origin` to `end` is the page's span of the character, `source` the familiarity of all the run's
  /// characters so far.
  void push(char16_t c, std::size_t origin, std::size_t end, int source);

  /// It has lost so much that it will not come right.
  bool is_hopeless() const { return gain_ < -12; }
  /// How far the page was looked at.
  std::size_t scanned() const { return scanned_; }
  std::size_t end() const { return repair_.end; }
  /// How much more familiar the text is than the page's, and how familiar it is.
  int gain() const { return best_gain_; }
  int familiarity() const { return best_familiarity_; }
  std::u16string_view text() const { return std::u16string_view(repair_.text).substr(0, best_size_); }

  Repair take();

 private:
  Repair repair_;
  std::size_t scanned_ = 0, best_size_ = 0;
  int familiarity_ = 0, gain_ = 0, best_familiarity_ = 0, best_gain_ = 0;
};

/// UTF-8 that was read as Windows-1252 or Latin-1: äº©å�‡ for 亩均.
Reading read_latin_as_utf8(const PageView& page, std::size_t at);
/// UTF-8 that was read as GBK: 浜╁潎 for 亩均.
Reading read_gbk_as_utf8(const PageView& page, std::size_t at);
/// GBK that was read as Windows-1252 or Latin-1: Ä¶¾ù for 亩均.
Reading read_latin_as_gbk(const PageView& page, std::size_t at);
/// A sentence's end and a quotation mark behind it, 。”, of which the first byte was lost: the bytes that
/// follow were read as the wrong pairs of GBK, ！ first, until a character of one byte set them right. Empty
/// where it is none.
Reading read_shifted(const PageView& page, std::size_t at);

/// The two bytes of a pair of UTF-8's that GBK takes for one character begin with these.
bool may_begin_utf8(unsigned lead, unsigned second);

}  // namespace mujun::fold
