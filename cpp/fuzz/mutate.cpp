// Mutations that know what a page is made of: numerals, the knowledge base's words, punctuation, widths,
// sentences. Between them libFuzzer's own, which know nothing and so keep the others honest.
#include <array>
#include <random>
#include <string>

#include "fuzz/input.hpp"
#include "knowledge/tables.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace mujun::fuzz {
namespace {

constexpr std::u16string_view numeral_signs =
    u"0123456789.,０１２３４５６７８９．，点零〇一二两三四五六七八九"
    u"十百千万亿半几数多余成廿%％‰";
constexpr std::u16string_view punctuation = u"。，、；：！？…—～-/.,;:!?()（）[]“”‘’《》【】|*$\\\n\r\t　 ½¹";

class Mutation {
 public:
  Mutation(std::u32string text, unsigned seed) : text_(std::move(text)), random_(seed) {}

  std::u32string once() {
    constexpr std::array operations{
        &Mutation::swap_numeral, &Mutation::swap_numeral,   &Mutation::insert_word,
        &Mutation::insert_word,  &Mutation::insert_sign,    &Mutation::erase,
        &Mutation::repeat,       &Mutation::swap_sentences, &Mutation::turn_full_width};
    (this->*operations[below(operations.size())])();
    return std::move(text_);
  }

 private:
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : random_() % bound; }
  std::size_t place() { return below(text_.size() + 1); }

  static bool is_numeral_sign(char32_t c) {
    return c < 0x10000 && numeral_signs.find(static_cast<char16_t>(c)) != numeral_signs.npos;
  }

  std::u32string numeral() {
    std::u32string made;
    const std::size_t length = 1 + below(below(8) == 0 ? 30 : 6);
    const bool chinese = below(3) == 0;
    for (std::size_t i = 0; i < length; ++i) {
      made += chinese || below(6) == 0 ? numeral_signs[below(numeral_signs.size())]
                                       : static_cast<char32_t>(U'0' + below(10));
    }
    return made;
  }

  std::u32string word() {
    const std::u16string_view drawn = knowledge::surface_rows[below(knowledge::surface_rows.size())].text;
    return {drawn.begin(), drawn.end()};
  }

  /// The next numeral behind a random place becomes another one.
  void swap_numeral() {
    std::size_t from = place();
    while (from < text_.size() && !is_numeral_sign(text_[from])) ++from;
    std::size_t to = from;
    while (to < text_.size() && is_numeral_sign(text_[to])) ++to;
    text_.replace(from, to - from, numeral());
  }

  void insert_word() { text_.insert(place(), word()); }

  void insert_sign() { text_.insert(place(), 1, punctuation[below(punctuation.size())]); }

  void erase() {
    const std::size_t from = place();
    text_.erase(from, 1 + below(12));
  }

  void repeat() {
    const std::size_t from = place();
    text_.insert(place(), text_.substr(from, 1 + below(24)));
  }

  /// What stands before a full stop and what stands behind it change places.
  void swap_sentences() {
    const std::size_t stop = text_.find(U'。', place());
    if (stop == std::u32string::npos) return;
    text_ = text_.substr(stop + 1) + text_.substr(0, stop + 1);
  }

  void turn_full_width() {
    const std::size_t from = place(), to = std::min(text_.size(), from + 8);
    for (std::size_t at = from; at < to; ++at) {
      if (text_[at] > U' ' && text_[at] < 0x7F) text_[at] += 0xFEE0;
    }
  }

  std::u32string text_;
  std::minstd_rand random_;
};

void append_utf8(std::string& out, const std::u32string& text) {
  out += PageView(text).utf8({0, static_cast<std::uint32_t>(text.size())});
}

}  // namespace
}  // namespace mujun::fuzz

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  using namespace mujun::fuzz;
  if (seed % 4 == 0) return LLVMFuzzerMutate(data, size, max_size);
  std::string out;
  append_utf8(out, Mutation(to_utf32(as_bytes(data, size)), seed).once());
  if (out.empty() || out.size() > max_size) return LLVMFuzzerMutate(data, size, max_size);
  out.copy(reinterpret_cast<char*>(data), out.size());
  return out.size();
}
