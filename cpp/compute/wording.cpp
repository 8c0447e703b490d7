#include "compute/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace mujun::compute {
namespace {

struct Magnitude {
  double size;
  std::string_view word;
};

constexpr std::array magnitudes{Magnitude{1e12, "万亿"}, Magnitude{1e8, "亿"}, Magnitude{1e4, "万"}};
constexpr int most_decimals = 3;  // behind a magnitude: 47.285亿, but 20809元

std::string number(double value, int decimals) {
  std::array<char, 64> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.*f", std::max(decimals, 0), value);
  return std::string(text.data(), static_cast<std::size_t>(size));
}

/// Magnitudes go with amounts and counts; 百分点, 倍 and ranks are written out.
bool takes_magnitude(std::string_view unit) {
  constexpr std::array<std::string_view, 6> plain{"%", "百分点", "‰", "倍", "位", "年"};
  return std::ranges::find(plain, unit) == plain.end();
}

/// Decimals so that the last one is worth twice the precision.
int decimals_of(double precision, double magnitude) {
  return precision > 0 ? static_cast<int>(std::lround(-std::log10(2 * precision / magnitude))) : 0;
}

/// The precision that also leaves the digits which the number has; for one that no digits tell (三分之一) its
/// own.
double finest(double value, double precision) {
  constexpr double finer = 1e-4;
  constexpr double exact = 1e-9;  // of the number, what floating point may be off
  if (precision <= 0) precision = 0.5;
  for (double last = 2 * precision; last > finer * precision; last /= 10) {
    if (std::abs(std::round(value / last) * last - value) <= exact * std::abs(value)) return last / 2;
  }
  return precision;
}

std::string size_with_unit(double size, double precision, std::string_view unit) {
  if (unit == "百分点") return number(size, decimals_of(precision, 1)) + "个百分点";
  for (const auto& [magnitude, word] : magnitudes) {
    const int decimals = decimals_of(precision, magnitude);
    if (!takes_magnitude(unit) || size < magnitude || decimals > most_decimals) continue;
    return number(size / magnitude, decimals) + std::string(word) + std::string(unit);
  }
  return number(size, decimals_of(precision, 1)) + std::string(unit);
}

std::string_view sign_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::about:
      return "约";
    case Qualifier::over:
      return "超";
    case Qualifier::at_least:
      return "至少";
    case Qualifier::nearly:
      return "近";
    case Qualifier::under:
      return "不足";
    case Qualifier::at_most:
      return "至多";
    case Qualifier::exact:
      break;
  }
  return "";
}

}  // namespace

std::string shown_size(const Figure& figure) {
  return std::string(sign_of(figure.qualifier)) +
         shown_printed(std::abs(figure.value), figure.precision, figure.unit);
}

std::string shown(const Figure& figure) {
  if (figure.value >= 0) return shown_size(figure);
  const bool plain = figure.qualifier == Qualifier::exact;
  return plain ? "−" + shown_size(figure) : "−(" + shown_size(figure) + ")";
}

std::string shown(double value, double precision, std::string_view unit) {
  return (value < 0 ? "−" : "") + size_with_unit(std::abs(value), precision, unit);
}

std::string shown_printed(double value, double precision, std::string_view unit) {
  return shown(value, finest(value, precision), unit);
}

std::string shown(double value, std::string_view unit) {
  const double size = std::abs(value);
  if (std::isnan(size)) return "";
  if (std::isinf(size)) return value < 0 ? "−∞" : "∞";
  double magnitude = 1;
  if (takes_magnitude(unit)) {
    for (const auto& step : magnitudes) {
      if (size < step.size) continue;
      magnitude = step.size;
      break;
    }
  }
  constexpr int digits = 4;
  const double scaled = size / magnitude;
  const int whole = scaled < 1 ? 0 : static_cast<int>(std::log10(scaled)) + 1;
  double last = std::pow(10.0, std::min(whole - digits, 0)) * magnitude;
  // 1759家, not 1759.0家
  while (last < magnitude && std::round(size / last) == 10 * std::round(size / last / 10)) last *= 10;
  return shown(value, last / 2, unit);
}

}  // namespace mujun::compute
