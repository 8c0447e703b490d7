// The words that say how exactly a number is meant: 约 近 超过 不低于 before it, 以上 左右 以内 behind it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "read/scan/quantity/source.hpp"

namespace mujun::scan {

/// The qualifier of this name in the knowledge files; exact where it is none.
Qualifier qualifier_named(std::string_view name);

struct QualifierReading {
  Span span;
  Qualifier qualifier = Qualifier::exact;
  std::uint16_t word = 0xFFFF;
};

/// The qualifier that ends before `place`, at most a space or a light character (超过了, 约为) away.
std::optional<QualifierReading> qualifier_before(const Source& source, std::size_t place);

/// The qualifier that starts at `place`, at most a space away.
std::optional<QualifierReading> qualifier_after(const Source& source, std::size_t place);

/// A qualifier word at exactly `place`, of those that stand before numbers.
std::optional<QualifierReading> leading_qualifier_at(const Source& source, std::size_t place);

}  // namespace mujun::scan
