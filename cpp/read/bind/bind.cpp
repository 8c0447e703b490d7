#include "read/bind/bind.hpp"

#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/fact_of.hpp"
#include "read/bind/rules.hpp"
#include "read/bind/table.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;

constexpr int least_of_a_topic = 3;  // words of another topic that make it the article's

/// Titles of texts that set rules: their figures are bounds where nothing else is said.
bool is_rule_title(std::u16string_view title) {
  for (const std::u16string_view word :
       {u"意见", u"办法", u"决定", u"条例", u"细则", u"规定", u"政策", u"措施"}) {
    if (title.find(word) != std::u16string_view::npos) return true;
  }
  return false;
}

class Binder {
 public:
  Binder(const Page& page, Notices& notices) : page_(page), around_(page), clock_(page), notices_(notices) {}

  std::vector<Fact> bind() {
    for (const layout::ArticleSpan& article : page_.layout.articles) {
      bool is_rule = false;
      for (const layout::Line& line : page_.layout.lines) {
        if (line.kind == layout::LineKind::title && article.span.contains(line.span))
          is_rule = is_rule || is_rule_title(page_.folded.view(line.span));
      }
      rule_text_.push_back(is_rule);
      const auto tokens = page_.tokens.within(article.span);
      const auto speaks_of = [&](WordClass c) {
        return std::count_if(tokens.begin(), tokens.end(), [&](const Token& t) { return t.is(c); });
      };
      const auto other = speaks_of(WordClass::other_topic);
      other_topic_.push_back(other >= least_of_a_topic && other > speaks_of(WordClass::indicator));
    }
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
  /// Whether a quantity may be a fact at all. Durations, small counts in words (四大, 三支) and bare numbers
  /// are facts only where a wording of their own claims them.
  bool is_candidate(const Quantity& quantity) const {
    const std::string dimension = around_.dimension(quantity);
    const bool small_word = quantity.chinese && (dimension == "count" || dimension.empty()) &&
                            quantity.shape == Shape::amount &&
                            (quantity.no_digits || quantity.high.to_double() < 20);
    return !small_word;
  }

  void read(const layout::Sentence& sentence) {
    sentence_ = &sentence;
    if (other_topic_[page_.layout.lines[sentence.line].article]) return;
    if (around_.first(sentence.span, WordClass::other_topic)) return;
    const std::uint32_t paragraph = page_.layout.lines[sentence.line].paragraph;
    if (paragraph != paragraph_) {
      memory_ = {};
      memory_.heading = heading_over(sentence);
      last_owner_.reset();
    }
    paragraph_ = paragraph;
    memory_.last_group.clear();
    memory_.share_whole.clear();
    among_.reset();
    find_figures(sentence);
    for (std::size_t i = 0; i < figures_.size();) {
      std::size_t end = i + 1;
      while (end < figures_.size() && is_side_by_side(figures_[end - 1], figures_[end])) ++end;
      if (end - i > 1 && read_values(i, end)) {
        i = end;
        continue;
      }
      read_one(i);
      ++i;
    }
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
    draft.unit = cell.unit;
    draft.power = cell.power;
    if (cell.growth) {
      draft.measure = Measure::growth;
      draft.basis = Basis::yoy;
    }
    add(draft);
  }

  void find_figures(const layout::Sentence& sentence) {
    figures_.clear();
    for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
      const Span clause = page_.layout.clauses[c].span;
      std::uint32_t from = clause.start;
      // 工业用地价格:4万元/亩: the name stands before the colon.
      if (c > sentence.first_clause && page_.folded.text[clause.start - 1] == u':')
        from = page_.layout.clauses[c - 1].span.start;
      for (const Token& token : page_.tokens.within(clause)) {
        if (token.kind != name::TokenKind::quantity) continue;
        const Quantity& quantity = page_.scan.quantities[token.index];
        if (!figures_.empty() && figures_.back().clause == clause) {
          figures_.back().right.end = quantity.outer.start;
          figures_.back().another_follows = true;
        }
        figures_.push_back(
            {&quantity, clause, {from, quantity.outer.start}, {quantity.outer.end, clause.end}});
        from = quantity.outer.end;
      }
    }
  }

  bool is_side_by_side(const Figure& left, const Figure& right) const {
    // 3.7、2.6、3.2个百分点: a bare number takes the unit of the last.
    const bool same_unit = left.quantity->unit == right.quantity->unit ||
                           (left.quantity->unit.none() && !left.quantity->chinese);
    if (left.clause != right.clause || !same_unit) return false;
    const std::u16string_view between = around_.text({left.quantity->outer.end, right.quantity->outer.start});
    return !between.empty() && between.size() <= 3 &&
           between.find_first_not_of(u"、和与及 ") == std::u16string_view::npos;
  }

  bool read_values(std::size_t begin, std::size_t end) {
    std::vector<const Figure*> list;
    for (std::size_t i = begin; i < end; ++i) list.push_back(&figures_[i]);
    listen(figures_[begin]);
    std::vector<Draft> drafts;
    if (!read_list(around_, list, memory_, drafts, notices_)) return false;
    const UnitExpr unit = list.back()->quantity->unit;
    const int group = next_group_++;
    for (Draft& draft : drafts) {
      draft.group = group;
      if (draft.figure->quantity->unit.none()) draft.unit = unit;
      add(draft);
    }
    return true;
  }

  /// 外贸出口探底回升，同比增长19%: an indicator that a clause without figures speaks of.
  void listen(const Figure& figure) {
    const std::uint32_t from = std::max(spoken_up_to_, sentence_->span.start);
    spoken_up_to_ = figure.quantity->outer.end;
    if (from >= figure.clause.start) return;
    const Token* named = around_.last({from, figure.clause.start}, WordClass::indicator);
    if (!named) return;
    memory_.indicator = around_.phrases().before({from, named->span.end});
    memory_.growing = around_.last({named->span.end, figure.clause.start}, WordClass::growth_verb) != nullptr;
  }

  void read_one(std::size_t index) {
    const Figure& figure = figures_[index];
    if (!is_candidate(*figure.quantity)) return;
    listen(figure);
    Draft draft;
    if (!read_figure(around_, figure, memory_, draft) || !holds(draft)) {
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
    add(draft);
  }

  /// 平均受教育年限, 审批时间: wordings whose values are durations.
  static bool measures_time(const name::Phrase& phrase) {
    for (const std::u16string_view end : {u"时间", u"年限", u"寿命", u"时限", u"天数", u"周期", u"时长",
                                          u"期限", u"年龄", u"时效", u"工期"}) {
      if (phrase.text.ends_with(end)) return true;
    }
    return false;
  }

  /// Whether what was read is a fact: a duration or a bare number needs a wording at its side.
  bool holds(const Draft& draft) const {
    const Quantity& quantity = *draft.figure->quantity;
    const std::string dimension = around_.dimension(quantity);
    if (draft.measure == Measure::rank) return true;
    if (dimension == "time") return measures_time(draft.indicator) || draft.measure == Measure::change;
    if (dimension.empty() && quantity.shape == Shape::amount) {
      return draft.new_indicator &&
             (quantity.low.to_double() >= 10000 || draft.indicator.indicator.has_value());
    }
    return true;
  }

  bool is_stock(const Draft& draft) const {
    switch (draft.measure) {
      case Measure::growth:
      case Measure::change:
      case Measure::gap:
      case Measure::contribution:
        return false;
      default:
        break;
    }
    const bool follows = !draft.new_indicator && !memory_.last_group.empty();
    if (follows && (draft.measure == Measure::share || draft.measure == Measure::rank)) return last_is_stock_;
    if (draft.measure == Measure::level && around_.is_count(*draft.figure->quantity)) {
      if (const std::optional<bool> said = verb_says_stock(draft)) return *said;
    }
    return draft.indicator.indicator && page_.knowledge.indicator(*draft.indicator.indicator).stock;
  }

  /// 拥有, 共有, 增至, 全区36个社区: what is there; 新增, 培育: what was done in a period. Nothing where no
  /// verb says.
  std::optional<bool> verb_says_stock(const Draft& draft) const {
    if (draft.indicator.starts_with_flow_verb) return false;
    // 新增高新技术企业26家、科技型中小企业40家: the verb of the first leads the second, too.
    if (around_.text(draft.figure->left).starts_with(u'、') && !memory_.last_group.empty())
      return last_is_stock_;
    if (draft.indicator.after_stock_verb) return true;
    const Span before{draft.figure->clause.start, draft.figure->left.end};
    const auto inside = page_.tokens.within(before);
    for (auto token = inside.rbegin(); token != inside.rend(); ++token) {
      if (token->is(WordClass::action_verb)) return around_.word(*token).value == "stock";
      if (token->is(WordClass::range_word)) return true;
      if (token->is(WordClass::level_verb) &&
          around_.text(token->span).find_first_of(u"有达") != std::u16string_view::npos)
        return true;
    }
    if (!inside.empty() && inside.back().kind == name::TokenKind::subject &&
        inside.back().span.end == before.end)
      return true;
    // 挂牌企业共有5家，场外挂牌企业46家: without a verb of its own it goes on as the one before.
    const bool unknown = !draft.indicator.indicator;
    return unknown && !memory_.last_group.empty() ? std::optional(last_is_stock_) : std::nullopt;
  }

  void add(const Draft& draft) {
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
    const Who subject = who(around_, draft, *sentence_, last_owner_);
    if (subject.said) last_owner_ = subject;
    fact.subject = subject.name;
    fact.region_code = subject.region_code;
    if (subject.ambiguous) notices_.push_back({NoticeCode::ambiguous_region, fact.span});
    fact.status = status(around_, draft, *sentence_, rule_text_[line.article]);
    settle_bound(draft, line.article, fact);
    settle_period(draft, fact);
    set_trail(around_, draft, subject.entry, clock_.mention(), fact);
    fact.confidence = draft.confidence * subject.confidence * (draft.indicator.indicator ? 1.0F : 0.9F);
    fact.group = draft.group;
    set_parent(draft, fact);
    last_is_stock_ = is_stock(draft);
    remember(draft);
    facts_.push_back(std::move(fact));
  }

  /// 税收达到10万元的，给予奖励: in a text that sets rules, who reaches it has at least that.
  void settle_bound(const Draft& draft, std::uint32_t article, Fact& fact) const {
    const std::u16string_view left = around_.text(draft.figure->left);
    const bool reaches = left.ends_with(u"达到") || left.ends_with(u'达');
    if (rule_text_[article] && fact.qualifier == Qualifier::exact && reaches &&
        around_.text(draft.figure->right).starts_with(u'的')) {
      fact.qualifier = Qualifier::at_least;
    }
  }

  /// 建成后将新增用地150亩: no one says when.
  bool is_after_completion(const Draft& draft) const {
    const std::u16string_view before =
        around_.text({sentence_->span.start, draft.figure->quantity->span.start});
    for (const std::u16string_view word : {u"建成后", u"达产后", u"投产后", u"竣工后"}) {
      if (before.find(word) != std::u16string_view::npos) return true;
    }
    return false;
  }

  /// A bound has no period. What is done cannot lie after the page: a year still running ends with it, and
  /// what is told of a later time is a target.
  void settle_period(const Draft& draft, Fact& fact) {
    if (fact.status == Status::threshold) return;
    const bool stock = is_stock(draft);
    fact.period = clock_.when(draft, *sentence_, stock);
    if (stock && !draft.indicator.indicator && clock_.said_in(draft.figure->clause)) {
      fact.period = clock_.when(draft, *sentence_, false);
    }
    if (is_after_completion(draft)) fact.period = {};
    if (fact.status != Status::actual || !page_.published || !fact.period.end ||
        *fact.period.end <= *page_.published)
      return;
    const std::optional<Day> start = fact.period.start;
    if (start && *start > *page_.published) {
      fact.status = Status::target;
    } else if (!start && fact.period.end->year() > page_.published->year()) {
      fact.status = Status::target;
    } else {
      fact.period.end = page_.published;
    }
  }

  /// 其中: what follows in the sentence is part of the last level before the word.
  void set_parent(const Draft& draft, Fact& fact) {
    if (draft.measure != Measure::level) return;
    const Span before{sentence_->span.start, draft.figure->quantity->outer.start};
    const Token* word = around_.last(before, WordClass::list_word);
    if (word && around_.word(*word).value != "among") word = nullptr;
    if (word && !among_) among_ = last_level_;
    if (among_ && facts_[static_cast<std::size_t>(*among_)].unit == fact.unit) {
      fact.parent = among_;
    } else if (!among_) {
      last_level_ = static_cast<std::int32_t>(facts_.size());
    }
  }

  void remember(const Draft& draft) {
    if (draft.new_indicator && !draft.indicator.empty()) {
      memory_.indicator = draft.indicator;
      memory_.growing = false;
    }
    if (!draft.share_of.empty()) memory_.share_of = draft.share_of;
    if (draft.measure == Measure::share) memory_.share_whole = draft.reference;
    memory_.last_group.push_back(draft);
  }

  const Page& page_;
  Surroundings around_;
  Clock clock_;
  Notices& notices_;
  std::vector<Fact> facts_;
  std::vector<bool> rule_text_;    // by article: it sets rules
  std::vector<bool> other_topic_;  // by article: it is about polls, matches …
  const layout::Sentence* sentence_ = nullptr;
  std::vector<Figure> figures_;
  Memory memory_;
  std::optional<Who> last_owner_;  // in this paragraph
  bool last_is_stock_ = false;
  std::uint32_t spoken_up_to_ = 0;
  std::uint32_t paragraph_ = static_cast<std::uint32_t>(-1);
  int next_group_ = 0;
  std::optional<std::int32_t> last_level_;
  std::optional<std::int32_t> among_;
};

}  // namespace

std::vector<Fact> bind(const Page& page, Notices& notices) {
  return Binder(page, notices).bind();
}

}  // namespace mujun::bind
