// One number mention with everything the page says about it: a row of the fact table before it is a row.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/period.hpp"
#include "model/quantity.hpp"
#include "model/text.hpp"

namespace mujun {

enum class Measure : std::uint8_t {
  level,
  growth,
  change,
  share,
  gap,
  completion,
  contribution,
  rank,
  multiple
};
enum class Basis : std::uint8_t { none, yoy, mom, qoq, prior, average };
enum class Status : std::uint8_t { actual, target, threshold, expected };

std::string_view name_of(Qualifier value);
std::string_view name_of(Measure value);
/// Empty for Basis::none, which is null in the table.
std::string_view name_of(Basis value);
std::string_view name_of(Status value);

/// Spans are in the page's code points. Text is UTF-8, words Simplified. An empty optional text is null in
/// the table.
struct Fact {
  std::int32_t article = 0;
  Span span;
  Span evidence;
  std::string indicator;
  std::string indicator_code;
  std::string subject;
  std::string region_code;
  Measure measure = Measure::level;
  Basis basis = Basis::none;
  std::string reference;
  double value = 0;
  std::optional<double> value_high;
  std::string unit;
  double base_value = 0;
  std::string base_unit;
  double precision = 0;
  Qualifier qualifier = Qualifier::exact;
  Status status = Status::actual;
  Period period;
  std::optional<std::int32_t> group;
  std::optional<std::int32_t> parent;  // index among the page's facts
  float confidence = 1;
  std::string_view rule;  // a rule's name, static storage
  std::string entries;    // the knowledge entries used, in reading order: "indicator:gdp growth_verb:grow"
};

}  // namespace mujun
