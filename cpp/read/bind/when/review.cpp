#include "read/bind/when/review.hpp"

#include <algorithm>
#include <initializer_list>

#include "model/characters.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using scan::PeriodMention;
using scan::PeriodShape;

constexpr int last_month_of_congresses = 3;
constexpr int years_of_a_plan = 5;
constexpr int first_year_behind_a_plan = 1;  // 2016, 2021, 2026: modulo five
constexpr int first_year_behind_a_term = 3;  // 1988, 2018, 2023
/// A report is dense with figures; a story that gives a number or two without a date is none.
constexpr std::size_t fewest_figures = 6;

bool has_any(std::u16string_view text, std::initializer_list<std::u16string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::u16string_view word) { return text.find(word) != std::u16string_view::npos; });
}

/// 五年: looked back on, where nothing says that they lie ahead or are the plan's.
bool names_five_years(std::u16string_view text) {
  static constexpr CharacterSet not_before{u"来后下每第十满前"};
  static constexpr CharacterSet not_behind{u"规计期内前后以级制"};
  for (const std::u16string_view five : {u"五年", u"5年"}) {
    for (std::size_t at = text.find(five); at != std::u16string_view::npos; at = text.find(five, at + 1)) {
      const char16_t before = at > 0 ? text[at - 1] : u'\n';
      const char16_t behind = at + five.size() < text.size() ? text[at + five.size()] : u'\n';
      const bool is_year = before >= u'0' && before <= u'9';  // 1995年
      if (!is_year && !is_one_of(before, not_before) && !is_one_of(behind, not_behind)) return true;
    }
  }
  return false;
}

struct Dates {
  std::uint32_t later = 0;  // where the article first speaks of a time behind the year before publication
  bool any = false;         // before that, of a time that it names
};

/// What dates the figures of an article: periods, but no comparison's other side, and no 目前 or 近日.
Dates dates_of(const Page& page, Span article) {
  Dates dates{article.end, false};
  for (const PeriodMention& mention : page.scan.periods.within(article)) {
    const bool bounds_nothing = mention.shape == PeriodShape::base || mention.shape == PeriodShape::clock ||
                                mention.now || mention.shape == PeriodShape::vague || mention.of_clause;
    const layout::Line* line = bounds_nothing ? nullptr : page.layout.line_at(mention.span.start);
    if (!line || (line->kind != layout::LineKind::prose && line->kind != layout::LineKind::heading)) continue;
    const std::optional<Period> period = scan::resolve(mention, page.published, std::nullopt);
    if (!period || !period->end) continue;
    if (period->end->year() >= page.published->year()) {
      dates.later = mention.span.start;
      break;
    }
    if (mention.last_years != years_of_a_plan) dates.any = true;
  }
  return dates;
}

std::optional<Review> review_of(const Page& page, Span article) {
  const Dates dates = dates_of(page, article);
  const Span span{article.start, dates.later};
  const auto quantities = page.scan.quantities.within(span);
  const auto figures =
      std::ranges::count_if(quantities, [&](const Quantity& q) { return span.contains(q.span); });
  const std::u16string_view text = page.folded.view(span);
  const int last = page.published->year() - 1;
  const auto years_up_to = [&](int count) {
    return Period{Day::of(last - count + 1, 1, 1), Day::of(last, 12, 31)};
  };
  if (names_five_years(text)) return Review{span, years_up_to(years_of_a_plan), true};
  if (dates.any || static_cast<std::size_t>(figures) < fewest_figures) return std::nullopt;
  const int behind = page.published->year() % years_of_a_plan;
  const bool ends_five_years = behind == first_year_behind_a_plan || behind == first_year_behind_a_term;
  const bool speaks_of_years = page.knowledge.holds(text, WordClass::yearly_word);
  return Review{span, years_up_to(ends_five_years && speaks_of_years ? years_of_a_plan : 1), false};
}

}  // namespace

std::vector<std::optional<Review>> find_reviews(const Page& page, const std::vector<ArticleKind>& kinds) {
  std::vector<std::optional<Review>> reviews(page.layout.articles.size());
  if (!page.published || page.published->month() > last_month_of_congresses) return reviews;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    if (!kinds[i].sets_rules && !kinds[i].other_topic)
      reviews[i] = review_of(page, page.layout.articles[i].span);
  }
  return reviews;
}

std::vector<std::optional<Day>> days_written(const Page& page) {
  std::vector<std::optional<Day>> days(page.layout.articles.size(), page.published);
  if (!page.published || page.published->month() > last_month_of_congresses) return days;
  const int year_before = page.published->year() - 1;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const auto told = page.scan.periods.within(page.layout.articles[i].span);
    const auto first = std::ranges::find_if(told, [&](const PeriodMention& mention) {
      const layout::Line* line = page.layout.line_at(mention.span.start);
      return mention.year && line && line->kind != layout::LineKind::dateline &&
             line->kind != layout::LineKind::furniture;
    });
    const bool of_year_before = first != told.end() && first->year == year_before;
    const bool looks_ahead =
        std::ranges::any_of(told, [](const PeriodMention& mention) { return mention.relative_year == 1; });
    if (of_year_before && looks_ahead) days[i] = Day::of(year_before, 12, 31);
  }
  return days;
}

namespace {

std::u16string_view words_before(const Surroundings& around, const Draft& draft) {
  return around.text({draft.figure->clause.start, draft.figure->quantity->span.start});
}

/// 新增, 累计: over all the years.
bool is_summed_up(const Surroundings& around, const Draft& draft) {
  const std::u16string_view words = words_before(around, draft);
  const std::size_t sum = words.find(u'共');  // but not 公共预算收入
  const bool sums = sum != std::u16string_view::npos && (sum == 0 || words[sum - 1] != u'公');
  return draft.indicator.starts_with_flow_verb || is_average(around, draft) || sums ||
         has_any(words, {u"累计", u"新增", u"新建"});
}

}  // namespace

bool was_reached(const Surroundings& around, const Draft& draft) {
  if (draft.measure == Measure::multiple) return true;                    // 是2010年的2.3倍
  const bool runs = has_any(around.text(draft.figure->left), {u"连续"});  // 连续5年突破百亿斤
  if (draft.measure != Measure::level || runs || is_summed_up(around, draft)) return false;
  return draft.rule == "from_to" || has_any(words_before(around, draft), {u"达", u"突破", u"超过", u"到"});
}

bool is_average(const Surroundings& around, const Draft& draft) {
  return draft.basis == Basis::average ||
         around.page().knowledge.holds(words_before(around, draft), WordClass::yearly_word);
}

Period reviewed(const Review& review, const Surroundings& around, const Draft& draft, bool stock) {
  const bool many = review.years.start->year() != review.years.end->year();
  if (draft.is_start || (is_average(around, draft) && !many)) return {};
  const Day year_start = Day::of(review.years.end->year(), 1, 1);
  const Period last_year{year_start, review.years.end};
  bool over_all = false;
  switch (draft.measure) {
    case Measure::growth:
    case Measure::change:
    case Measure::contribution:
      over_all = !has_any(words_before(around, draft), {u"同比", u"上年", u"去年"});
      break;
    case Measure::level: {
      const bool summed_up = is_summed_up(around, draft);
      over_all = summed_up || (!was_reached(around, draft) && !draft.indicator.indicator);
      break;
    }
    default:
      break;
  }
  if (stock) return {std::nullopt, review.years.end};
  return over_all ? review.years : last_year;
}

}  // namespace mujun::bind
