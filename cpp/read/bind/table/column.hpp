// The head of a number column of a table: its unit, its year, and what it names.
#pragma once

#include <optional>
#include <string_view>

#include "read/bind/sentence.hpp"

namespace mujun::bind {

struct CellUnit {
  UnitExpr unit;
  int power = 0;
};

/// What the head of a number column says.
struct Column {
  Span name;  // without its unit and words like 增速 and 总量; empty where nothing else stands there
  std::optional<CellUnit> unit = {};
  std::optional<Period> period = {};
  Measure measure = Measure::level;
  Basis basis = Basis::none;
  std::u16string_view reference = {};  // of a completion: 年度计划

  /// The unit that such figures have where no other is told.
  bool is_in_percent() const {
    return measure == Measure::growth || measure == Measure::share || measure == Measure::completion;
  }
};

/// 2018, without 年: in a head it is no figure.
bool is_year(std::u16string_view words);
/// How a table says that it has no figure; the columns behind it keep their places.
bool is_gap(std::u16string_view words);
Period year_of(std::u16string_view words);
/// 亿元 of 单位:亿元; empty where the words are no such line.
std::u16string_view behind_caption(std::u16string_view words);

/// The latest period that any of the columns names.
template <class Columns>
std::optional<Period> latest_of(const Columns& columns) {
  std::optional<Period> latest;
  for (const Column& column : columns)
    if (column.period && (!latest || latest->end < column.period->end)) latest = column.period;
  return latest;
}

class ColumnWords;

class HeadReader {
 public:
  explicit HeadReader(const Page& page) : page_(page) {}

  Column column_of(Span head) const;
  /// The one token that a cell is; null where it is none or more.
  const name::Token* only_token(Span cell) const;
  /// The one number, not in Chinese signs, that a cell is.
  const Quantity* number_in(Span cell) const;
  std::optional<Period> days_of(const name::Token& token) const;
  /// 地区生产总值(亿元): the unit, and the name left without it.
  std::optional<CellUnit> take_unit(Span& name) const;
  std::optional<CellUnit> unit_of(std::u16string_view words) const;

 private:
  void set_measure(std::u16string_view head, const ColumnWords& words, Column& column) const;
  void strip_plain_words(Span& name) const;

  const Page& page_;
};

}  // namespace mujun::bind
