#include "read/fold/script_table.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <memory>
#include <stdexcept>
#include <string_view>

namespace mujun::fold {
namespace {

// Variants that ICU's table leaves as they are, each with its Simplified form.
constexpr std::u16string_view variants =
    u"麪面峯峰濶阔擡抬滙汇嶽岳舘馆甦苏劵券祇只衹只戸户馀余"
    // Radicals, which a PDF may hold in place of the characters they are (EquivalentUnifiedIdeograph of the
    // Unicode Character Database).
    u"⺠民⻓长⻔门⻋车⻅见⻚页⻛风⻜飞⻝食⻢马⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻁虎⻉贝⻆角⻘青⻤鬼⻣骨⻙韦⻄"
    u"西";

// Characters that NFKC would change and the later stages need as they are: the full-width comma parts clauses
// where the half-width one may part thousands, the ellipsis is no three full stops, and a circled number is a
// list mark. A fraction or an exponent in one character would run into the digits beside it: 3½, 10⁸.
bool keeps_its_form(UChar32 c) {
  return c == 0xFF0C || c == 0x2026 || (c >= 0x2460 && c <= 0x249B) || (c >= 0x3251 && c <= 0x32BF) ||
         (c >= 0x00BC && c <= 0x00BE) || (c >= 0x2150 && c <= 0x215E);
}

// Soft hyphens, and marks of width zero, direction and variation.
bool is_dropped(UChar32 c) {
  return c == 0x00AD || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x2069) || (c >= 0xFE00 && c <= 0xFE0F);
}

bool is_line_break(UChar32 c) {
  return (c >= '\n' && c <= '\r') || c == 0x2028 || c == 0x2029;
}

bool is_bar(UChar32 c) {
  return c == '|' || c == 0xFF5C || c == 0x2502 || c == 0x2503 || c == 0x00A6;
}

}  // namespace

bool ScriptTable::depends_on_its_word(char16_t unit) {
  return std::u16string_view(u"著乾瞭藉").find(unit) != std::u16string_view::npos;
}

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
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) && !depends_on_its_word(unit))
      simplify->transliterate(folded);
    if (u_isUWhiteSpace(c) || is_bar(c)) folded = icu::UnicodeString(is_line_break(c) ? u'\n' : u' ');
    if (folded.length() == 1) {
      single_[unit] = folded[0];
    } else {
      single_[unit] = several;
      expansions_.emplace(unit,
                          std::u16string(folded.getBuffer(), static_cast<std::size_t>(folded.length())));
    }
  }
  for (std::size_t i = 0; i < variants.size(); i += 2) single_[variants[i]] = variants[i + 1];
  single_[several] = single_[dropped] = 0xFFFD;
}

}  // namespace mujun::fold
