#include "read/bind/drafts.hpp"

#include <algorithm>
#include <utility>

#include "read/bind/grammar/rules.hpp"
#include "read/bind/status/outlook.hpp"
#include "read/bind/status/tense.hpp"
#include "read/layout/numbering.hpp"

namespace mujun::bind {

using knowledge::WordClass;
using name::Token;

void DraftReader::read(const layout::Sentence& sentence) {
  const layout::Line& line = page_.layout.lines[sentence.line];
  if (kinds_[line.article].other_topic) return;
  if (around_.first(sentence.span, WordClass::other_topic)) return;
  if (line.passage != passage_) {
    memory_ = {};
    memory_.heading = heading_over(sentence);
    outlook_ = stands_under_outlook(page_, sentence.line);
    goals_ahead_ = goals_ahead_ && layout::starts_numbered(page_.folded.view(line.span));
  }
  passage_ = line.passage;
  outlook_ = outlook_ || opens_outlook(around_, sentence, kinds_[line.article].tells_account);
  sentence_ = &sentence;
  first_of_sentence_ = drafts_.size();
  memory_.begin_sentence();
  std::vector<Figure>& figures = figures_.emplace_back(find_figures(around_, sentence));
  if (figures.empty()) hear_heading(sentence);
  for (std::size_t i = 0; i < figures.size();) {
    std::size_t end = i + 1;
    while (end < figures.size() && are_side_by_side(around_, figures[end - 1], figures[end])) ++end;
    if (end - i > 1 && read_values(figures, i, end)) {
      i = end;
      continue;
    }
    read_one(figures, i);
    ++i;
  }
  goals_ahead_ = goals_ahead_ || leads_to_goals(around_, sentence);
}

void DraftReader::read(const Cell& cell) {
  sentence_ = &rows_.emplace_back(layout::Sentence{.span = cell.figure.clause, .line = cell.line});
  first_of_sentence_ = drafts_.size();
  memory_ = {};
  Draft draft;
  draft.figure = &cell.figure;
  draft.indicator = around_.phrases().named(cell.name);
  if (!cell.of.empty()) {
    draft.indicator.text.insert(0, around_.phrases().named(cell.of).text);
    around_.phrases().look_up(draft.indicator);
  }
  draft.rule = "table_cell";
  draft.subject = cell.subject;
  draft.period = cell.period;
  if (cell.unit) {
    draft.unit = cell.unit->unit;
    draft.power = cell.unit->power;
  }
  draft.measure = cell.measure;
  draft.basis = cell.basis;
  draft.reference = cell.reference;
  add(std::move(draft));
}

void DraftReader::forget() {
  memory_.last_group = {};
  drafts_.clear();
  figures_.clear();
  completed_.clear();
  rows_.clear();
}

/// What the heading right over a paragraph names: 各区的适用税额.
name::Phrase DraftReader::heading_over(const layout::Sentence& sentence) const {
  if (sentence.line == 0) return {};
  const layout::Line& line = page_.layout.lines[sentence.line - 1];
  if (line.kind != layout::LineKind::heading) return {};
  name::Phrase phrase = around_.phrases().before(line.span);
  return page_.knowledge.ends_with(phrase.text, WordClass::topic_noun) ? name::Phrase{} : phrase;
}

bool DraftReader::read_values(std::vector<Figure>& figures, std::size_t begin, std::size_t end) {
  const Quantity& last = *figures[end - 1].quantity;
  std::vector<const Figure*> list;
  for (std::size_t i = begin; i < end; ++i) {
    const Quantity& own = *figures[i].quantity;
    const bool takes_unit = own.unit.none() || (around_.is_points(last) && around_.is_count(own));
    if (!(own.unit == last.unit) && takes_unit)
      figures[i].quantity = &with_unit_of(*figures[i].quantity, last);
    list.push_back(&figures[i]);
  }
  listen(figures[begin]);
  std::vector<Draft> drafts;
  if (!read_list(around_, list, memory_, drafts, notices_)) return false;
  const int group = next_group_++;
  for (Draft& draft : drafts) {
    draft.group = group;
    add(std::move(draft));
  }
  return true;
}

/// 3.1和4.6个百分点, 158和21.3亿元: the unit, and its magnitude, stand once for all.
const Quantity& DraftReader::with_unit_of(const Quantity& bare, const Quantity& last) {
  Quantity& copy = completed_.emplace_back(bare);
  const std::u16string_view words = page_.folded.view(last.span);
  int power = 0;
  if (bare.unit.none() && !around_.is_large(bare)) {
    for (const char16_t c : words) power += c == u'万' ? 4 : c == u'亿' ? 8 : 0;
  }
  copy.unit = last.unit;
  copy.low = copy.low.scaled(power);
  copy.high = copy.high.scaled(power);
  copy.last_digit = copy.last_digit.scaled(power);
  return copy;
}

/// 外贸出口探底回升，同比增长19%: an indicator that a clause without figures speaks of.
void DraftReader::listen(const Figure& figure) {
  const std::uint32_t from = std::max(spoken_up_to_, sentence_->span.start);
  spoken_up_to_ = figure.quantity->outer.end;
  if (from >= figure.clause.start) return;
  std::uint32_t to = figure.clause.start;
  // 民间投资增速快于固定资产投资，增速超过12%: what is spoken of stands before the comparison.
  if (const Token* than = around_.first({from, to}, WordClass::gap_word)) to = than->span.start;
  const Token* named = around_.last({from, to}, WordClass::indicator);
  if (!named) return;
  memory_.indicator = around_.phrases().before({from, named->span.end});
  memory_.growing = around_.last({named->span.end, to}, WordClass::growth_verb) != nullptr;
}

void DraftReader::read_one(std::vector<Figure>& figures, std::size_t index) {
  const Figure& figure = figures[index];
  listen(figure);
  Draft draft;
  if (!read_figure(around_, figure, memory_, draft) || !is_fact(around_, draft)) {
    const bool worth_a_word = figure.quantity->shape == Shape::fraction ||
                              around_.is_large(*figure.quantity) ||  // 雁塔区(38.6亿)
                              (!figure.quantity->unit.none() && figure.quantity->shape == Shape::amount);
    if (worth_a_word)
      notices_.push_back({NoticeCode::unowned_value, page_.folded.to_page(figure.quantity->span)});
    return;
  }
  name_former_or_latter(draft);
  // What a count took as its noun is no part of the next figure's wording.
  if (index + 1 < figures.size() && figures[index + 1].clause == figure.clause) {
    Span& next = figures[index + 1].left;
    next.start = std::max(next.start, std::min(draft.indicator.span.end, next.end));
  }
  add(std::move(draft));
}

/// （二）固定资产投资。 before 计划8.6亿元，已完成4.05亿元: a heading within its paragraph.
void DraftReader::hear_heading(const layout::Sentence& sentence) {
  constexpr std::uint32_t longest_heading = 18;
  if (sentence.span.size() > longest_heading) return;
  const auto tokens = page_.tokens.within(sentence.span);
  if (tokens.empty() || !tokens.back().is(WordClass::indicator)) return;
  const std::u16string_view behind = page_.folded.view({tokens.back().span.end, sentence.span.end});
  if (behind.size() > 1) return;
  memory_.indicator = around_.phrases().named(tokens.back().span);
  memory_.growing = false;
}

/// 前者下降3.1%，后者增长12.6%: of the two that were told of in the sentence, in a list or one after the
/// other.
void DraftReader::name_former_or_latter(Draft& draft) const {
  constexpr std::size_t most_told = 16;  // figures back
  const auto told = memory_.last_group.last(std::min(most_told, memory_.last_group.size()));
  const bool former = draft.indicator.text == u"前者";
  if ((!former && draft.indicator.text != u"后者") || told.empty()) return;
  const Draft* first = nullptr;
  const Draft* last = &told.back();
  for (auto other = told.rbegin(); other != told.rend() && !last->group; ++other) {
    if (other->group) last = &*other;
  }
  for (const Draft& other : told) {
    const bool pairs = last->group
                           ? other.group == last->group
                           : other.indicator.text != last->indicator.text || other.subject != last->subject;
    if (pairs && (!first || !last->group)) first = &other;
  }
  const Draft* meant = former ? first : last;
  if (!meant) return;
  draft.indicator = meant->indicator;
  draft.subject = meant->subject;
  draft.new_indicator = false;
}

/// 西城工业园区182亿元，增长5%，全省第三: whose the amount is, what moved and where it stands is, too.
bool DraftReader::goes_on_with_owner(const Draft& draft) const {
  if (draft.number == 0 || draft.new_indicator || draft.subject || draft.group) return false;
  const Draft& before = drafts_.back();
  const Token* owner = page_.tokens.ending_at(before.figure->quantity->outer.start);
  const bool owned = before.subject || (owner && owner->kind == name::TokenKind::subject);
  if (!before.owner_of && (before.rule != "level" || before.new_indicator || !owned)) return false;
  if (draft.measure == Measure::rank) return true;
  const bool moves = draft.measure == Measure::growth || draft.measure == Measure::change;
  return moves && std::ranges::none_of(page_.tokens.within(draft.figure->left), [](const Token& token) {
           return token.kind == name::TokenKind::subject;
         });
}

/// Keeps the draft, and what it hands on to those behind it.
void DraftReader::add(Draft&& draft) {
  draft.sentence = sentence_;
  draft.number = drafts_.size() - first_of_sentence_;
  // 双峰县增长31.5%, under 县市区情况: what the article's title names.
  if (draft.indicator.empty() && draft.measure != Measure::level) {
    draft.indicator = kinds_[page_.layout.lines[sentence_->line].article].topic;
    draft.new_indicator = false;
  }
  if (goes_on_with_owner(draft)) draft.owner_of = drafts_.back().owner_of.value_or(drafts_.back().number);
  draft.among_goals = goals_ahead_ || (outlook_ && !tells_of_past(around_, draft, *sentence_));
  if (draft.new_indicator && !draft.indicator.empty()) {
    memory_.indicator = draft.indicator;
    memory_.growing = draft.opens_list;
  }
  // 亩均税收排名前三，分别达…: a rank's name goes on where nothing else was told.
  if (draft.measure == Measure::rank && memory_.indicator.empty()) memory_.indicator = draft.indicator;
  if (!draft.share_of.empty()) {
    memory_.share_of = draft.share_of;
    memory_.share_whole = draft.share_whole;
  }
  if (draft.measure == Measure::share) {
    memory_.share_of = draft.indicator;
    memory_.share_whole = draft.reference;
  }
  drafts_.push_back(std::move(draft));
  memory_.last_group = std::span(drafts_).subspan(first_of_sentence_);
}

}  // namespace mujun::bind
