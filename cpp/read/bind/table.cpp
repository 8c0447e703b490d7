#include "read/bind/table.hpp"

#include <algorithm>
#include <optional>

#include "model/characters.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using layout::Line;
using layout::LineKind;

constexpr std::uint32_t longest_name = 30;

struct CellUnit {
  UnitExpr unit;
  int power = 0;
};

bool contains_any(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u16string_view w) { return text.find(w) != std::u16string_view::npos; });
}

class Reader {
 public:
  explicit Reader(const Page& page) : page_(page) {}

  std::vector<Cell> read() {
    const auto& lines = page_.layout.lines;
    for (std::uint32_t i = 0; i < lines.size(); ++i) {
      if (is_prose(lines[i]))
        start_table();
      else if (const Quantity* number = number_of(lines[i]))
        number_line(i, *number);
      else if (lines[i].kind != LineKind::furniture && lines[i].kind != LineKind::dateline)
        labels_.push_back(i);
    }
    return std::move(cells_);
  }

 private:
  std::u16string_view text(std::uint32_t line) const {
    return page_.folded.view(page_.layout.lines[line].span);
  }

  static bool is_prose(const Line& line) {
    return line.kind == LineKind::prose || line.span.size() > longest_name + 15;
  }

  /// The one plain number that the whole line is.
  const Quantity* number_of(const Line& line) const {
    if (line.kind != LineKind::cell) return nullptr;
    const auto inside = page_.tokens.within(line.span);
    if (inside.size() != 1 || inside.front().kind != name::TokenKind::quantity ||
        !(inside.front().span == line.span))
      return nullptr;
    const Quantity& quantity = page_.scan.quantities[inside.front().index];
    return quantity.unit.none() && !quantity.chinese ? &quantity : nullptr;
  }

  void start_table() {
    labels_.clear();
    columns_.clear();
    caption_.reset();
    row_.reset();
  }

  /// The lines since the last number: for a table's first row its caption and head, and the row's own name
  /// and unit.
  void number_line(std::uint32_t line, const Quantity& number) {
    if (!labels_.empty()) {
      row_unit_.reset();
      if (labels_.size() > 1) row_unit_ = unit_of(text(labels_.back()));
      if (row_unit_) labels_.pop_back();
      row_ = labels_.back();
      labels_.pop_back();
      if (!labels_.empty()) read_head();
      labels_.clear();
      column_ = 0;
    } else {
      ++column_;
    }
    if (!row_) return;
    const bool growth =
        column_ < columns_.size() ? contains_any(columns_[column_], {u"增", u"同比", u"升降", u"±"}) : false;
    Cell cell;
    cell.figure = {.quantity = &number,
                   .clause = page_.layout.lines[line].span,
                   .left = {number.outer.start, number.outer.start},
                   .right = {number.outer.end, number.outer.end}};
    cell.line = line;
    cell.name = page_.layout.lines[*row_].span;
    cell.growth = growth;
    const std::optional<CellUnit> unit = growth ? unit_of(u"%") : row_unit_ ? row_unit_ : caption_;
    if (unit) {
      cell.unit = unit->unit;
      cell.power = unit->power;
    }
    if (unit) cells_.push_back(cell);  // a number without any unit says nothing
  }

  /// What stands above the first row: 单位:亿元, and the names of the number columns.
  void read_head() {
    columns_.clear();
    for (const std::uint32_t label : labels_) {
      const std::u16string_view words = text(label);
      if (const std::size_t at = words.find(u"单位");
          at != std::u16string_view::npos && words.size() > at + 3) {
        caption_ = unit_of(words.substr(at + 3));
      } else if (contains_any(words, {u"指标值", u"数值", u"绝对", u"总量", u"增", u"同比", u"完成", u"本期",
                                      u"本年"}) &&
                 !contains_any(words, {u"情况", u"指标名"})) {
        columns_.push_back(words);
      }
    }
  }

  std::optional<CellUnit> unit_of(std::u16string_view words) const {
    CellUnit found;
    while (!words.empty() && (is_space(words.front()) || words.front() == u'(')) words.remove_prefix(1);
    while (!words.empty() && (is_space(words.back()) || words.back() == u')')) words.remove_suffix(1);
    for (; words.size() > 1; words.remove_prefix(1)) {
      if (words.front() == u'万')
        found.power += 4;
      else if (words.front() == u'亿')
        found.power += 8;
      else if (words.front() == u'千' && words != u"千米" && words != u"千克")
        found.power += 3;
      else
        break;
    }
    for (const knowledge::EntryRef entry : page_.knowledge.lexicon().entries_of(words)) {
      if (entry.word_class != WordClass::unit) continue;
      found.unit.numerator = static_cast<UnitIndex>(entry.index);
      return found;
    }
    return std::nullopt;
  }

  const Page& page_;
  std::vector<Cell> cells_;
  std::vector<std::uint32_t> labels_;  // short lines since the last number
  std::vector<std::u16string_view> columns_;
  std::optional<CellUnit> caption_, row_unit_;
  std::optional<std::uint32_t> row_;
  std::size_t column_ = 0;
};

}  // namespace

std::vector<Cell> find_cells(const Page& page) {
  return Reader(page).read();
}

}  // namespace mujun::bind
