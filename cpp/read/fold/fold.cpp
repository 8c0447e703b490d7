#include "read/fold/fold.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "model/characters.hpp"
#include "read/fold/gaps.hpp"
#include "read/fold/markup.hpp"
#include "read/fold/mojibake.hpp"
#include "read/fold/tables.hpp"

namespace mujun::fold {
namespace {

constexpr char16_t replacement = 0xFFFD;
constexpr std::size_t longest_gloss = 24;

/// A digit as an exponent or index.
bool is_raised(char32_t c) {
  return c == U'¹' || c == U'²' || c == U'³' || (c >= 0x2070 && c <= 0x2089);
}

bool is_of_word(char32_t c) {
  return c <= 0xFFFF && (is_han(static_cast<char16_t>(c)) || is_digit(static_cast<char16_t>(c)));
}

constexpr char16_t not_plain = dropped;

/// The forms of the characters that the table alone folds, each to one unit; not_plain for the others, around
/// which it is looked what stands.
const std::array<char16_t, 65536>& plain_forms() {
  static const auto table = [] {
    std::array<char16_t, 65536> forms{};
    for (std::size_t i = 0; i < forms.size(); ++i) {
      const auto c = static_cast<char16_t>(i);
      const char16_t form = form_of(c);
      const bool is_plain = form != u' ' && form != u'|' && form != u'(' && form != several &&
                            form != dropped && c != u'\r' && !is_raised(c) && c != replacement && c != u'?' &&
                            !depends_on_its_word(c) && !Mender::may_begin(c) && !Markup::may_be_mark(c);
      forms[i] = is_plain ? form : not_plain;
    }
    return forms;
  }();
  return table;
}

bool is_pinyin_letter(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= 0x00E0 && c <= 0x00FC) || (c >= 0x0101 && c <= 0x01DC) ||
         (c >= 0x0300 && c <= 0x030C);  // tones as combining marks
}

bool is_vowel(char32_t c) {
  return c > 0x7F || std::u32string_view(U"aeiou").find(c) != std::u32string_view::npos;
}

class Folder {
 public:
  Folder(const PageView& page, const knowledge::Knowledge& knowledge, Notices& notices)
      : page_(page),
        knowledge_(knowledge),
        notices_(notices),
        mender_(page, knowledge.lexicon()),
        markup_(page) {
    folded_.text.reserve(page.size() + 8);
    folded_.origin.reserve(page.size() + 9);
  }

  Folded fold() {
    page_.visit([this](const auto* characters) {
      for (std::size_t at = 0; at < page_.size();) {
        at = fold_run(characters, at);
        if (at < page_.size()) at = look_around(at);
      }
    });
    folded_.origin.push_back(static_cast<std::uint32_t>(page_.size()));
    turn_words();
    close_gaps(folded_, spaces_, knowledge_.lexicon());
    return std::move(folded_);
  }

 private:
  /// Folds the plain characters from `at` on, and gives the place behind them.
  template <class Character>
  std::size_t fold_run(const Character* characters, std::size_t at) {
    const std::array<char16_t, 65536>& forms = plain_forms();
    std::size_t end = at;
    while (end < page_.size() && characters[end] <= 0xFFFF && forms[characters[end]] != not_plain) ++end;
    const std::size_t behind = folded_.text.size();
    folded_.text.resize(behind + end - at);
    folded_.origin.resize(behind + end - at);
    std::transform(characters + at, characters + end,
                   folded_.text.begin() + static_cast<std::ptrdiff_t>(behind),
                   [&](Character c) { return forms[c]; });
    std::iota(folded_.origin.begin() + static_cast<std::ptrdiff_t>(behind), folded_.origin.end(),
              static_cast<std::uint32_t>(at));
    return end;
  }

  void put(char16_t unit, std::size_t from) {
    folded_.text.push_back(unit);
    folded_.origin.push_back(static_cast<std::uint32_t>(from));
  }

  void put_folded(char16_t c, std::size_t from) {
    const char16_t unit = form_of(c);
    if (unit == dropped) return;
    if (unit != several) return put(unit, from);
    for (const char16_t part : expansion_of(c)) put(part, from);
  }

  void put_gap(char16_t unit, std::size_t from) {
    spaces_.push_back(static_cast<std::uint32_t>(folded_.text.size()));
    put(unit, from);
  }

  /// Folds the character at `at` with what stands around it, and gives the place to go on from.
  std::size_t look_around(std::size_t at) {
    if (page_[at] > 0xFFFF) return put(replacement, at), at + 1;
    const auto c = static_cast<char16_t>(page_[at]);
    if (c == replacement || c == u'?') return lose(at);
    if (c == u'\r') {
      const bool has_feed = at + 1 < page_.size() && page_[at + 1] == U'\n';
      return has_feed ? at + 1 : (put(u'\n', at), at + 1);
    }
    if (Markup::may_be_mark(c)) {
      const Markup::Mark mark = markup_.mark_at(at);
      if (mark.length > 0 && mark.meaning != 0) put(mark.meaning, at + mark.length - 1);
      if (mark.length > 0) return at + mark.length;
    }
    if (Mender::may_begin(c)) {
      if (const auto repair = mender_.repair(at)) return mend(*repair, at);
      if (const std::size_t end = mender_.garbled_end(at); end > at) note(NoticeCode::damaged_text, at, end);
    }
    const char16_t unit = form_of(c);
    if (unit == u'(') {
      if (const std::size_t end = gloss_end(at)) return end;
    }
    if (unit == u' ' || unit == u'|') {
      if (!markup_.in_formula(at)) put_gap(unit, at);
      return at + 1;
    }
    if (is_raised(c) && !folded_.text.empty() && is_digit(folded_.text.back())) {
      put(c, at);  // 10⁸ is not 108, though m² is m2
      return at + 1;
    }
    if (depends_on_its_word(c)) turning_.push_back(static_cast<std::uint32_t>(folded_.text.size()));
    put_folded(c, at);
    return at + 1;
  }

  /// Where the pinyin gloss that opens at `at` behind a Han character, 項(xiàng)目, ends; 0 where there is
  /// none. A unit in brackets, (kg), has no vowel.
  std::size_t gloss_end(std::size_t at) const {
    if (folded_.text.empty() || !is_han(folded_.text.back())) return 0;
    bool has_vowel = false;
    std::size_t i = at + 1;
    for (; i < page_.size() && i <= at + longest_gloss && (is_pinyin_letter(page_[i]) || page_[i] == U' ');
         ++i) {
      has_vowel = has_vowel || (page_[i] != U' ' && is_vowel(page_[i]));
    }
    const bool is_closed = i < page_.size() && (page_[i] == U')' || page_[i] == U'）');
    return is_closed && has_vowel ? i + 1 : 0;
  }

  /// A run of characters that stand for what is lost: U+FFFD, or ?? within a word.
  std::size_t lose(std::size_t at) {
    std::size_t end = at + 1;
    while (end < page_.size() && page_[end] == page_[at]) ++end;
    const bool is_asked =
        at > 0 && std::u32string_view(U"么吗呢吧何谁哪少").find(page_[at - 1]) != std::u32string_view::npos;
    const bool is_within =
        at > 0 && end < page_.size() && !is_asked && is_of_word(page_[at - 1]) && is_of_word(page_[end]);
    const bool is_lost = page_[at] == replacement || (end > at + 1 && is_within);
    if (is_lost) note(NoticeCode::damaged_text, at, end);
    for (; at < end; ++at) put(is_lost ? replacement : u'?', at);
    return end;
  }

  std::size_t mend(const Repair& repair, std::size_t at) {
    const auto lost = static_cast<std::size_t>(std::ranges::count(repair.text, replacement));
    if (lost < repair.text.size()) note(NoticeCode::repaired_text, at, repair.end);
    for (std::size_t i = 0; i < repair.text.size(); ++i) {
      const char16_t c = repair.text[i];
      const bool begins_loss = c == replacement && (i == 0 || repair.text[i - 1] != replacement);
      if (begins_loss) {
        const std::size_t end = std::min(repair.text.find_first_not_of(replacement, i), repair.text.size());
        note(NoticeCode::damaged_text, repair.origins[i], repair.origins[end - 1] + 1);
      }
      if (depends_on_its_word(c)) turning_.push_back(static_cast<std::uint32_t>(folded_.text.size()));
      put_folded(c, repair.origins[i]);
    }
    return repair.end;
  }

  void note(NoticeCode code, std::size_t start, std::size_t end) {
    notices_.push_back({code, {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)}});
  }

  /// 著力 is 着力 and 著名 is 著名: the characters that their words turn, once their neighbours are folded.
  void turn_words() {
    constexpr std::size_t reach = 3;
    for (const std::uint32_t at : turning_) {
      for (std::size_t start = at < reach ? 0 : at - reach; start <= at; ++start) {
        const auto match =
            knowledge_.lexicon().longest(folded_.text, start, knowledge::WordClass::script_phrase);
        if (!match || start + match->length <= at) continue;
        folded_.text[at] = to_utf16(knowledge_.word(match->entry.index).value).front();
        break;
      }
    }
  }

  const PageView& page_;
  const knowledge::Knowledge& knowledge_;
  Notices& notices_;
  Mender mender_;
  Markup markup_;
  Folded folded_;
  std::vector<std::uint32_t> spaces_;   // in the copy
  std::vector<std::uint32_t> turning_;  // in the copy: characters that their words turn
};

}  // namespace

Folded fold(const PageView& page, const knowledge::Knowledge& knowledge, Notices& notices) {
  return Folder(page, knowledge, notices).fold();
}

Folded fold(const PageView& page, const knowledge::Knowledge& knowledge) {
  Notices unheard;
  return fold(page, knowledge, unheard);
}

}  // namespace mujun::fold
