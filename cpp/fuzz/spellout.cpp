// Numbers that ICU spells out in Chinese → the numbers again.
#include <unicode/rbnf.h>

#include <cstring>
#include <memory>

#include "fuzz/input.hpp"
#include "fuzz/invariants.hpp"
#include "read/fold/fold.hpp"
#include "read/scan/numeral/numeral.hpp"

namespace {

using namespace mujun;

std::unique_ptr<icu::RuleBasedNumberFormat> speller(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  auto format = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, locale, status);
  fuzz::require(U_SUCCESS(status), "ICU has its rules for Chinese");
  return format;
}

void check(const icu::RuleBasedNumberFormat& format, std::int64_t number) {
  icu::UnicodeString spelled;
  std::string utf8;
  format.format(number, spelled).toUTF8String(utf8);
  const std::u32string text = fuzz::to_utf32(utf8);
  const Folded folded = fold::fold(PageView(text), *knowledge::Knowledge::builtin());
  // Pages write 七亿零一十八万. In ICU's 七亿十八万 our numeral ends behind 亿, as it must in 七亿十大项目.
  if (folded.text.find(u"亿十") != std::u16string::npos || folded.text.find(u"万十") != std::u16string::npos)
    return;
  const auto numeral = scan::read_numeral(folded.text, 0);
  fuzz::require(numeral && numeral->span.size() == folded.text.size(), "what ICU spells out is a numeral");
  fuzz::require(numeral->low == numeral->high && numeral->low.to_double() == static_cast<double>(number),
                "and the same number");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto simplified = speller("zh_Hans"), traditional = speller("zh_Hant");
  std::uint64_t bits = 0;
  std::memcpy(&bits, data, std::min(size, sizeof bits));
  // The ninth byte makes it shorter and rounder: round numbers are spelled in ways of their own.
  std::int64_t number = static_cast<std::int64_t>(bits % 1'000'000'000'000);
  if (size > sizeof bits) {
    for (int zeros = data[sizeof bits] % 8; zeros > 0; --zeros) number = number / 10;
    for (int zeros = data[sizeof bits] / 8 % 8; zeros > 0 && number < 100'000'000'000; --zeros) number *= 10;
  }
  check(*simplified, number);
  check(*traditional, number);
  return 0;
}
