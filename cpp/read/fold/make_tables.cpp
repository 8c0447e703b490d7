// Writes the tables of tables.hpp as C++ source, from ICU: run by the build, no part of the package.
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "read/decode/encoding.hpp"
#include "read/fold/tables.hpp"

namespace mujun::fold {
namespace {

constexpr char32_t replacement = 0xFFFD;

// Variants that ICU's table leaves as they are, each with its Simplified form.
constexpr std::u16string_view variants =
    u"麪面峯峰濶阔擡抬滙汇嶽岳舘馆甦苏劵券祇只衹只戸户馀余"
    // Radicals, which a PDF may hold in place of the characters they are (EquivalentUnifiedIdeograph of the
    // Unicode Character Database).
    u"⺠民⻓长⻔门⻋车⻅见⻚页⻛风⻜飞⻝食⻢马⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻁虎⻉贝⻆角⻘青⻤鬼⻣骨⻙韦⻄"
    u"西"
    // 增长14℅: what some typesetters take for a percent sign.
    u"℅%"
    // 13.4︰54.3: a leader of two dots, where a colon is meant.
    u"︰:";

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

bool is_private(char32_t c) {
  return c >= 0xE000 && c < 0xF900;
}

struct Forms {
  std::vector<char16_t> single = std::vector<char16_t>(unit_count);
  std::map<char16_t, std::u16string> expansions;
};

Forms make_forms() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const std::unique_ptr<icu::Transliterator> simplify(
      icu::Transliterator::createInstance("Hant-Hans", UTRANS_FORWARD, status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC or Hant-Hans data");

  Forms forms;
  for (UChar32 c = 0; c < UChar32{unit_count}; ++c) {
    const auto unit = static_cast<char16_t>(c);
    forms.single[unit] = is_dropped(c) ? dropped : unit;
    if (is_dropped(c) || keeps_its_form(c) || U_IS_SURROGATE(c)) continue;

    icu::UnicodeString folded = nfkc->normalize(icu::UnicodeString(c), status);
    if (u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) && !depends_on_its_word(unit))
      simplify->transliterate(folded);
    if (is_line_break(c))
      folded = icu::UnicodeString(u'\n');
    else if (c == u'\t' || is_bar(c))  // they may part the cells of a table
      folded = icu::UnicodeString(c == u'\t' ? u'\t' : u'|');
    else if (u_isUWhiteSpace(c))
      folded = icu::UnicodeString(u' ');
    if (folded.length() == 1) {
      forms.single[unit] = folded[0];
    } else {
      forms.single[unit] = several;
      forms.expansions[unit] = {folded.getBuffer(), static_cast<std::size_t>(folded.length())};
    }
  }
  for (std::size_t i = 0; i < variants.size(); i += 2) {
    forms.single[variants[i]] = variants[i + 1];
    forms.expansions.erase(variants[i]);
  }
  forms.single[several] = forms.single[dropped] = replacement;
  return forms;
}

struct Gbk {
  std::vector<std::uint16_t> bytes = std::vector<std::uint16_t>(unit_count);
  std::vector<char16_t> characters = std::vector<char16_t>(gbk_place_count);
};

Gbk make_gbk() {
  constexpr unsigned first_lead = 0x81, last_lead = 0xFE;
  constexpr unsigned first_trail = 0x40, last_trail = 0xFE;
  const decode::Encoding& gbk = *decode::find_encoding("gbk");
  Gbk table;
  for (unsigned lead = first_lead; lead <= last_lead; ++lead) {
    for (unsigned trail = first_trail; trail <= last_trail; ++trail) {
      const std::string pair{static_cast<char>(lead), static_cast<char>(trail)};
      std::u32string text;
      Notices unassigned;
      decode::append_text(gbk, pair, 0, text, unassigned);
      if (text.size() != 1 || text[0] > 0xFFFF || text[0] == replacement || is_private(text[0])) continue;
      const auto c = static_cast<char16_t>(text[0]);
      table.characters[(lead & 0x7F) << 8 | trail] = c;
      table.bytes[c] = static_cast<std::uint16_t>(lead << 8 | trail);
    }
  }
  return table;
}

template <class Numbers>
void write_array(std::ostream& out, std::string_view type, std::string_view name, const Numbers& numbers) {
  out << "const std::array<" << type << ", " << numbers.size() << "> " << name << "{{";
  for (const auto number : numbers) out << static_cast<unsigned>(number) << ',';
  out << "}};\n";
}

void write(std::ostream& out) {
  const Forms forms = make_forms();
  const Gbk gbk = make_gbk();
  out << "// Made by make_tables.cpp.\n#include \"read/fold/tables.hpp\"\n\nnamespace mujun::fold {\n";
  write_array(out, "char16_t", "script_forms", forms.single);
  write_array(out, "std::uint16_t", "gbk_bytes", gbk.bytes);
  write_array(out, "char16_t", "gbk_characters", gbk.characters);
  out << "namespace {\nconstexpr Expansion rows[] = {\n" << std::hex;
  for (const auto& [unit, text] : forms.expansions) {
    out << "{0x" << static_cast<unsigned>(unit) << ", std::u16string_view(u\"";
    // A hexadecimal escape runs on as far as it can: a string of its own for each.
    for (const char16_t c : text) out << "\\x" << static_cast<unsigned>(c) << "\" u\"";
    out << "\", " << text.size() << ")},\n";
  }
  out << "};\n}\nconst std::span<const Expansion> expansions{rows};\n}  // namespace mujun::fold\n";
}

}  // namespace
}  // namespace mujun::fold

int main(int count, char** arguments) {
  if (count != 2) {
    std::cerr << "usage: make_fold_tables OUTPUT\n";
    return 2;
  }
  std::ofstream out(arguments[1]);
  mujun::fold::write(out);
  out.flush();
  return out ? 0 : 1;
}
