#include "compute/panel_facts.hpp"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include "compute/input_error.hpp"
#include "compute/panel_period.hpp"

namespace mujun::compute {
namespace {

constexpr std::array<std::string_view, 7> axis_names{
    "subject", "region_code", "indicator", "indicator_code", "reference", "page", "period"};

bool is_stock(const Period& period) {
  return !period.start && period.end;
}

/// A stock's figure is a period's where the period ends on its day.
bool belongs(const Period& fact, const Period& period) {
  return fact == period || (is_stock(fact) && fact.end == period.end);
}

struct ByDays {
  bool operator()(const Period& one, const Period& other) const {
    return std::tie(one.end, one.start) < std::tie(other.end, other.start);
  }
};

std::string_view or_else(std::string_view code, std::string_view wording) {
  return code.empty() ? wording : code;
}

std::string_view label_of(const Figure& fact, std::string_view axis) {
  if (axis == "subject") return fact.subject;
  if (axis == "region_code") return or_else(fact.region_code, fact.subject);
  if (axis == "indicator") return fact.indicator;
  if (axis == "indicator_code") return or_else(fact.code, fact.indicator);
  if (axis == "reference") return fact.reference;
  return fact.page;
}

/// Labels that are periods in the order of their last days, which ISO text has.
Places places_by_time(const Labels& periods) {
  Places places = all_places(periods.size());
  constexpr std::size_t day = 10;
  std::ranges::sort(places, {}, [&](Eigen::Index at) {
    const std::string_view label = periods[at];
    return std::pair(label.substr(label.size() - std::min(label.size(), day)), label);
  });
  return places;
}

Panel in_order_of_time(const Panel& panel, bool rows_are_periods) {
  const Labels& periods = rows_are_periods ? panel.axes.index : panel.axes.columns;
  const Places places = places_by_time(periods);
  std::vector<std::string> names;
  for (const Eigen::Index at : places) names.push_back(periods[at]);
  const Labels labels = periods.with(std::move(names));
  return rows_are_periods ? gathered(panel, places, labels, all_places(panel.cols()), panel.axes.columns)
                          : gathered(panel, all_places(panel.rows()), panel.axes.index, places, labels);
}

class Selection {
 public:
  Selection(const FactView& facts, const PanelQuery& query) : query_(query) {
    check_axes();
    for (const Figure& fact : facts.figures()) {
      if (name_of(fact.measure) == query.measure && name_of(fact.status) == query.status)
        chosen_.push_back(&fact);
    }
    if (chosen_.empty())
      throw InputError("no fact is a " + query.measure + " and " + query.status +
                       ": choose another measure= or status=");
    for (const Figure* fact : chosen_) ++periods_[fact->period];
    if (query.period) keep_period(*query.period);
    check_alike_in_columns();
  }

  Panel panel() const {
    std::vector<Cell> cells;
    std::deque<std::string> written_periods;  // a deque, since cells point into it
    std::map<Period, std::string_view, ByDays> labels;
    for (const auto& [period, count] : periods_)
      labels[period] = written_periods.emplace_back(written(period));
    for (const Figure* fact : chosen_) {
      if (!over_time()) {
        cells.push_back(cell(*fact, {}));
      } else {
        for (const Period& period : periods_of(fact->period)) cells.push_back(cell(*fact, labels.at(period)));
      }
    }
    if (!over_time()) return pivot(cells, query_.conflict, the_period());
    return in_order_of_time(pivot(cells, query_.conflict, {}), query_.index == "period");
  }

 private:
  bool over_time() const { return query_.index == "period" || query_.columns == "period"; }

  void check_axes() const {
    for (const auto& [name, axis] :
         {std::pair{"index", query_.index}, std::pair{"columns", query_.columns}}) {
      if (std::ranges::find(axis_names, axis) != axis_names.end()) continue;
      std::string there;
      for (const std::string_view known : axis_names)
        there += (there.empty() ? "" : ", ") + std::string(known);
      throw InputError(std::string(name) + "='" + axis + "': choose one of " + there);
    }
    if (query_.index == query_.columns)
      throw InputError("index= and columns= are both '" + query_.index + "'");
  }

  void keep_period(const Period& period) {
    std::erase_if(chosen_, [&](const Figure* fact) { return !belongs(fact->period, period); });
    if (chosen_.empty())
      throw InputError("no fact is of " + written(period) + "; there are " + told_periods());
  }

  std::string told_periods() const {
    std::string told;
    for (const auto& [period, count] : periods_)
      told += (told.empty() ? "" : ", ") + written(period) + " (" + std::to_string(count) +
              (count == 1 ? " row)" : " rows)");
    return told;
  }

  /// The one period that all facts are of.
  Period the_period() const {
    if (query_.period) return *query_.period;
    const Period* flow = nullptr;
    for (const auto& [period, count] : periods_) {
      if (flow == nullptr || is_stock(*flow)) flow = &period;
    }
    const bool one =
        std::ranges::all_of(periods_, [&](const auto& held) { return belongs(held.first, *flow); });
    if (!one)
      throw InputError("the facts are of several periods: " + told_periods() +
                       "; choose one with period=, or let index= or columns= be 'period'");
    return *flow;
  }

  /// The periods under which a fact stands: a stock stands under every flow's that ends on its day.
  std::vector<Period> periods_of(const Period& period) const {
    std::vector<Period> found;
    if (is_stock(period)) {
      for (const auto& [other, count] : periods_) {
        if (!is_stock(other) && belongs(period, other)) found.push_back(other);
      }
    }
    return found.empty() ? std::vector{period} : found;
  }

  Cell cell(const Figure& fact, std::string_view period) const {
    Reason reason = Reason::none;
    if (fact.is_range()) reason = Reason::is_range;
    if (fact.confidence < query_.confidence) reason = Reason::uncertain;
    const auto label = [&](const std::string& axis) {
      return axis == "period" ? period : label_of(fact, axis);
    };
    return {label(query_.index), label(query_.columns), fact.unit, fact.value, fact.bounds, reason, fact.row};
  }

  bool is_axis(std::string_view one, std::string_view other = {}) const {
    return std::ranges::any_of(std::array{query_.index, query_.columns},
                               [&](const std::string& axis) { return axis == one || axis == other; });
  }

  /// What neither rows nor columns tell apart must be one in each column: 同比 and 环比 are not, nor shares
  /// of 全省 and of 全市.
  void check_alike_in_columns() const {
    refuse_unlike("basis", [](const Figure& fact) { return name_of(fact.basis); });
    if (!is_axis("reference")) refuse_unlike("reference", [](const Figure& fact) { return fact.reference; });
    if (!is_axis("indicator", "indicator_code"))
      refuse_unlike("indicator", [](const Figure& fact) { return or_else(fact.code, fact.indicator); });
    if (!is_axis("subject", "region_code") && !is_axis("page"))
      refuse_unlike("subject", [](const Figure& fact) { return or_else(fact.region_code, fact.subject); });
  }

  template <class Attribute>
  void refuse_unlike(const std::string& what, Attribute attribute) const {
    std::map<std::string_view, std::set<std::string_view>> found;
    const std::string& axis = query_.columns == "period" ? query_.index : query_.columns;
    for (const Figure* fact : chosen_) {
      if (const std::string_view value = attribute(*fact); !value.empty())
        found[label_of(*fact, axis)].insert(value);
    }
    for (const auto& [column, values] : found) {
      if (values.size() < 2) continue;
      std::string told;
      for (const std::string_view value : values) told += (told.empty() ? "" : ", ") + std::string(value);
      throw InputError(std::string(column) + " is of unlike " + what + ": " + told +
                       "; keep one with facts.filter(" + what + "=…)");
    }
  }

  const PanelQuery& query_;
  std::vector<const Figure*> chosen_;
  std::map<Period, int, ByDays> periods_;  // of the chosen facts, with the number of their rows
};

}  // namespace

Panel panel_of(const FactView& facts, const PanelQuery& query) {
  return Selection(facts, query).panel();
}

}  // namespace mujun::compute
