#include "read/fold/script_table.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <memory>
#include <stdexcept>

namespace mujun::fold {
namespace {

// Characters that NFKC would change and the later stages need as they are: the full-width comma parts clauses
// where the half-width one may part thousands, the ellipsis is no three full stops, and a circled number is a
// list mark.
bool keeps_its_form(UChar32 c) {
  return c == 0xFF0C || c == 0x2026 || (c >= 0x2460 && c <= 0x249B) || (c >= 0x3251 && c <= 0x32BF);
}

bool is_dropped(UChar32 c) {
  return c == 0x00AD || c == 0xFEFF || c == '\r' || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x2060 && c <= 0x2064);
}

// Their words decide, not the characters: 着力 but 著名, 干净 but 乾隆, 了解 but 瞭望. fold.cpp turns them.
bool depends_on_its_word(UChar32 c) {
  return c == u'著' || c == u'乾' || c == u'瞭';
}

}  // namespace

const ScriptTable& ScriptTable::instance() {
  static const ScriptTable table;
  return table;
}

ScriptTable::ScriptTable() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  std::unique_ptr<icu::Transliterator> simplify(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC or Hant-Hans data");

  for (UChar32 c = 0; c < 0x10000; ++c) {
    const auto unit = static_cast<char16_t>(c);
    single_[unit] = unit;
    if (is_dropped(c)) single_[unit] = dropped;
    if (is_dropped(c) || keeps_its_form(c) || U_IS_SURROGATE(c)) continue;

    icu::UnicodeString folded = nfkc->normalize(icu::UnicodeString(c), status);
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) && !depends_on_its_word(c)) simplify->transliterate(folded);
    if (u_isUWhiteSpace(c) && c != '\n') folded = icu::UnicodeString(u' ');
    if (folded.length() == 1) {
      single_[unit] = folded[0];
    } else {
      single_[unit] = several;
      expansions_.emplace(unit,
                          std::u16string(folded.getBuffer(), static_cast<std::size_t>(folded.length())));
    }
  }
  single_[several] = single_[dropped] = 0xFFFD;
}

}  // namespace mujun::fold
