#include "read/bind/bind.hpp"

#include <algorithm>
#include <deque>
#include <utility>

#include "read/bind/clock.hpp"
#include "read/bind/fact_of.hpp"
#include "read/bind/figures.hpp"
#include "read/bind/owner.hpp"
#include "read/bind/rules.hpp"
#include "read/bind/table.hpp"
#include "read/bind/tense.hpp"
#include "read/layout/numbering.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;

class Binder {
 public:
  Binder(const Page& page, Notices& notices)
      : page_(page), around_(page), kinds_(article_kinds(page)), clock_(around_, kinds_), notices_(notices) {}

  std::vector<Fact> bind() {
    facts_.reserve(page_.scan.quantities.size());
    const std::vector<Cell> cells = find_cells(page_);
    auto cell = cells.begin();
    for (const layout::Sentence& sentence : page_.layout.sentences) {
      for (; cell != cells.end() && cell->figure.clause.start < sentence.span.start; ++cell) read(*cell);
      read(sentence);
    }
    for (; cell != cells.end(); ++cell) read(*cell);
    if (clock_.missed_anchor()) notices_.push_back({NoticeCode::no_anchor, {0, 0}});
    return std::move(facts_);
  }

 private:
  void read(const layout::Sentence& sentence) {
    sentence_ = &sentence;
    if (kinds_[page_.layout.lines[sentence.line].article].other_topic) return;
    if (around_.first(sentence.span, WordClass::other_topic)) return;
    const std::uint32_t passage = page_.layout.lines[sentence.line].passage;
    if (passage != passage_) {
      memory_ = {};
      memory_.heading = heading_over(sentence);
      last_owner_.reset();
      const layout::Line& line = page_.layout.lines[sentence.line];
      goals_ahead_ = goals_ahead_ && layout::starts_numbered(page_.folded.view(line.span));
    }
    passage_ = passage;
    if (const std::uint32_t article = page_.layout.lines[sentence.line].article; article != article_) {
      article_ = article;
      article_owner_.reset();
    }
    memory_.begin_sentence();
    completed_.clear();
    among_.reset();
    figures_ = find_figures(page_, sentence);
    for (std::size_t i = 0; i < figures_.size();) {
      std::size_t end = i + 1;
      while (end < figures_.size() && are_side_by_side(around_, figures_[end - 1], figures_[end])) ++end;
      if (end - i > 1 && read_values(i, end)) {
        i = end;
        continue;
      }
      read_one(i);
      ++i;
    }
    goals_ahead_ = goals_ahead_ || leads_to_goals(around_, sentence);
  }

  /// What the heading right over a paragraph names: 各区的适用税额.
  name::Phrase heading_over(const layout::Sentence& sentence) const {
    if (sentence.line == 0) return {};
    const layout::Line& line = page_.layout.lines[sentence.line - 1];
    return line.kind == layout::LineKind::heading ? around_.phrases().before(line.span) : name::Phrase{};
  }

  void read(const Cell& cell) {
    const layout::Sentence row{.span = cell.figure.clause, .line = cell.line};
    sentence_ = &row;
    memory_ = {};
    last_owner_.reset();
    Draft draft;
    draft.figure = &cell.figure;
    draft.indicator = around_.phrases().named(cell.name);
    draft.rule = "table_cell";
    draft.subject = cell.subject;
    draft.period = cell.period;
    draft.unit = cell.unit;
    draft.power = cell.power;
    if (cell.rank) draft.measure = Measure::rank;
    if (cell.growth) {
      draft.measure = Measure::growth;
      draft.basis = Basis::yoy;
    }
    add(std::move(draft));
  }

  bool read_values(std::size_t begin, std::size_t end) {
    const Quantity& last = *figures_[end - 1].quantity;
    std::vector<const Figure*> list;
    for (std::size_t i = begin; i < end; ++i) {
      if (!(figures_[i].quantity->unit == last.unit))
        figures_[i].quantity = &with_unit_of(*figures_[i].quantity, last);
      list.push_back(&figures_[i]);
    }
    listen(figures_[begin]);
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
  const Quantity& with_unit_of(const Quantity& bare, const Quantity& last) {
    Quantity& copy = completed_.emplace_back(bare);
    const std::u16string_view own = page_.folded.view(bare.span), words = page_.folded.view(last.span);
    int power = 0;
    if (bare.unit.none() && own.find_first_of(u"万亿") == std::u16string_view::npos) {
      for (const char16_t c : words) power += c == u'万' ? 4 : c == u'亿' ? 8 : 0;
    }
    copy.unit = last.unit;
    copy.low = copy.low.scaled(power);
    copy.high = copy.high.scaled(power);
    copy.last_digit = copy.last_digit.scaled(power);
    return copy;
  }

  /// 外贸出口探底回升，同比增长19%: an indicator that a clause without figures speaks of.
  void listen(const Figure& figure) {
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

  void read_one(std::size_t index) {
    const Figure& figure = figures_[index];
    if (!may_be_fact(around_, *figure.quantity)) return;
    listen(figure);
    Draft draft;
    if (!read_figure(around_, figure, memory_, draft) || !is_fact(around_, draft)) {
      const bool worth_a_word = !figure.quantity->unit.none() && figure.quantity->shape == Shape::amount;
      if (worth_a_word)
        notices_.push_back({NoticeCode::unowned_value, page_.folded.to_page(figure.quantity->span)});
      return;
    }
    // What a count took as its noun is no part of the next figure's wording.
    if (index + 1 < figures_.size() && figures_[index + 1].clause == figure.clause) {
      figures_[index + 1].left.start = std::max(
          figures_[index + 1].left.start, std::min(draft.indicator.span.end, figures_[index + 1].left.end));
    }
    add(std::move(draft));
  }

  void add(Draft&& draft) {
    Fact fact;
    const Quantity& quantity = *draft.figure->quantity;
    const layout::Line& line = page_.layout.lines[sentence_->line];
    fact.article = static_cast<std::int32_t>(line.article);
    fact.span = page_.folded.to_page(quantity.span);
    fact.evidence = page_.folded.to_page(draft.figure->clause);
    fact.indicator = to_utf8(draft.indicator.text);
    if (draft.indicator.indicator)
      fact.indicator_code = page_.knowledge.indicator(*draft.indicator.indicator).code;
    fact.measure = draft.measure;
    fact.basis = draft.basis;
    fact.reference = to_utf8(draft.reference);
    fact.rule = draft.rule;
    set_value(around_, draft, fact);
    const Who subject = who(around_, draft, *sentence_, last_owner_, article_owner_);
    if (subject.said) last_owner_ = article_owner_ = subject;
    fact.subject = subject.name;
    fact.region_code = subject.region_code;
    if (subject.ambiguous) notices_.push_back({NoticeCode::ambiguous_region, fact.span});
    fact.status = status(around_, draft, *sentence_, kinds_[line.article].sets_rules);
    settle_bound(draft, line.article, fact);
    // 今年的目标任务是： leads to a list, in lines of its own.
    if (goals_ahead_ && fact.status == Status::actual && fact.measure != Measure::completion)
      fact.status = Status::target;
    const bool stock = is_stock(around_, draft, memory_);
    const When when = clock_.settle(draft, *sentence_, stock, fact.status);
    fact.period = when.period;
    set_unsaid_basis(around_, draft, fact);
    if (when.told == Told::by_season) notice_inferred(line.article, fact.span);
    set_trail(around_, draft, subject.entry, when.mention, fact);
    fact.confidence = confidence(draft, subject, when);
    fact.group = draft.group;
    set_parent(draft, fact);
    set_whole(draft);
    memory_.was_stock = stock;
    remember(std::move(draft));
    facts_.push_back(std::move(fact));
  }

  /// 税收达到10万元的，给予奖励: in a text that sets rules, who reaches it has at least that.
  void settle_bound(const Draft& draft, std::uint32_t article, Fact& fact) const {
    const std::u16string_view left = around_.text(draft.figure->left);
    const bool reaches = left.ends_with(u"达到") || left.ends_with(u'达');
    if (kinds_[article].sets_rules && fact.qualifier == Qualifier::exact && reaches &&
        around_.text(draft.figure->right).starts_with(u'的')) {
      fact.qualifier = Qualifier::at_least;
    }
  }

  /// Once for an article.
  void notice_inferred(std::uint32_t article, Span place) {
    if (inferred_in_ == article) return;
    inferred_in_ = article;
    notices_.push_back({NoticeCode::inferred_period, place});
  }

  /// 其中: what follows in the sentence is part of the last level before the word.
  void set_parent(const Draft& draft, Fact& fact) {
    if (draft.measure != Measure::level) return;
    const Token* word =
        around_.last({sentence_->span.start, draft.figure->quantity->outer.start}, WordClass::list_word);
    if (word && around_.word(*word).value != "among") word = nullptr;
    if (word && !among_) among_ = last_level_;
    if (among_ && facts_[static_cast<std::size_t>(*among_)].unit == fact.unit) {
      fact.parent = among_;
    } else if (!among_) {
      last_level_ = static_cast<std::int32_t>(facts_.size());
    }
  }

  /// 翘尾因素分别为1.2、0.9个百分点，占CPI同比涨幅的70%、60%: their share tells what the points are part of.
  void set_whole(const Draft& share) {
    if (share.measure != Measure::share || share.reference.empty()) return;
    std::u16string_view whole = share.reference;
    if (whole.starts_with(u"当月") || whole.starts_with(u"当年")) whole.remove_prefix(2);
    for (std::size_t back = 1; back <= std::min(memory_.last_group.size(), facts_.size()); ++back) {
      Fact& fact = facts_[facts_.size() - back];
      if (fact.measure == Measure::contribution && fact.reference.empty() &&
          fact.indicator == to_utf8(share.indicator.text))
        fact.reference = to_utf8(whole);
    }
  }

  void remember(Draft&& draft) {
    if (draft.new_indicator && !draft.indicator.empty()) {
      memory_.indicator = draft.indicator;
      memory_.growing = false;
    }
    if (!draft.share_of.empty()) {
      memory_.share_of = draft.share_of;
      memory_.share_whole = draft.share_whole;
    }
    if (draft.measure == Measure::share) {
      memory_.share_of = draft.indicator;
      memory_.share_whole = draft.reference;
    }
    memory_.last_group.push_back(std::move(draft));
  }

  const Page& page_;
  Surroundings around_;
  std::vector<ArticleKind> kinds_;
  Clock clock_;
  Notices& notices_;
  std::vector<Fact> facts_;
  const layout::Sentence* sentence_ = nullptr;
  std::vector<Figure> figures_;
  std::deque<Quantity> completed_;  // of the sentence: values that took the unit of their list
  Memory memory_;
  std::optional<Who> last_owner_;  // in this passage
  std::optional<Who> article_owner_;
  std::uint32_t article_ = 0;
  std::uint32_t spoken_up_to_ = 0;
  std::uint32_t passage_ = static_cast<std::uint32_t>(-1);
  int next_group_ = 0;
  bool goals_ahead_ = false;                  // a sentence led to a list of goals, which goes on
  std::optional<std::uint32_t> inferred_in_;  // the article whose periods were last inferred
  std::optional<std::int32_t> last_level_;
  std::optional<std::int32_t> among_;
};

}  // namespace

std::vector<Fact> bind(const Page& page, Notices& notices) {
  return Binder(page, notices).bind();
}

}  // namespace mujun::bind
