#include "compute/progress.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "compute/calendar.hpp"
#include "compute/comparability.hpp"
#include "compute/fact_view.hpp"
#include "compute/progress_state.hpp"

namespace mujun::compute {
namespace {

/// What a target and a figure must share. Without a subject they meet on their own page only.
using Goal = std::tuple<std::int64_t, std::string_view, std::string_view, std::string_view, Measure>;

Goal goal_of(const Figure& figure) {
  const std::string_view subject = figure.region_code.empty() ? figure.subject : figure.region_code;
  const std::string_view indicator = figure.code.empty() ? figure.indicator : figure.code;
  return {subject.empty() ? figure.document : any_document, indicator, subject, figure.base_unit,
          figure.measure};
}

struct Row {
  const Figure* of;
  Period period;
  std::optional<double> target = std::nullopt, actual = std::nullopt, completion = std::nullopt,
                        elapsed = std::nullopt;
  std::optional<Day> as_of = std::nullopt;
  std::string_view state = {};
  Figures facts = {};
};

class Card {
 public:
  Card(const FactView& facts, const ProgressOptions& options) : facts_(facts), options_(options) {}

  std::vector<Row> rows() {
    for (const Figure& figure : facts_.figures()) {
      if (figure.status == Status::actual && is_joinable(figure) && in_time(figure))
        done_[goal_of(figure)].push_back(&figure);
    }
    for (auto& [goal, figures] : done_) {
      std::ranges::stable_sort(figures, {}, [](const Figure* figure) { return figure->period.end; });
    }
    for (const Figure& figure : facts_.figures()) {
      if (figure.status == Status::target && is_joinable(figure)) add_target(figure);
    }
    for (const Figure& figure : facts_.figures()) {
      if (figure.measure == Measure::completion && figure.status == Status::actual) add_completion(figure);
    }
    std::ranges::stable_sort(rows_, {}, [](const Row& row) { return row.of->row; });
    return std::move(rows_);
  }

 private:
  bool is_joinable(const Figure& figure) const {
    const bool measured =
        figure.measure == Measure::level || figure.measure == Measure::share ||
        (figure.measure == Measure::growth && (figure.basis == Basis::yoy || figure.basis == Basis::none));
    return measured && figure.period.end && !is_own_figure(facts_, figure);
  }

  bool in_time(const Figure& figure) const {
    return !options_.as_of || !figure.period.end || *figure.period.end <= *options_.as_of;
  }

  /// The latest figure that counts from the target's first day: one of the second quarter alone does not.
  const Figure* latest(const Figure& target, const Period& span) const {
    const auto found = done_.find(goal_of(target));
    if (found == done_.end()) return nullptr;
    const auto& figures = found->second;
    const auto end =
        std::ranges::upper_bound(figures, span.end, {}, [](const Figure* f) { return f->period.end; });
    for (auto at = end; at != figures.begin();) {
      const Figure& figure = **--at;
      if (*figure.period.end < *span.start) break;
      if (!figure.period.start || figure.period.start == span.start) return &figure;
    }
    return nullptr;
  }

  void add_target(const Figure& target) {
    Period span = target.period;
    if (!span.start) span.start = year_of(span).start;
    if (!told_.emplace(goal_of(target), span.start, span.end, target.value).second) return;
    Row row{.of = &target, .period = target.period, .target = target.value, .as_of = options_.as_of};
    if (row.as_of) row.elapsed = 100 * elapsed(span, *row.as_of);
    row.facts = {&target};
    if (const Figure* done = latest(target, span)) {
      if (!row.as_of) row.as_of = done->period.end;
      row.elapsed = 100 * elapsed(span, *row.as_of);
      row.actual = facts_.value_in(*done, target.unit);
      row.facts.push_back(done);
      const Standing standing{.target = target.value,
                              .actual = *row.actual,
                              .elapsed = *row.elapsed,
                              .less_is_better = less_is_better(target),
                              .pace = pace_of(target)};
      row.completion = completion_of(standing);
      row.state = state_of(standing, options_.tolerance);
      met_.insert(goal_of(target));
    }
    rows_.push_back(std::move(row));
  }

  /// 完成年度计划的115%: the target is not printed, but how far it is reached.
  void add_completion(const Figure& completion) {
    const std::string_view horizon = horizon_of_plan(completion.reference, facts_.knowledge());
    if (!completion.period.end || !in_time(completion) || completion.is_range() || horizon == "pace") return;
    const Figure* done = facts_.nearest(completion, Measure::level);
    if (done != nullptr && done->is_range()) done = nullptr;
    const Figure& of = done == nullptr ? completion : *done;
    if (met_.contains(goal_of(of))) return;
    Row row{.of = &of, .period = completion.period, .completion = completion.value};
    row.as_of = options_.as_of ? options_.as_of : completion.period.end;
    if (done != nullptr) {
      row.actual = done->value;
      if (completion.value > 0) row.target = 100 * done->value / completion.value;
      row.facts.push_back(done);
    }
    row.facts.push_back(&completion);
    // A plan that names no year has no elapsed share: it can only be done.
    Standing standing{.target = 100,
                      .actual = completion.value,
                      .elapsed = 0,
                      .less_is_better = false,
                      .pace = Pace::at_the_end};
    if (horizon == "year") {
      row.period = year_of(completion.period);
      row.elapsed = 100 * elapsed(row.period, *row.as_of);
      standing.elapsed = *row.elapsed;
      standing.pace = Pace::with_time;
    }
    row.state = state_of(standing, options_.tolerance);
    rows_.push_back(std::move(row));
  }

  bool less_is_better(const Figure& target) const {
    if (target.measure == Measure::growth && target.value < 0) return true;
    if (target.qualifier == Qualifier::at_most || target.qualifier == Qualifier::under) return true;
    const auto* indicator = facts_.indicator(target.code);
    return indicator != nullptr && indicator->better < 0;
  }

  Pace pace_of(const Figure& target) const {
    const auto* indicator = facts_.indicator(target.code);
    const bool rate = indicator != nullptr && (indicator->kind == "rate" || indicator->kind == "index");
    if (target.measure != Measure::level || target.is_percent() || target.unit == "‰") return Pace::as_it_is;
    if (rate && indicator->better < 0)
      return Pace::as_it_is;  // a concentration does not grow through the year
    return indicator != nullptr && indicator->stock ? Pace::at_the_end : Pace::with_time;
  }

  const FactView& facts_;
  const ProgressOptions& options_;
  std::map<Goal, std::vector<const Figure*>> done_;
  std::set<std::tuple<Goal, std::optional<Day>, std::optional<Day>, double>> told_;
  std::set<Goal> met_;
  std::vector<Row> rows_;
};

void append(const Row& row, ProgressTable& table) {
  table.page.push(row.of->page);
  table.indicator.push(row.of->indicator);
  table.indicator_code.push_optional(row.of->code);
  table.subject.push_optional(row.of->subject);
  table.measure.push(name_of(row.of->measure));
  table.period.push(label(row.period));
  table.period_start.push(days(row.period.start));
  table.period_end.push(days(row.period.end));
  table.target.push(row.target);
  table.actual.push(row.actual);
  table.unit.push(row.of->unit);
  table.completion.push(row.completion);
  table.elapsed.push(row.elapsed);
  table.state.push_optional(row.state);
  table.as_of.push(days(row.as_of));
  table.facts.push(rows_of(row.facts));
  table.confidence.push(least_confidence(row.facts));
}

}  // namespace

ProgressTable progress(const FactTable& facts, const Documents& documents, const ProgressOptions& options,
                       const knowledge::Knowledge& knowledge) {
  const FactView view(facts, documents, knowledge);
  ProgressTable table;
  for (const Row& row : Card(view, options).rows()) append(row, table);
  return table;
}

}  // namespace mujun::compute
