#include "read/scan/quantity/guard.hpp"

#include "read/scan/numeral/signs.hpp"

namespace mujun::scan {
namespace {

using knowledge::mask;
using knowledge::WordClass;

constexpr std::uint32_t most_plain_digits = 6;  // more without a unit or a separator is a number of something

bool is_word_character(char16_t c) {
  return is_letter(c) || is_digit(c);
}

/// Whether the sign at `place` joins letters and digits on both its sides.
bool joins(const Source& source, std::size_t place) {
  const char16_t c = source.at(place);
  return (is_one_of(c, u"./:：+*=#@&_×<>") || is_dash(c)) && is_word_character(source.before(place)) &&
         is_word_character(source.at(place + 1));
}

bool is_plain(const Source& source, const Numeral& numeral) {
  for (std::uint32_t i = numeral.span.start; i < numeral.span.end; ++i) {
    if (!is_digit(source.text[i])) return false;
  }
  return true;
}

/// Four digits and nothing else: 2018, 二〇一八.
bool is_year(const Source& source, const Numeral& numeral) {
  const bool bare = numeral.chinese || is_plain(source, numeral);
  return bare && numeral.span.size() == 4 && numeral.low.exponent == 0 && numeral.low.mantissa > 1000 &&
         numeral.low.mantissa < 3000;
}

/// Only space, and at most an opening bracket, between the start of a line or sentence and `place`.
bool opens_item(const Source& source, std::size_t place) {
  if (is_one_of(source.before(place), u"(")) --place;
  while (source.before(place) == u' ' || source.before(place) == u'\t') --place;
  const char16_t c = source.before(place);
  return c == u'\0' || c == u'\n' || is_sentence_end(c) || is_one_of(c, u";；:：");
}

/// 1、 2. （3） at the start of an item; 1加强, where the circle around ① is folded away.
bool is_list_number(const Source& source, Span span) {
  const char16_t before = source.before(span.start);
  const char16_t after = source.at(span.end);
  if (span.size() > 2) return false;
  if (before == u'(' && after == u')') return true;
  if (after == u'.') return true;
  return opens_item(source, span.start) && (is_one_of(after, u"、)") || is_han(after));
}

/// “152”, 双“60”.
bool is_quoted(const Source& source, Span span) {
  if (!is_one_of(source.at(span.end), u"”’」』\"")) return false;
  for (std::size_t back = 0; back < 3 && back < span.start; ++back) {
    const char16_t before = source.text[span.start - 1 - back];
    if (is_one_of(before, u"“‘「『\"")) return true;
    if (is_sentence_end(before)) return false;
  }
  return false;
}

/// 5、6月份, 2018、2019年: the dates of a list share one sign.
bool lists_dates(const Source& source, std::size_t place) {
  constexpr int longest_list = 12;
  for (int i = 0;
       i < longest_list && is_one_of(source.at(place), u"、和及") && is_digit(source.at(place + 1)); ++i) {
    ++place;
    while (is_digit(source.at(place))) ++place;
  }
  return is_one_of(source.at(place), u"年月日号届");
}

}  // namespace

Span joined_token(const Source& source, Span span) {
  Span token = span;
  for (;;) {
    const char16_t c = source.before(token.start);
    if (!is_word_character(c) && (token.start == 0 || !joins(source, token.start - 1))) break;
    --token.start;
  }
  while (is_word_character(source.at(token.end)) || joins(source, token.end)) ++token.end;
  return token;
}

bool is_identifier(const Source& source, const Numeral& numeral) {
  const Span span = numeral.span;
  if (joined_token(source, span) != span) return true;
  const char16_t before = source.before(span.start);
  const char16_t after = source.at(span.end);
  const bool plain = is_plain(source, numeral);
  if (plain && span.size() > 1 && source.text[span.start] == u'0') return true;
  if (plain && span.size() > most_plain_digits) return true;
  if (source.reach(span.start, WordClass::numeral_idiom) > span.end) return true;  // 12345热线
  for (std::uint32_t i = span.start; i < span.end; ++i) {
    if (is_raised_point(source.text[i])) return true;  // a day's name: 6·18
  }
  if (is_one_of(before, u"[〔") || is_one_of(after, u"]〕")) return true;
  if (is_one_of(after, u"强版世线路时后") && plain) return true;
  return plain && (is_list_number(source, span) || is_quoted(source, span) || lists_dates(source, span.end));
}

bool is_dated(const Source& source, const Numeral& numeral, const UnitExpr& unit, std::size_t end) {
  const std::u16string_view symbol = source.knowledge.unit(static_cast<std::uint16_t>(unit.numerator)).symbol;
  if (source.at(numeral.span.end) == u'季') return true;  // 1季度 is a part of the year, 3个季度 a time
  const bool calendar = source.dimension(unit.numerator) == "calendar";
  if (calendar && numeral.looseness != Looseness::none && is_one_of(source.at(end), u"前来后")) return true;
  if (symbol == u"年") return is_year(source, numeral);
  if (symbol == u"点") return is_digit(source.at(end)) || is_one_of(source.at(end), u"半钟整许左");
  // 8点30分, 20分30秒; but 得分98.6分
  const char16_t before = source.before(numeral.span.start);
  if (symbol.front() == u'分' && is_one_of(before, u"点时")) return true;
  if (symbol.front() == u'秒' && is_one_of(before, u"时分")) return true;
  const std::string_view dimension = source.dimension(unit.numerator);
  if (dimension != "count" || numeral.magnitude > 0) return false;
  return joined_token(source, numeral.span).start < numeral.span.start;
}

bool in_word(const Source& source, std::size_t place) {
  constexpr knowledge::ClassMask names = mask(WordClass::numeral_idiom) | mask(WordClass::region);
  for (std::size_t back = 0; back <= 3 && back <= place; ++back) {
    if (source.reach(place - back, names) > place) return true;
  }
  return false;
}

bool counts(const Source& source, const Numeral& numeral, const UnitExpr& unit, std::size_t end) {
  const std::string_view dimension = source.dimension(unit.numerator);
  if (dimension != "count" && dimension != "time" && dimension != "calendar" && dimension != "energy")
    return true;
  const std::u16string_view digits = source.text.substr(numeral.span.start, numeral.span.size());
  if (source.at(numeral.span.end) == u'季') return false;
  // 一 before a classifier is hardly ever a count (一方面, 一批), and two things are 两, so 二 is an ordinal.
  if (digits == u"一" || digits == u"二") return false;
  const std::u16string_view symbol = source.knowledge.unit(static_cast<std::uint16_t>(unit.numerator)).symbol;
  if (symbol == u"年" && is_year(source, numeral)) return false;
  if (symbol == u"届" || symbol == u"期" || symbol == u"级" || symbol == u"楼") return false;
  if (!is_one_of(source.before(numeral.span.start), u"“‘「『")) return true;
  // A short phrase in quotation marks that begins with a count is a name: “四个聚焦”.
  constexpr std::size_t longest_name = 10;
  for (std::size_t place = end; place < end + longest_name; ++place) {
    if (is_one_of(source.at(place), u"”’」』")) return false;
    if (is_clause_end(source.at(place))) break;
  }
  return true;
}

bool is_heading_unit(const Source& source, std::size_t start, std::size_t end) {
  const char16_t before = source.before(start);
  if (before == u'每' || before == u'/') return true;
  return !is_han(before) && before != u'、' && !is_han(source.at(end));
}

}  // namespace mujun::scan
