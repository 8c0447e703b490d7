// A number built place by place, as Chinese numerals and mixed ones say it: digits, and what they count.
#pragma once

#include <cstdint>
#include <optional>

#include "model/decimal.hpp"

namespace mujun::scan {

/// 一万五千亿 is digits 1, magnitude 4, digits 5, magnitudes 3 and 8. Each step says whether it can stand
/// there; a refused step changes nothing.
class Places {
 public:
  /// `value` of `count` digits: the first, or filling the places that the magnitude before it leaves open.
  bool digits(std::int64_t value, int count) {
    if (pending_ || count > open_) return false;
    pending_ = true;
    digits_ = value;
    place_ = 0;
    run_ = 0;
    return true;
  }

  /// 廿 and 卅: tens that bring their magnitude along.
  bool tens(std::int64_t value) {
    if (pending_ || open_ < 2) return false;
    add(value, 0);
    close(1);
    place_ = 1;
    run_ = 0;
    return true;
  }

  /// The digit that ends 三万五: it counts the place just below the magnitude before it.
  bool spoken_digit(std::int64_t value) {
    if (pending_ || open_ < 2 || open_ == unbounded) return false;
    place_ = open_ - 1;
    run_ = 0;
    add(value, place_);
    open_ = 0;
    return true;
  }

  bool magnitude(int power) { return power < wan ? small_magnitude(power) : big_magnitude(power); }

  /// One unit of its exponent is one of the last place written. Nothing where it does not fit.
  std::optional<Decimal> value() const {
    std::int64_t value = sum_;
    if (overflow_ || __builtin_add_overflow(value, section_ + digits_, &value)) return std::nullopt;
    return Decimal{value / power_of_ten(place_), place_};
  }

  /// The power of ten of the magnitudes behind the last digit.
  int run() const { return run_; }

 private:
  static constexpr int wan = 4;
  static constexpr int unbounded = 19;

  static constexpr std::int64_t power_of_ten(int power) {
    std::int64_t value = 1;
    for (; power > 0; --power) value *= 10;
    return value;
  }

  bool empty() const { return open_ == unbounded && !pending_; }

  void close(int power) {
    pending_ = false;
    digits_ = 0;
    open_ = power;
    small_ = power < wan ? power : wan;
  }

  bool small_magnitude(int power) {
    // 十 may go without its digit: 十二, 一百十二; the others only at the head: 百亩, 千亿.
    const bool bare = !pending_ && (empty() || (power == 1 && (open_ == 2 || open_ == 3)));
    if (power >= small_ || !(pending_ || bare)) return false;
    add(pending_ ? digits_ : 1, power);
    place_ = power;
    run_ += power;
    close(power);
    return true;
  }

  bool big_magnitude(int power) {
    const bool head = empty();
    const std::int64_t count = head ? 1 : section_ + digits_;
    if (power == big_ || (power > big_ && big_ > wan) || (count == 0 && power < big_) || power > 18)
      return false;
    if (big_ != 0 && power < big_) {
      grow(count, power, sum_);
    } else {
      std::int64_t whole = 0;
      overflow_ |= __builtin_add_overflow(sum_, count, &whole);
      grow(whole, power, 0);
    }
    section_ = 0;
    place_ += power;
    run_ += power;
    big_ = power;
    close(power);
    return true;
  }

  /// To the section, which stays within 18 digits: digits may still be added to it.
  void add(std::int64_t count, int power) {
    constexpr std::int64_t limit = power_of_ten(18);
    overflow_ |= __builtin_mul_overflow(count, power_of_ten(power), &count) || count >= limit - section_;
    section_ = overflow_ ? 0 : section_ + count;
  }

  void grow(std::int64_t count, int power, std::int64_t base) {
    overflow_ |= __builtin_mul_overflow(count, power_of_ten(power), &count);
    overflow_ |= __builtin_add_overflow(base, count, &sum_);
  }

  std::int64_t sum_ = 0;      // what 万 and 亿 have closed
  std::int64_t section_ = 0;  // the thousands, hundreds and tens since
  std::int64_t digits_ = 0;   // digits whose magnitude has not come
  bool pending_ = false;
  int open_ = unbounded;  // how many digits may follow
  int small_ = wan;       // the next 千 百 十 must be smaller
  int big_ = 0;
  int place_ = 0;
  int run_ = 0;
  bool overflow_ = false;
};

}  // namespace mujun::scan
