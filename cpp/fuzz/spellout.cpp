// Numbers that ICU spells out in Chinese → the numbers again.
#include <unicode/rbnf.h>

#include <array>
#include <cstring>
#include <memory>
#include <vector>

#include "fuzz/input.hpp"
#include "fuzz/invariants.hpp"
#include "read/fold/fold.hpp"
#include "read/scan/numeral/numeral.hpp"

namespace {

using namespace mujun;
using Speller = std::unique_ptr<icu::RuleBasedNumberFormat>;

/// In both scripts: 二百零五, 两百零五, 二百〇五, 贰佰零伍.
std::vector<Speller> spellers() {
  std::vector<Speller> made;
  for (const char* locale : {"zh_Hans", "zh_Hant"}) {
    for (const char* rules : {"%spellout-cardinal", "%spellout-cardinal-alternate2", "%spellout-numbering",
                              "%spellout-cardinal-financial"}) {
      UErrorCode status = U_ZERO_ERROR;
      made.push_back(std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, locale, status));
      made.back()->setDefaultRuleSet(rules, status);
      fuzz::require(U_SUCCESS(status), "ICU has its rules for Chinese");
    }
  }
  return made;
}

/// Formal digits alone are words to us (登陆, 队伍); they are numbers among the formal magnitudes.
bool stands_alone(std::u16string_view text) {
  constexpr std::u16string_view digits = u"壹贰叁参肆伍陆柒捌玖", magnitudes = u"拾佰仟万亿";
  const auto is_magnitude = [&](std::size_t at) {
    return at < text.size() && magnitudes.find(text[at]) != text.npos;
  };
  const std::size_t point = text.find(u'点');
  return (digits.find(text[0]) != text.npos && !is_magnitude(1)) ||
         (point != text.npos && text.find(u'参', point) != text.npos);
}

void check(const Speller& speller, std::int64_t number, int places) {
  std::string digits = std::to_string(number);
  if (places > 0) {
    digits.insert(0, std::max<std::ptrdiff_t>(0, places + 1 - std::ssize(digits)), '0');
    digits.insert(digits.size() - static_cast<std::size_t>(places), ".");
  }
  const double value = std::stod(digits);
  icu::UnicodeString spelled;
  std::string utf8;
  if (places > 0)
    speller->format(value, spelled).toUTF8String(utf8);
  else
    speller->format(number, spelled).toUTF8String(utf8);
  const std::u32string text = fuzz::to_utf32(utf8);
  const Folded folded = fold::fold(PageView(text), *knowledge::Knowledge::builtin());
  // Pages write 七亿零一十八万. In ICU's 七亿十八万 our numeral ends behind 亿, as it must in 七亿十大项目.
  // Nor have they 三万点二: behind 万 a 点 is a noun.
  for (const std::u16string_view gap : {u"亿十", u"万十", u"亿拾", u"万拾", u"亿点", u"万点"}) {
    if (folded.text.find(gap) != folded.text.npos) return;
  }
  if (stands_alone(folded.text)) return;
  const auto numeral = scan::read_numeral(folded.text, 0);
  fuzz::require(numeral && numeral->span.size() == folded.text.size(), "what ICU spells out is a numeral");
  fuzz::require(numeral->low == numeral->high && numeral->low.to_double() == value, "and the same number");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<Speller> all = spellers();
  const auto byte = [&](std::size_t at) { return at < size ? data[at] : 0; };
  std::uint64_t bits = 0;
  std::memcpy(&bits, data, std::min(size, sizeof bits));
  // The ninth byte makes it shorter and rounder: round numbers are spelled in ways of their own.
  std::int64_t number = static_cast<std::int64_t>(bits % 1'000'000'000'000);
  for (int zeros = byte(8) % 8; zeros > 0; --zeros) number = number / 10;
  for (int zeros = byte(8) / 8 % 8; zeros > 0 && number < 100'000'000'000; --zeros) number *= 10;
  for (const Speller& speller : all) check(speller, number, byte(9) % 4);
  return 0;
}
