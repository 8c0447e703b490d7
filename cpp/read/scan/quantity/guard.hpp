// What looks like a quantity and is none: identifiers, names that hold digits, list numbers, idioms, table
// heads.
#pragma once

#include "read/scan/numeral/numeral.hpp"
#include "read/scan/quantity/source.hpp"

namespace mujun::scan {

/// The whole run of letters, digits and joining signs around a span (0597-2999266, PM2.5, 10:40): where the
/// number is alone this is the span itself.
Span joined_token(const Source& source, Span span);

/// Whether Arabic digits without a unit are a name or number of something: licence, telephone, year, clock
/// time, list number, 500强, “152”.
bool is_identifier(const Source& source, const Numeral& numeral);

/// Whether an Arabic number with a unit is still a date, a clock time or part of a name.
bool is_dated(const Source& source, const Numeral& numeral, const UnitExpr& unit, std::size_t end);

/// Whether the Chinese sign at `place` belongs to a longer word: 统一, 百姓, 三门县.
bool in_word(const Source& source, std::size_t place);

/// Whether Chinese digits with this unit count something (两个, 三大) and not name it (一家, 二级, “四个”).
bool counts(const Source& source, const Numeral& numeral, const UnitExpr& unit, std::size_t end);

/// Whether a magnitude alone (亿元) is a unit of a table's head or of a ratio (每万人) and no amount.
bool is_heading_unit(const Source& source, std::size_t start, std::size_t end);

}  // namespace mujun::scan
