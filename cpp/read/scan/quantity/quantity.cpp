#include "read/scan/quantity/quantity.hpp"

#include <algorithm>

#include "read/scan/numeral/signs.hpp"
#include "read/scan/quantity/amount.hpp"
#include "read/scan/quantity/forms.hpp"
#include "read/scan/quantity/guard.hpp"
#include "read/scan/quantity/qualifier.hpp"
#include "read/scan/starts.hpp"

namespace mujun::scan {
namespace {

constexpr int most_digits = 18;
constexpr std::size_t usual_distance = 32;  // of quantities from one another

std::uint32_t digit_run_end(const Source& source, std::uint32_t at) {
  while (is_digit(source.at(at))) ++at;
  return at;
}

/// Digits and magnitudes without a gap: where they end, and how many digits they come to written out.
struct SignRun {
  std::uint32_t end;
  int digits = 0;
};

SignRun sign_run(const Source& source, std::uint32_t at) {
  SignRun run{at};
  for (; is_digit(source.at(run.end)) || sign_of(source.at(run.end)).kind != Sign::Kind::none; ++run.end) {
    const char16_t c = source.at(run.end);
    run.digits += is_magnitude(c) ? sign_of(c).value : 1;
  }
  return run;
}

FormReading read_at(const Source& source, std::uint32_t at, Notices& notices) {
  switch (source.at(at)) {
    case u'第':
    case u'倒':
    case u'首':
    case u'榜':
    case u'前':
      return read_ordinal(source, at);
    case u'翻':
      return read_doubling(source, at);
    case u'每':  // 每万人发明专利拥有量 is a name
      if (const auto name = source.word(at, knowledge::WordClass::indicator))
        return {std::nullopt, at + name->length};
      return read_per(source, at);
    case u'半':
      return read_half(source, at);
    case u'百':
    case u'千':
    case u'万':
      if (source.starts(at + 1, u"分之")) return read_parts(source, at);
      break;
    case u'一':
      if (source.at(at + 1) == u'半') return read_half(source, at);
      break;
    default:
      break;
  }
  const auto numeral = read_numeral(source.text, at);
  if (!numeral) {
    const SignRun run = sign_run(source, at);
    if (run.digits <= most_digits) return {std::nullopt, digit_run_end(source, at)};
    notices.push_back({NoticeCode::number_out_of_range, {at, run.end}});
    return {std::nullopt, run.end};
  }
  for (const auto read : {read_fraction, read_proportion}) {
    if (FormReading reading = read(source, *numeral); reading.end != 0) return reading;
  }
  return read_amount(source, *numeral);
}

/// Puts the qualifiers around a quantity into `outer`. What stands before it says more than what stands
/// behind, and both more than 多 within; 约 and 近 yield to a bound behind (约2亿元以上).
void qualify(const Source& source, Quantity& quantity, std::uint32_t floor) {
  quantity.outer = quantity.span;
  if (quantity.shape == Shape::ordinal) return;
  auto before = qualifier_before(source, quantity.span.start);
  if (before && before->span.start < floor) before.reset();
  // 低于3个百分点 is a gap, and the grammar's.
  const bool bound =
      before && (before->qualifier == Qualifier::under || before->qualifier == Qualifier::over);
  if (bound && source.dimension(quantity.unit.numerator) == "point" &&
      source.at(before->span.end - 1) == u'于')
    before.reset();
  const auto after = qualifier_after(source, quantity.span.end);
  if (before) quantity.outer.start = before->span.start;
  if (after) quantity.outer.end = after->span.end;
  const bool loose =
      !before || before->qualifier == Qualifier::about || before->qualifier == Qualifier::nearly;
  const auto& chosen = after && loose ? after : before;
  if (!chosen) return;
  quantity.qualifier = chosen->qualifier;
  quantity.qualifier_word = chosen->word;
}

}  // namespace

std::vector<Quantity> find_quantities(std::u16string_view text, const knowledge::Knowledge& knowledge,
                                      const std::vector<Span>& taken, Notices& notices) {
  return find_quantities(text, knowledge, taken, find_starts(text, knowledge).quantities, notices);
}

std::vector<Quantity> find_quantities(std::u16string_view text, const knowledge::Knowledge& knowledge,
                                      const std::vector<Span>& taken, const PlaceSet& starts,
                                      Notices& notices) {
  const Source source{text, knowledge};
  std::vector<Quantity> quantities;
  quantities.reserve(text.size() / usual_distance);
  auto next = taken.begin();
  std::uint32_t floor = 0;  // where the last quantity or taken span ends
  for (std::uint32_t at = starts.next(0); at < text.size(); at = starts.next(at)) {
    if (next != taken.end() && next->start <= at) {
      floor = std::max(floor, next->end);
      at = std::max(at, next->end);
      ++next;
      continue;
    }
    FormReading reading = read_at(source, at, notices);
    const bool free = next == taken.end() || reading.end <= next->start;
    if (reading.quantity && free && reading.quantity->span.start >= floor) {
      qualify(source, *reading.quantity, floor);
      if (next != taken.end())
        reading.quantity->outer.end = std::min(reading.quantity->outer.end, next->start);
      floor = reading.quantity->outer.end;
      quantities.push_back(*reading.quantity);
      at = floor;
    } else {
      at = std::max(at + 1, free ? static_cast<std::uint32_t>(reading.end) : next->start);
    }
  }
  return quantities;
}

}  // namespace mujun::scan
