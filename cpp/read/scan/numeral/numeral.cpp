#include "read/scan/numeral/numeral.hpp"

#include "read/scan/numeral/places.hpp"
#include "read/scan/numeral/signs.hpp"

namespace mujun::scan {
namespace {

constexpr int most_digits = 18;
constexpr int wan = 4;

/// Digits as they stand: their value, and how many.
struct Digits {
  std::int64_t value = 0;
  int count = 0;
};

/// Reads one numeral; false from a step means that there is none. A numeral like 两三百 is read twice, once
/// for each of its ends.
class Reader {
 public:
  enum class End { low, high };

  Reader(std::u16string_view text, std::size_t at, End end) : text_(text), start_(at), at_(at), end_(end) {}

  std::optional<Numeral> read() {
    if (!read_number()) return std::nullopt;
    read_spoken_yi();
    read_looseness();
    Numeral numeral;
    numeral.span = {static_cast<std::uint32_t>(start_), static_cast<std::uint32_t>(at_)};
    numeral.low = numeral.high = number_;
    numeral.last_digit = {1, number_.exponent};
    numeral.looseness = looseness_;
    numeral.chinese = !arabic_;
    numeral.no_digits = no_digits_;
    numeral.magnitude = run_;
    return numeral;
  }

  bool is_pair() const { return pair_; }

 private:
  char16_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : u'\0';
  }
  bool digit_here(std::size_t ahead = 0) const {
    return is_chinese_digit(peek(ahead)) && sign_of(peek(ahead)).value < 10 &&
           (peek(ahead) != u'参' || is_formal_three(at_ + ahead));
  }

  /// 叁 is 參 in Traditional characters, and that 参 in ours (参加): a digit only beside the formal
  /// magnitudes.
  bool is_formal_three(std::size_t at) const {
    return (at + 1 < text_.size() && is_one_of(text_[at + 1], u"拾佰仟万亿")) ||
           (at > start_ && is_one_of(text_[at - 1], u"拾佰仟零"));
  }

  /// 百 of 百分点 and 千 of 千瓦 belong to what follows; 兆 is 10^12 only of money, else it is mega.
  bool magnitude_here() const {
    switch (peek()) {
      case u'百':
        return !(peek(1) == u'分' && is_one_of(peek(2), u"点之比制数"));
      case u'千':
        return !is_one_of(peek(1), u"瓦米克伏乏焦卡帕赫");
      case u'万':
        return !(peek(1) == u'分' && peek(2) == u'之');
      case u'兆':
        return is_one_of(peek(1), u"元日美台新韩");
      default:
        return is_magnitude(peek());
    }
  }

  bool read_number() {
    if (is_digit(peek())) return read_arabic();
    if (peek() == u'几' || peek() == u'数') return read_several();
    // The formal digits are also common characters (登陆, 队伍): they are digits only where a magnitude
    // follows.
    if (is_one_of(peek(), u"壹贰叁参肆伍陆柒捌玖") && !is_magnitude(peek(1))) return false;
    if (!digit_here()) return read_places(std::nullopt) && (no_digits_ || read_point());
    const std::optional<Digits> head = read_chinese_digits();
    if (!head) return false;
    return head->count == 1 ? read_places(head) && read_point() : read_whole(*head) && read_point();
  }

  std::optional<Digits> read_digits(bool arabic) {
    Digits digits;
    for (; arabic ? is_digit(peek()) : digit_here(); ++at_, ++digits.count) {
      if (digits.count == most_digits) return std::nullopt;
      digits.value = digits.value * 10 + (arabic ? peek() - u'0' : sign_of(peek()).value);
    }
    return digits;
  }

  bool read_arabic() {
    arabic_ = true;
    std::optional<Digits> head = read_digits(true);
    if (!head) return false;
    bool whole = false;
    while (head->count <= most_digits - 3 && (whole || head->count <= 3) && thousand_follows()) {
      ++at_;
      head->value = head->value * 1000 + read_digits(true)->value;
      head->count += 3;
      whole = true;
    }
    const std::size_t gap = peek() == u' ' && peek(1) == u'.' ? 1 : 0;
    if ((peek(gap) == u'.' || is_raised_point(peek())) && is_digit(peek(gap + 1))) {
      at_ += gap + 1;
      return read_decimals(*head);
    }
    return read_places(head);
  }

  bool thousand_follows() const {
    return peek() == u',' && is_digit(peek(1)) && is_digit(peek(2)) && is_digit(peek(3)) &&
           !is_digit(peek(4));
  }

  /// The digits behind a point, of the script of the digits before it.
  bool read_decimals(Digits head) {
    const std::optional<Digits> rest = read_digits(arabic_);
    if (!rest || head.count + rest->count > most_digits) return false;
    std::int64_t value = head.value;
    for (int i = 0; i < rest->count; ++i) value *= 10;
    number_ = {value + rest->value, -rest->count};
    run_ = 0;
    read_magnitudes();
    return true;
  }

  bool read_whole(Digits digits) {
    number_ = {digits.value, 0};
    read_magnitudes();
    return true;
  }

  /// 几百, 数十亿: the low end is one of the magnitude.
  bool read_several() {
    ++at_;
    if (!magnitude_here()) return false;
    looseness_ = Looseness::several;
    return read_whole({1, 1});
  }

  /// The magnitudes behind a number that takes no more digits: 1.5千, 3.2万亿.
  void read_magnitudes() {
    if (peek() == u' ' && is_one_of(peek(1), u"万亿")) ++at_;
    for (int last = 0; magnitude_here(); ++at_) {
      const int power = sign_of(peek()).value;
      if (power <= last || (last > wan)) return;
      last = power;
      run_ += power;
      number_.exponent += power;
    }
  }

  /// Chinese digits. Two that follow one another, before a magnitude or a noun, are the ends of a range:
  /// 两三百.
  std::optional<Digits> read_chinese_digits() {
    const std::size_t from = at_;
    const std::optional<Digits> digits = read_digits(false);
    if (!digits || digits->count != 2 || is_raised_point(peek()) || peek() == u'点') return digits;
    const int low = sign_of(text_[from]).value;
    const int high = sign_of(text_[from + 1]).value;
    if (low == 0 || high <= low || high > low + 2) return digits;
    pair_ = true;
    looseness_ = Looseness::several;
    return Digits{end_ == End::low ? low : high, 1};
  }

  /// Digits and magnitudes by place, from `head` on: 一万五千, 3万4000, 二十万亿, 百亿.
  bool read_places(std::optional<Digits> head) {
    Places places;
    if (head) places.digits(head->value, head->count);
    no_digits_ = !head && is_magnitude(peek()) && peek() != u'十' && peek() != u'拾';
    const std::size_t first = at_;
    if (arabic_ && peek() == u' ' && is_one_of(peek(1), u"万亿")) ++at_;
    for (bool more = true; more;) {
      const std::size_t before = at_;
      more = magnitude_here() ? places.magnitude(sign_of(peek()).value) && ++at_ : read_inner_digits(places);
      if (!more) at_ = before;
    }
    const std::optional<Decimal> value = places.value();
    if (!value || (!head && at_ == first)) return false;
    number_ = *value;
    run_ = places.run();
    return true;
  }

  /// Digits behind a magnitude. They stay outside where they cannot belong to the number before them.
  bool read_inner_digits(Places& places) {
    if (is_chinese_digit(peek()) && !digit_here()) return places.tens(sign_of(peek()).value) && ++at_;
    const bool arabic = is_digit(peek());
    if ((!arabic && !digit_here()) || (arabic && !arabic_)) return false;
    const bool zero = arabic ? peek() == u'0' : sign_of(peek()).value == 0;
    if (zero && !arabic) ++at_;
    const std::optional<Digits> digits = arabic ? read_digits(true) : read_chinese_digits();
    if (!digits || digits->count == 0 || (!arabic && digits->count > 1)) return false;
    if (magnitude_here()) {
      Places ahead = places;
      return ahead.digits(digits->value, digits->count) && ahead.magnitude(sign_of(peek()).value) &&
             places.digits(digits->value, digits->count);
    }
    if (arabic != arabic_) return false;
    // 三万五 is 35,000, but 三万零五 is 30,005 and 二十五 is 25.
    return (digits->count == 1 && !zero && places.spoken_digit(digits->value)) ||
           places.digits(digits->value, digits->count);
  }

  /// 三点二, 一‧四七. Not of clock times (三点二十分) or of a list of points.
  bool read_point() {
    if (arabic_ || pair_ || !(peek() == u'点' || is_raised_point(peek())) || !digit_here(1)) return true;
    if (number_.exponent != 0 && run_ >= wan) return true;
    const std::size_t point = at_;
    const Decimal before = number_;
    const int run = run_;
    const Digits head = whole_digits();
    ++at_;
    const bool spoken = text_[point] == u'点';
    if (read_decimals(head) &&
        !(spoken && (is_one_of(peek(), u"十点刻钟半") || (peek() == u'分' && peek(1) != u'之')))) {
      return true;
    }
    at_ = point;
    number_ = before;
    run_ = run;
    return true;
  }

  /// The number read so far, with its zeros written out.
  Digits whole_digits() const {
    Digits digits{number_.mantissa, 0};
    for (int i = 0; i < number_.exponent; ++i) digits.value *= 10;
    for (std::int64_t rest = digits.value; rest != 0; rest /= 10) ++digits.count;
    return digits;
  }

  /// 5个亿, as is said of money; 14个亿元项目 counts projects.
  void read_spoken_yi() {
    if (peek() != u'个' || peek(1) != u'亿' || is_one_of(peek(2), u"元级美")) return;
    at_ += 2;
    run_ += 8;
    number_.exponent += 8;
  }

  /// 多 and 余 behind the digits or between the magnitudes (1100多, 100余亿, 4万多亿); 来 between them
  /// (二十来万); 几 behind 十.
  void read_looseness() {
    const bool ten = at_ > start_ && text_[at_ - 1] == u'十';
    const bool round = run_ > 0 || number_.exponent > 0 || number_.mantissa % 10 == 0;
    const bool more = is_one_of(peek(), u"多余") && round && number_.mantissa != 0;
    const bool about = peek() == u'来' && is_one_of(peek(1), u"万亿") && round && number_.mantissa != 0;
    if (!more && !about && !(peek() == u'几' && ten)) return;
    ++at_;
    looseness_ = about ? Looseness::about : Looseness::more;
    for (const char16_t magnitude : {u'万', u'亿'}) {
      if (peek() != magnitude || !magnitude_here()) continue;
      const int power = sign_of(magnitude).value;
      run_ += power;
      number_.exponent += power;
      ++at_;
    }
  }

  std::u16string_view text_;
  std::size_t start_;
  std::size_t at_;
  End end_;
  Decimal number_;
  int run_ = 0;
  Looseness looseness_ = Looseness::none;
  bool arabic_ = false;
  bool no_digits_ = false;
  bool pair_ = false;
};

}  // namespace

std::optional<Numeral> read_numeral(std::u16string_view text, std::size_t at) {
  Reader low(text, at, Reader::End::low);
  std::optional<Numeral> numeral = low.read();
  if (numeral && low.is_pair()) numeral->high = Reader(text, at, Reader::End::high).read()->low;
  return numeral;
}

}  // namespace mujun::scan
