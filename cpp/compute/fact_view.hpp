// The fact table as figures are computed from it: each row's figure as an interval, and rows found by what
// they are about.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "compute/interval.hpp"
#include "compute/unit.hpp"
#include "knowledge/knowledge.hpp"
#include "model/fact_table.hpp"

namespace mujun::compute {

/// A row's figure. Texts point into the table; an empty one is null there.
struct Figure {
  std::int64_t row = 0;
  std::int64_t document = 0;
  std::string_view page, indicator, code, subject, region_code, reference, unit, base_unit, rule;
  std::int32_t article = 0;
  Measure measure = Measure::level;
  Basis basis = Basis::none;
  Status status = Status::actual;
  Qualifier qualifier = Qualifier::exact;
  Period period;
  Span evidence;
  std::optional<std::int64_t> parent;
  float confidence = 1;
  double value = 0;
  std::optional<double> value_high;
  double precision = 0;
  Interval bounds;  // of the true figure, in `unit`

  bool is_range() const { return value_high.has_value(); }
  bool is_percent() const { return unit == "%"; }
  bool in_points() const { return unit == "百分点"; }
};

/// Whose figure it is, of what and for when: rows of one topic are about the same thing. A stock has no first
/// day, so only the last one counts here.
using Topic =
    std::tuple<std::int64_t, std::int32_t, std::string_view, std::string_view, Status, std::int32_t>;

/// Each row's document: two pages may bear one name.
using Documents = std::vector<std::int64_t>;
/// Stands for a document where two figures may meet between documents.
inline constexpr std::int64_t any_document = -1;

class FactView {
 public:
  /// The table and the knowledge must outlive the view.
  FactView(const FactTable& table, const Documents& documents, const knowledge::Knowledge& knowledge);

  const std::vector<Figure>& figures() const { return figures_; }
  const Figure& at(std::int64_t row) const { return figures_[static_cast<std::size_t>(row)]; }
  const knowledge::Knowledge& knowledge() const { return knowledge_; }

  /// The figure of this measure nearest to `of` on the page, of the same indicator, subject, article, status
  /// and period; of two as near, the one before.
  const Figure* nearest(const Figure& of, Measure measure) const { return nearest(of, measure, of.period); }
  /// The same for another period.
  const Figure* nearest(const Figure& of, Measure measure, const Period& period) const;
  /// The same for another indicator, by its wording.
  const Figure* nearest(const Figure& of, Measure measure, std::string_view indicator) const;
  /// The same for another indicator, by its code.
  const Figure* nearest_by_code(const Figure& of, Measure measure, std::string_view code) const;

  /// The figure in another unit of its dimension, so that 亩 and 平方米 meet: base units must be the same.
  double value_in(const Figure& figure, std::string_view unit) const {
    return factor(figure, unit)(figure.value);
  }
  Interval bounds_in(const Figure& figure, std::string_view unit) const {
    return factor(figure, unit)(figure.bounds);
  }

  const knowledge::Indicator* indicator(std::string_view code) const;
  /// The code of exactly this wording; empty where the knowledge base has none.
  std::string_view code_of(std::string_view wording) const;

 private:
  using Rows = std::vector<std::int64_t>;
  using Index = std::map<std::pair<Topic, Measure>, Rows>;

  static Topic topic(const Figure& figure, std::string_view indicator, const Period& period);
  const Figure* nearest_in(const Index& index, const Topic& topic, const Figure& of, Measure measure,
                           const Period& period) const;
  Factor factor(const Figure& figure, std::string_view unit) const;
  bool is_count(std::string_view unit) const;

  const knowledge::Knowledge& knowledge_;
  std::vector<Figure> figures_;
  Index by_wording_, by_code_;
  std::map<std::string, const knowledge::Indicator*, std::less<>> indicators_;
  std::map<std::string, std::string_view, std::less<>> dimension_of_unit_;
};

using Figures = std::vector<const Figure*>;
std::vector<std::int64_t> rows_of(const Figures& figures);
/// What is reckoned from several figures is as sure as the least sure of them; there must be one.
float least_confidence(const Figures& figures);

/// A bound as the tables hold it: nothing where there is none, which every file format can say.
std::optional<double> if_finite(double bound);

/// How far apart two figures stand on their page, in code points.
std::uint32_t distance(const Figure& a, const Figure& b);
/// Read from one clause.
inline bool same_clause(const Figure& a, const Figure& b) {
  return a.document == b.document && a.evidence == b.evidence;
}

}  // namespace mujun::compute
