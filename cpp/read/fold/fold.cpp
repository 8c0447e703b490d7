#include "read/fold/fold.hpp"

#include <algorithm>
#include <array>

#include "model/characters.hpp"
#include "read/fold/script_table.hpp"

namespace mujun::fold {
namespace {

constexpr std::size_t longest_gloss = 24;

bool is_pinyin_letter(char16_t c) {
  return (c >= u'a' && c <= u'z') || (c >= 0x00E0 && c <= 0x00FC) || (c >= 0x0101 && c <= 0x01DC) ||
         c == u' ';
}

/// Words in which 著, 乾 and 瞭 do turn; everywhere else they stay (显著, 乾隆, 瞭望).
char16_t simplified_in_word(char16_t c, char16_t next) {
  constexpr std::u16string_view with_zhe = u"力手眼重陆陸实實急";
  if (c == u'著' && with_zhe.find(next) != std::u16string_view::npos) return u'着';
  if (c == u'乾' && (next == u'旱' || next == u'净' || next == u'淨' || next == u'燥')) return u'干';
  if (c == u'瞭' && next == u'解') return u'了';
  return c;
}

/// Folds character by character; a pinyin gloss behind a Han character, 項(xiàng)目, is taken back once its
/// bracket closes.
class Folder {
 public:
  explicit Folder(std::size_t size) {
    folded_.text.reserve(size + 8);
    folded_.origin.reserve(size + 9);
  }

  void put(char16_t unit, std::uint32_t from) {
    if (unit == u'(' && !folded_.text.empty() && is_han(folded_.text.back())) gloss_ = folded_.text.size();
    if (unit == u')' && gloss_ != none && folded_.text.size() > gloss_ + 1) {
      folded_.text.resize(gloss_);
      folded_.origin.resize(gloss_);
      gloss_ = none;
      return;
    }
    if (gloss_ != none && unit != u'(' &&
        (!is_pinyin_letter(unit) || folded_.text.size() - gloss_ > longest_gloss)) {
      gloss_ = none;
    }
    folded_.text.push_back(unit);
    folded_.origin.push_back(from);
  }

  Folded take(std::uint32_t page_size) {
    folded_.origin.push_back(page_size);
    return std::move(folded_);
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);
  Folded folded_;
  std::size_t gloss_ = none;
};

/// Whether a word of the lexicon stands across the gap at `at` once the space there is gone.
bool word_spans_gap(std::u16string_view text, std::size_t at, const knowledge::Lexicon& lexicon) {
  constexpr std::size_t reach = 8;
  std::array<char16_t, 2 * reach> around{};
  std::size_t before = 0;
  while (before < reach && before < at && is_han(text[at - 1 - before])) ++before;
  std::size_t after = 0;
  while (after < reach && at + 1 + after < text.size() && is_han(text[at + 1 + after])) ++after;
  std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at - before), before, around.begin());
  std::copy_n(text.begin() + static_cast<std::ptrdiff_t>(at + 1), after,
              around.begin() + static_cast<std::ptrdiff_t>(before));
  const std::u16string_view joined(around.data(), before + after);
  for (std::size_t i = 0; i < before; ++i) {
    const auto match = lexicon.longest(joined, i);
    if (match && i + match->length > before) return true;
  }
  return false;
}

/// Leaves out single spaces that stand inside a word (亩 均税收); other spaces may part phrases and stay.
void close_gaps(Folded& folded, const knowledge::Lexicon& lexicon) {
  const std::u16string_view text = folded.text;
  std::vector<std::size_t> gaps;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    if (text[i] == u' ' && is_han(text[i - 1]) && is_han(text[i + 1]) && word_spans_gap(text, i, lexicon)) {
      gaps.push_back(i);
    }
  }
  if (gaps.empty()) return;
  std::size_t out = gaps.front();
  for (std::size_t i = gaps.front(), g = 0; i < text.size(); ++i) {
    if (g < gaps.size() && gaps[g] == i) {
      ++g;
      continue;
    }
    folded.text[out] = folded.text[i];
    folded.origin[out] = folded.origin[i];
    ++out;
  }
  folded.origin[out] = folded.origin.back();
  folded.text.resize(out);
  folded.origin.resize(out + 1);
}

}  // namespace

Folded fold(const PageView& page, const knowledge::Knowledge& knowledge) {
  const ScriptTable& table = ScriptTable::instance();
  Folder folder(page.size());
  for (std::size_t i = 0; i < page.size(); ++i) {
    const char32_t c = page[i];
    const auto from = static_cast<std::uint32_t>(i);
    if (c > 0xFFFF) {
      folder.put(0xFFFD, from);
      continue;
    }
    const auto unit = static_cast<char16_t>(c);
    const char16_t folded = table[unit];
    if (folded == ScriptTable::dropped) continue;
    if (folded == ScriptTable::several) {
      for (char16_t part : table.expansion(unit)) folder.put(part, from);
    } else if (folded == u'著' || folded == u'乾' || folded == u'瞭') {
      const char32_t next = i + 1 < page.size() ? page[i + 1] : U'\0';
      folder.put(simplified_in_word(folded, next > 0xFFFF ? u'\0' : static_cast<char16_t>(next)), from);
    } else {
      folder.put(folded, from);
    }
  }
  Folded folded = folder.take(static_cast<std::uint32_t>(page.size()));
  close_gaps(folded, knowledge.lexicon());
  return folded;
}

}  // namespace mujun::fold
