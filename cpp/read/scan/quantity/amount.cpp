#include "read/scan/quantity/amount.hpp"

#include "read/scan/numeral/signs.hpp"
#include "read/scan/quantity/guard.hpp"
#include "read/scan/quantity/qualifier.hpp"
#include "read/scan/quantity/unit.hpp"

namespace mujun::scan {
namespace {

using knowledge::mask;
using knowledge::WordClass;

constexpr int wan = 4;
constexpr int yi = 8;
constexpr int wan_yi = 12;

/// A numeral with its unit: an amount, or one end of a range.
struct Endpoint {
  Numeral numeral;
  std::optional<UnitReading> unit;
  std::uint32_t end = 0;
};

Endpoint endpoint_of(const Source& source, const Numeral& numeral) {
  Endpoint endpoint{numeral, read_unit(source, numeral), numeral.span.end};
  if (endpoint.unit) endpoint.end = endpoint.unit->end;
  return endpoint;
}

/// The sign between the ends of a range, and how far it reaches; `place` itself where there is none.
std::size_t after_range_sign(const Source& source, std::size_t place) {
  const std::size_t start = place;
  if (source.at(place) == u' ') ++place;
  if (is_one_of(source.at(place), u"至到")) {
    ++place;
  } else if (is_dash(source.at(place))) {
    place += is_dash(source.at(place + 1)) ? 2 : 1;
  } else {
    return start;
  }
  return source.at(place) == u' ' ? place + 1 : place;
}

/// 增加3家 before 至15家: by how much, and then to how many. 增长5%至6% and 增加3至5家 are ranges.
bool is_step(const Source& source, const Endpoint& low) {
  if (!low.unit) return false;
  const std::string_view dimension = source.dimension(low.unit->unit.numerator);
  if (dimension == "ratio" || dimension == "point") return false;
  const std::size_t start = low.numeral.span.start;
  for (std::size_t length = 1; length <= 3 && length <= start; ++length) {
    if (source.reach(start - length, WordClass::growth_verb) == start) return true;
  }
  return false;
}

/// Whether 至 or 到 behind this amount leads to where something has come, and no range: 从5万元到20万元.
bool is_way(const Source& source, std::size_t start) {
  if (is_one_of(source.before(start), u"至到")) return false;  // 提高到五十至五十五元
  constexpr std::size_t reach = 12;
  for (std::size_t place = start; place > 0 && start - place < reach; --place) {
    const char16_t c = source.text[place - 1];
    if (is_clause_end(c) || c == u'\n') return false;
    if (is_one_of(c, u"从由自") && !in_word(source, place - 1)) return true;
  }
  return false;
}

/// The magnitude that the low end of a range borrows from the high end: 4-13.6万, 三百至五百万.
int carried(const Numeral& low, const Numeral& high) {
  if (low.no_digits || low.magnitude >= wan) return 0;
  int power = high.magnitude;
  if (low.magnitude > 0) power = power >= wan_yi ? wan_yi : power >= yi ? yi : power >= wan ? wan : 0;
  const bool smaller = low.low.to_double() < high.low.scaled(-power).to_double();
  return smaller ? power : 0;
}

struct Range {
  Endpoint high;
  int carried = 0;
  std::uint32_t end = high.end;  // or behind it, with the 以下 of 十元以上三十元以下
};

/// 十元以上三十元以下, 10万元以上、20万元以下: a lower bound and an upper one of the same.
std::optional<Range> read_bounds(const Source& source, const Endpoint& low, const QualifierReading& from) {
  if (from.qualifier != Qualifier::at_least) return std::nullopt;
  std::size_t place = from.span.end;
  if (is_one_of(source.at(place), u"、，,")) ++place;
  const auto numeral = read_numeral(source.text, place);
  if (!numeral || numeral->chinese != low.numeral.chinese) return std::nullopt;
  Range range{.high = endpoint_of(source, *numeral)};
  const auto to = range.high.unit ? qualifier_after(source, range.high.end) : std::nullopt;
  if (!to || to->qualifier != Qualifier::at_most) return std::nullopt;
  const UnitExpr unit = range.high.unit->unit;
  const auto value = [](const Endpoint& end) { return end.numeral.low.scaled(end.unit->power).to_double(); };
  if (low.unit->unit != unit || value(low) >= value(range.high)) return std::nullopt;
  range.end = to->span.end;
  return range;
}

/// The high end behind a low one; nothing where the two are no range.
std::optional<Range> read_range(const Source& source, const Endpoint& low) {
  std::size_t place = low.end;
  const auto bound = low.unit ? qualifier_after(source, place) : std::nullopt;
  if (bound) place = bound->span.end;
  if (low.unit && source.starts(place, u"(含)")) place += 3;
  const std::size_t next = after_range_sign(source, place);
  if (next == place) return bound ? read_bounds(source, low, *bound) : std::nullopt;
  const auto numeral = read_numeral(source.text, next);
  if (!numeral || numeral->chinese != low.numeral.chinese) return std::nullopt;
  Range range{.high = endpoint_of(source, *numeral)};
  const UnitExpr unit = range.high.unit ? range.high.unit->unit : UnitExpr{};
  if (low.unit && low.unit->unit != unit) return std::nullopt;
  if (!low.unit) range.carried = carried(low.numeral, *numeral);
  if (!range.high.unit && numeral->magnitude == 0) return std::nullopt;
  if (low.numeral.low.scaled(range.carried).to_double() >= numeral->low.to_double()) return std::nullopt;
  const bool by_word = is_one_of(source.at(next - 1), u"至到");
  if (by_word && (is_step(source, low) || is_way(source, low.numeral.span.start))) return std::nullopt;
  return range;
}

/// A minus sign right before the number, where it cannot be a dash: -3.2%, 增速为负5.2%.
bool has_minus(const Source& source, std::size_t start, const Endpoint& endpoint) {
  const char16_t sign = source.before(start);
  if (sign == u'负') return endpoint.unit && is_one_of(source.before(start - 1), u"为是达到至从由、，,:： (");
  if (sign != u'-' && sign != u'−') return false;
  const char16_t before = source.before(start - 1);
  if (before == u'\0' || is_space(before) || is_opening(before) || is_clause_end(before)) return true;
  if (is_one_of(before, u"、和及与")) return true;  // 11.8%、-2.6%
  if (!endpoint.unit || !is_han(before)) return false;
  const std::string_view dimension = source.dimension(endpoint.unit->unit.numerator);
  return dimension == "ratio" || dimension == "point";
}

/// Adds the half of 两年半.
Decimal with_half(const Endpoint& endpoint, Decimal value) {
  if (!endpoint.unit || !endpoint.unit->half) return value;
  return Decimal::add(value, {5, -1}).value_or(value);
}

Decimal coarser(Decimal left, Decimal right) {
  return left.exponent > right.exponent ? left : right;
}

Quantity quantity_of(const Endpoint& endpoint) {
  Quantity quantity;
  const Numeral& numeral = endpoint.numeral;
  const int power = endpoint.unit ? endpoint.unit->power : 0;
  quantity.span = {numeral.span.start, endpoint.end};
  quantity.low = with_half(endpoint, numeral.low).scaled(power);
  quantity.high = with_half(endpoint, numeral.high).scaled(power);
  quantity.last_digit = numeral.last_digit.scaled(power);
  quantity.is_range = numeral.looseness == Looseness::several && !(numeral.low == numeral.high);
  if (endpoint.unit) quantity.unit = endpoint.unit->unit;
  quantity.chinese = numeral.chinese;
  quantity.no_digits = numeral.no_digits;
  const bool several = numeral.looseness == Looseness::several && !quantity.is_range;
  const bool more = numeral.looseness == Looseness::more || (endpoint.unit && endpoint.unit->more);
  if (several || more) quantity.qualifier = Qualifier::over;
  if (numeral.looseness == Looseness::about || (endpoint.unit && endpoint.unit->about))
    quantity.qualifier = Qualifier::about;
  return quantity;
}

/// 3元5角, 2元8角5分: the small change behind the yuan is part of the sum.
void add_small_change(const Source& source, Endpoint& endpoint) {
  if (!endpoint.unit || endpoint.unit->unit != UnitExpr{.numerator = source.unit_named(u"元")}) return;
  int place = 0;
  for (const char16_t coin : std::u16string_view(u"角分")) {
    --place;
    const auto numeral = read_numeral(source.text, endpoint.end);
    if (!numeral || source.at(numeral->span.end) != coin || numeral->low.to_double() >= 10) continue;
    const auto sum = Decimal::add(endpoint.numeral.low, numeral->low.scaled(place));
    if (!sum) return;
    endpoint.numeral.low = endpoint.numeral.high = *sum;
    endpoint.numeral.last_digit = {1, place};
    endpoint.end = endpoint.unit->end = numeral->span.end + 1;
  }
}

/// $1.2亿, HK$860万, ¥35: the sign of a currency before the number.
std::optional<knowledge::Match> currency_before(const Source& source, std::size_t start) {
  constexpr std::size_t longest_sign = 3;
  for (std::size_t length = std::min(longest_sign, start); length > 0; --length) {
    const auto match = source.word(start - length, WordClass::unit);
    if (!match || match->length != length || is_han(source.text[start - 1])) continue;
    if (is_letter(source.text[start - length]) && is_letter(source.before(start - length))) continue;
    if (source.dimension(static_cast<UnitIndex>(match->entry.index)).starts_with("money")) return match;
  }
  return std::nullopt;
}

/// Whether signs that could be an amount are one, judged by what stands around them.
bool is_amount(const Source& source, const Endpoint& endpoint) {
  const Numeral& numeral = endpoint.numeral;
  const std::size_t start = numeral.span.start;
  if (!numeral.chinese) {
    if (endpoint.unit) return !is_dated(source, numeral, endpoint.unit->unit, endpoint.end);
    return (numeral.magnitude > 0 && !is_letter(source.before(start))) || !is_identifier(source, numeral);
  }
  // 千户 is a saying, but 近千户 counts.
  const bool counted = numeral.no_digits && endpoint.unit && qualifier_before(source, start);
  if (!counted && in_word(source, start)) return false;
  // 14个千亿产业 counts industries; what each is worth is part of their name.
  if (numeral.no_digits && source.before(start) == u'个') return false;
  if (numeral.no_digits && is_heading_unit(source, start, endpoint.end)) return false;
  if (endpoint.unit && (endpoint.unit->half || endpoint.unit->more)) return true;
  if (endpoint.unit) return counts(source, numeral, endpoint.unit->unit, endpoint.end);
  // Without a unit Chinese signs are a number only where they are large, or where a qualifier says so:
  // 突破百亿.
  if (numeral.no_digits) return qualifier_before(source, start).has_value();
  return numeral.magnitude >= wan && numeral.looseness != Looseness::several;
}

}  // namespace

FormReading read_amount(const Source& source, const Numeral& numeral) {
  Endpoint low = endpoint_of(source, numeral);
  add_small_change(source, low);
  const auto range = read_range(source, low);
  const Endpoint& last = range ? range->high : low;
  if (!is_amount(source, range && !low.unit ? Endpoint{numeral, range->high.unit, low.end} : low)) {
    const Span token = joined_token(source, numeral.span);
    return {std::nullopt, numeral.chinese ? numeral.span.end : std::max(token.end, numeral.span.end)};
  }
  Quantity quantity = quantity_of(low);
  if (range) {
    const Quantity high = quantity_of(last);
    quantity.span.end = range->end;
    quantity.low = quantity.low.scaled(range->carried);
    quantity.high = high.high;
    quantity.unit = high.unit;
    quantity.last_digit = coarser(quantity.last_digit.scaled(range->carried), high.last_digit);
    quantity.qualifier = high.qualifier;
    quantity.is_range = true;
  } else if (has_minus(source, quantity.span.start, low)) {
    --quantity.span.start;
    quantity.low.mantissa = -quantity.low.mantissa;
    quantity.high = quantity.low;
  }
  if (quantity.unit.none()) {
    if (const auto sign = currency_before(source, quantity.span.start)) {
      quantity.unit.numerator = static_cast<UnitIndex>(sign->entry.index);
      quantity.span.start -= sign->length;
    }
  }
  return {quantity, quantity.span.end};
}

FormReading read_per(const Source& source, std::size_t at) {
  const auto per = unit_at(source, at + 1);
  if (!per) return {};
  const auto denominator = static_cast<UnitIndex>(per->entry.index);
  const std::string_view dimension = source.dimension(denominator);
  if (dimension != "area" && dimension != "mass" && dimension != "volume" && dimension != "energy") return {};
  std::size_t place = at + 1 + per->length;
  const auto qualifier = leading_qualifier_at(source, place);
  if (qualifier) place = qualifier->span.end;
  const auto numeral = read_numeral(source.text, place);
  if (!numeral) return {};
  const Endpoint endpoint = endpoint_of(source, *numeral);
  if (!endpoint.unit || endpoint.unit->unit.denominator != no_unit ||
      source.dimension(endpoint.unit->unit.numerator) == "count" ||
      source.dimension(endpoint.unit->unit.numerator) == "ratio") {
    return {};
  }
  FormReading reading = read_amount(source, *numeral);
  if (!reading.quantity) return {};
  reading.quantity->span.start = static_cast<std::uint32_t>(at);
  reading.quantity->unit.denominator = denominator;
  if (qualifier) {
    reading.quantity->qualifier = qualifier->qualifier;
    reading.quantity->qualifier_word = qualifier->word;
  }
  return reading;
}

}  // namespace mujun::scan
