#include "read/bind/table/grid_head.hpp"

#include <algorithm>
#include <ranges>

#include "model/characters.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using layout::LineKind;
using name::Token;
using name::TokenKind;

constexpr std::uint32_t longest_title = 45;
constexpr std::size_t most_heads = 6;  // over one another

/// 企业名称, 乡镇, 县(市、区): the cells below are places or firms.
bool is_of_owners(std::u16string_view head) {
  for (const std::u16string_view owner : {u"企业", u"公司", u"单位名称", u"项目名称"})
    if (head.starts_with(owner)) return true;
  while (!head.empty() && head.back() == u')') head.remove_suffix(1);
  return head.ends_with(u"街道") || (!head.empty() && is_one_of(head.back(), u"区县市镇乡村园省国"));
}

}  // namespace

void GridHead::read_line(const layout::Line& line) {
  if (line.kind == LineKind::prose && line.span.size() > longest_title) {
    begin_table();
    caption_.reset();
    last_line_ = {};
  } else if (!read_caption(line.span)) {
    last_line_ = line.span;
    // Of rows without heads another title begins others; a section's name (人民生活) does not.
    if (is_read_ && rows_.empty() && is_title(line.span)) begin_table();
  }
}

void GridHead::read_row(RowCells cells) {
  if (is_read_) begin_table();
  if (rows_.empty()) title_line_ = last_line_;
  std::vector<std::uint32_t> row;
  for (const std::uint32_t cell : cells) {
    if (!read_caption(span(cell))) row.push_back(cell);
  }
  if (rows_.size() == most_heads) rows_.erase(rows_.begin());
  rows_.push_back(std::move(row));
}

GridColumn& GridHead::column_of(std::uint32_t cell) {
  if (!is_read_) read_columns();
  const std::size_t at = page_.layout.lines[cell].column;
  if (at >= columns_.size()) columns_.resize(at + 1);
  return columns_[at];
}

bool GridHead::names_indicators() {
  if (!is_read_) read_columns();
  return !title_.name.empty() || std::ranges::any_of(columns_, &GridColumn::names_indicator);
}

bool GridHead::is_title(Span line) const {
  const auto inside = page_.tokens.within(line);
  return std::ranges::any_of(inside, [](const Token& token) {
    return token.is(WordClass::indicator) || token.kind == TokenKind::period;
  });
}

void GridHead::begin_table() {
  rows_.clear();
  columns_.clear();
  is_read_ = false;
}

bool GridHead::read_caption(Span cell) {
  const auto unit = heads_.unit_of(behind_caption(text(cell)));
  if (unit) caption_ = unit;
  return unit.has_value();
}

void GridHead::read_columns() {
  is_read_ = true;
  if (rows_.empty()) title_line_ = last_line_;
  std::uint32_t count = 0;
  for (const auto& row : rows_)
    for (const std::uint32_t cell : row) count = std::max(count, page_.layout.lines[cell].column + 1);
  for (std::uint32_t c = 0; c < count; ++c) {
    GridColumn& column = columns_.emplace_back();
    for (std::size_t row = rows_.size(); row-- > 0;) add_head(head_at(row, c), column);
    const Token* token = heads_.only_token(column.head.name);
    if (token && token->kind == TokenKind::subject) column.place = page_.subjects.mentions[token->index].name;
  }
  read_title();
  // A growth is that of the latest period named.
  const std::optional<Period> latest = latest_of(columns_ | std::views::transform(&GridColumn::head));
  for (GridColumn& column : columns_)
    if (column.head.measure != Measure::level && !column.head.period) column.head.period = latest;
}

/// The head of a column in a row of heads; an upper one may stand once over several columns.
Span GridHead::head_at(std::size_t row, std::uint32_t column) const {
  Span found;
  for (const std::uint32_t cell : rows_[row]) {
    const std::uint32_t at = page_.layout.lines[cell].column;
    const bool reaches = row + 1 < rows_.size() && at > 0 && at < column;
    if (at == column || reaches) found = span(cell);
  }
  return found;
}

/// Adds what a head says to what those below it say.
void GridHead::add_head(Span head, GridColumn& column) const {
  const auto words = text(head);
  if (words == u"序号" || words == u"编号") column.role = Role::order;
  if (words == u"单位" || words == u"计量单位") column.role = Role::unit;
  if (head.empty()) return;
  column.names_owners = column.names_owners || is_of_owners(words);
  const Column read = heads_.column_of(head);
  if (column.head.name.empty())
    column.head.name = read.name;
  else if (!read.name.empty() && !is_known(column.head.name))
    column.of = read.name;
  if (column.head.measure == Measure::level && !column.head.unit) {
    column.head.measure = read.measure;
    column.head.basis = read.basis;
    column.head.reference = read.reference;
  }
  if (!column.head.unit) column.head.unit = read.unit;
  if (!column.head.period) column.head.period = read.period;
}

/// 2023年各县(市、区)固定资产投资增速(%): the last indicator that it names, and its first period.
void GridHead::read_title() {
  title_ = {};
  if (title_line_.empty()) return;
  title_ = heads_.column_of(title_line_);
  title_.name = {};
  for (const Token& token : page_.tokens.within(title_line_)) {
    if (token.is(WordClass::indicator)) title_.name = token.span;
    if (token.kind == TokenKind::period && !title_.period) title_.period = heads_.days_of(token);
  }
}

}  // namespace mujun::bind
