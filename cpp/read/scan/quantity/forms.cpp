#include "read/scan/quantity/forms.hpp"

#include <cmath>
#include <vector>

#include "read/scan/numeral/signs.hpp"
#include "read/scan/quantity/guard.hpp"
#include "read/scan/quantity/qualifier.hpp"
#include "read/scan/quantity/unit.hpp"

namespace mujun::scan {
namespace {

using knowledge::mask;
using knowledge::WordClass;

FormReading form(const Source& source, std::size_t start, std::size_t end, Shape shape, Decimal value,
                 std::u16string_view unit) {
  Quantity quantity;
  quantity.span = {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end)};
  quantity.low = quantity.high = value;
  quantity.last_digit = {1, value.exponent};
  quantity.shape = shape;
  quantity.unit.numerator = source.unit_named(unit);
  quantity.chinese = true;
  for (std::size_t i = start; i < end; ++i) quantity.chinese &= !is_digit(source.text[i]);
  return {quantity, end};
}

/// A small whole number, as ordinals, doublings and denominators have.
std::optional<std::int64_t> whole(const Numeral& numeral) {
  std::int64_t value = numeral.low.mantissa;
  if (numeral.low.exponent < 0 || numeral.low.exponent > 3) return std::nullopt;
  for (int i = 0; i < numeral.low.exponent; ++i) value *= 10;
  return value <= 10000 ? std::optional(value) : std::nullopt;
}

/// 100 × numerator / denominator to 18 digits.
Decimal percent(std::int64_t numerator, std::int64_t denominator) {
  Decimal value{0, 0};
  std::int64_t rest = numerator * 100;
  value.mantissa = rest / denominator;
  for (rest %= denominator; rest != 0 && value.mantissa < 100'000'000'000'000'000; rest %= denominator) {
    rest *= 10;
    value.mantissa = value.mantissa * 10 + rest / denominator;
    --value.exponent;
  }
  return value;
}

/// A rank ends its phrase: 居全省第一, 第一的, 由第九位上升到第三位; a noun behind it makes it a name
/// (第一产业, 首位产业).
bool ends_rank(const Source& source, std::size_t end) {
  while (source.at(end) == u' ') ++end;
  if (!is_han(source.at(end)) || is_one_of(source.at(end), u"的和并且与及或而后之")) return true;
  return source.reach(end, knowledge::WordClass::range_word) > end + 1;
}

/// 第一、第二产业, 第一、二、三产业: the noun behind the last makes a name of each.
bool opens_list_of_names(const Source& source, std::size_t end) {
  static constexpr CharacterSet joining{u"、和与及"};
  constexpr int longest_list = 12;
  for (int i = 0; i < longest_list && is_one_of(source.at(end), joining); ++i) {
    const bool marked = source.at(end + 1) == u'第';
    const auto numeral = read_numeral(source.text, end + (marked ? 2 : 1));
    if (!numeral || numeral->no_digits || !numeral->chinese) return false;
    end = numeral->span.end;
    if (!is_one_of(source.at(end), joining))
      return !ends_rank(source, end) && !is_one_of(source.at(end), u"位名");
  }
  return false;
}

}  // namespace

FormReading read_ordinal(const Source& source, std::size_t at) {
  if (source.starts(at, u"首位") || source.starts(at, u"榜首")) {
    if (!ends_rank(source, at + 2)) return {std::nullopt, at + 2};
    return form(source, at, at + 2, Shape::ordinal, {1, 0}, u"位");
  }
  // 居全市九县(区)之首
  if (source.at(at) == u'首' && source.before(at) == u'之' && ends_rank(source, at + 1))
    return form(source, at - 1, at + 1, Shape::ordinal, {1, 0}, u"位");
  std::size_t place = at;
  if (source.starts(place, u"倒数第")) place += 2;
  const bool top = source.at(place) == u'前';
  if (!top && source.at(place) != u'第') return {};
  ++place;
  while (source.at(place) == u' ') ++place;
  const auto numeral = read_numeral(source.text, place);
  if (!numeral || numeral->no_digits) return {};
  std::size_t end = numeral->span.end;
  const bool placed = is_one_of(source.at(end), u"位名");
  if (placed) ++end;
  if (!placed && unit_at(source, end) && top) return {};
  const auto value = whole(*numeral);
  const std::size_t skip = top ? 0 : end;
  if (!value || numeral->looseness != Looseness::none || !ends_rank(source, end)) return {std::nullopt, skip};
  // 第一， at the start of a sentence counts its points.
  const char16_t before = source.before(at);
  if (!placed && (before == u'\0' || before == u'\n' || is_sentence_end(before))) return {std::nullopt, skip};
  if (opens_list_of_names(source, end)) return {std::nullopt, end};
  FormReading rank = form(source, at, end, Shape::ordinal, {*value, 0}, u"位");
  if (top) rank.quantity->qualifier = Qualifier::at_most;
  return rank;
}

FormReading read_doubling(const Source& source, std::size_t at) {
  if (source.before(at) == u'个') return {};  // 五个翻番 counts doublings
  std::size_t place = at + 1;
  if (source.at(place) == u'了') ++place;
  const auto qualifier = leading_qualifier_at(source, place);
  if (qualifier) place = qualifier->span.end;
  std::int64_t times = 1;
  if (source.at(place) != u'番') {
    const auto numeral = read_numeral(source.text, place);
    const auto value = numeral ? whole(*numeral) : std::nullopt;
    if (!value || *value < 1 || *value > 20 || source.at(numeral->span.end) != u'番') return {};
    times = *value;
    place = numeral->span.end;
  }
  FormReading doubling = form(source, at, place + 1, Shape::doubling, {((1LL << times) - 1) * 100, 0}, u"%");
  if (qualifier) {
    doubling.quantity->qualifier = qualifier->qualifier;
    doubling.quantity->qualifier_word = qualifier->word;
  }
  return doubling;
}

FormReading read_parts(const Source& source, std::size_t at) {
  if (!source.starts(at + 1, u"分之")) return {};
  const char16_t whole_sign = source.at(at);
  if (source.starts(at + 3, u"百") && whole_sign == u'百')
    return form(source, at, at + 4, Shape::amount, {100, 0}, u"%");
  const auto numeral = read_numeral(source.text, at + 3);
  if (!numeral || numeral->no_digits) return {std::nullopt, at + 3};
  const int power = whole_sign == u'万' ? -2 : 0;
  FormReading parts = form(source, at, numeral->span.end, Shape::amount, numeral->low.scaled(power),
                           whole_sign == u'千' ? u"‰" : u"%");
  parts.quantity->high = numeral->high.scaled(power);
  parts.quantity->is_range = !(numeral->low == numeral->high);
  parts.quantity->last_digit = numeral->last_digit.scaled(power);
  return parts;
}

FormReading read_half(const Source& source, std::size_t at) {
  if (source.starts(at, u"一半")) {
    FormReading half = form(source, at, at + 2, Shape::fraction, {50, 0}, u"%");
    half.quantity->last_digit = {1, 1};
    return half;
  }
  if (source.at(at) != u'半' || is_one_of(source.before(at), u"上下前后大小过多一各对参")) return {};
  const auto unit = unit_at(source, at + 1);
  if (!unit) return {};
  const auto index = static_cast<UnitIndex>(unit->entry.index);
  const std::string_view dimension = source.dimension(index);
  if (dimension == "count" || dimension == "time" || dimension == "calendar") return {};
  FormReading half = form(source, at, at + 1 + unit->length, Shape::amount, {5, -1}, u"%");
  half.quantity->unit.numerator = index;
  return half;
}

FormReading read_fraction(const Source& source, const Numeral& numeral) {
  const std::size_t start = numeral.span.start;
  std::size_t place = numeral.span.end;
  const auto first = whole(numeral);
  if (!first || *first == 0 || numeral.no_digits) return {};
  if (source.starts(place, u"分之")) {
    const auto part = read_numeral(source.text, place + 2);
    const auto numerator = part ? whole(*part) : std::nullopt;
    if (!numerator || part->no_digits) return {std::nullopt, place + 2};
    FormReading reading =
        form(source, start, part->span.end, Shape::fraction, percent(*numerator, *first), u"%");
    reading.quantity->last_digit = {1, 0};
    return reading;
  }
  if (is_one_of(source.at(place), u"/⁄") && *first < 10 && place == start + 1 &&
      is_digit(source.at(place + 1)) && !is_digit(source.at(place + 2)) &&
      joined_token(source, {numeral.span.start, numeral.span.end}).size() <= 3) {
    const int denominator = source.at(place + 1) - u'0';
    const bool proper =
        denominator > *first && (is_han(source.at(place + 2)) || is_clause_end(source.at(place + 2)));
    if (!proper || is_one_of(source.at(place + 2), u"月日号")) return {};
    FormReading reading = form(source, start, place + 2, Shape::fraction, percent(*first, denominator), u"%");
    reading.quantity->last_digit = {1, 0};
    return reading;
  }
  if (source.at(place) != u'成' || *first > 10 || source.reach(place, WordClass::numeral_idiom) > place)
    return {};
  ++place;
  Decimal low = numeral.low.scaled(1);
  Decimal high = numeral.high.scaled(1);
  Decimal digit = {1, 1};
  const bool more_digits = is_chinese_digit(source.at(place + 1)) || is_magnitude(source.at(place + 1));
  const bool digit_follows = is_chinese_digit(source.at(place)) && source.at(place) != u'参';  // 三成参与
  if (source.at(place) == u'半' || (digit_follows && !more_digits)) {
    const std::int64_t ones = source.at(place) == u'半' ? 5 : sign_of(source.at(place)).value;
    low = high = {*first * 10 + ones, 0};
    digit = {1, 0};
    ++place;
  }
  FormReading tenths = form(source, start, place, Shape::fraction, low, u"%");
  tenths.quantity->high = high;
  tenths.quantity->is_range = !(low == high);
  tenths.quantity->last_digit = digit;
  return tenths;
}

FormReading read_proportion(const Source& source, const Numeral& numeral) {
  constexpr std::size_t most_parts = 3;
  constexpr std::size_t longest_part = 6;
  constexpr double sum_of_parts = 100;
  constexpr double most_rounding = 0.35;
  const auto is_part = [](char16_t c) { return is_digit(c) || c == u'.'; };
  const auto joins = [](char16_t c) { return is_one_of(c, u":∶"); };
  if (!joins(source.before(numeral.span.start)) && !joins(source.at(numeral.span.end))) return {};
  std::size_t start = numeral.span.start;
  for (std::size_t back = 0; back < most_parts * longest_part && start > 0; ++back) {
    if (!is_part(source.before(start)) && !joins(source.before(start))) break;
    --start;
  }
  std::vector<Numeral> parts;
  std::size_t place = start;
  while (parts.size() <= most_parts) {
    const auto part = is_digit(source.at(place)) ? read_numeral(source.text, place) : std::nullopt;
    if (!part || part->magnitude > 0 || part->span.size() > longest_part) return {};
    parts.push_back(*part);
    place = part->span.end;
    if (!joins(source.at(place))) break;
    ++place;
  }
  if (is_letter(source.at(place)) || is_letter(source.before(start))) return {};
  if (parts.size() == most_parts) {
    double sum = 0;
    for (const Numeral& part : parts) sum += part.low.to_double();
    if (std::abs(sum - sum_of_parts) > most_rounding) return {};
    return form(source, numeral.span.start, numeral.span.end, Shape::fraction, numeral.low, u"%");
  }
  const bool to_one = parts.size() == 2 && whole(parts.back()) == 1 && numeral.span == parts.front().span;
  if (!to_one) return {};
  return form(source, start, place, Shape::amount, numeral.low, u"");
}

}  // namespace mujun::scan
