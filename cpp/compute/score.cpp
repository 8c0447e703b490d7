#include "compute/score.hpp"

#include <Eigen/Core>
#include <cmath>

#include "compute/grade.hpp"
#include "compute/input_error.hpp"
#include "compute/score_notes.hpp"
#include "compute/score_points.hpp"

namespace mujun::scoring {
namespace {

using compute::InputError;

Mask not_exempt(const Firms& firms) {
  Mask rated = Mask::Constant(static_cast<Eigen::Index>(firms.rows), true);
  for (std::size_t row = 0; row < firms.exempt.size(); ++row) {
    if (firms.exempt[row]) rated[static_cast<Eigen::Index>(row)] = false;
  }
  return rated;
}

/// Adds or takes off points; who has none given has none.
void add_points(const FirmColumn& column, double sign, const Firms& firms, const Mask& scored,
                Eigen::ArrayXd& scores) {
  const Mask there = mask_of(column) && scored;
  const auto values = array_of(column);
  for (Eigen::Index row = 0; row < scores.size(); ++row) {
    if (!there[row]) continue;
    if (!(values[row] >= 0 && std::isfinite(values[row]))) {
      throw InputError(column.name + " is " + (values[row] < 0 ? "negative" : "infinite") + " in " +
                       firms.row_name(static_cast<std::size_t>(row)) +
                       ": points on top and points off are both given as positive numbers");
    }
    scores[row] += sign * values[row];
  }
}

void multiply(const FirmColumn& factor, const Firms& firms, const Mask& scored, Eigen::ArrayXd& scores) {
  const Mask there = mask_of(factor);
  const auto values = array_of(factor);
  for (Eigen::Index row = 0; row < scores.size(); ++row) {
    if (!scored[row]) continue;
    if (!(there[row] && values[row] >= 0 && std::isfinite(values[row]))) {
      throw InputError(factor.name + " is no factor in " + firms.row_name(static_cast<std::size_t>(row)) +
                       ": give 1 where nothing is corrected");
    }
    scores[row] *= values[row];
  }
}

template <class T>
Column<T> column_of(const T* values, const Mask& there) {
  Column<T> column;
  column.values.assign(values, values + there.size());
  for (const bool value : there) column.valid.push(value);
  return column;
}

void place(const Scheme& scheme, const Firms& firms, const Eigen::ArrayXd& scores, const Mask& scored,
           const Mask& rated, ScoreTable& table) {
  const Mask ranked = scored && rated;
  const Standing standing = stand(scores, ranked, firms, scheme.grades);
  table.score = column_of(scores.data(), scored);
  table.rank = column_of(standing.rank.data(), ranked);
  for (std::size_t row = 0; row < firms.rows; ++row) {
    if (standing.grade[row] != no_class) {
      table.grade.push(scheme.grades.classes[static_cast<std::size_t>(standing.grade[row])].name);
    } else {
      table.grade.push_optional(rated[static_cast<Eigen::Index>(row)] ? "" : scheme.exempt_grade);
    }
  }
}

}  // namespace

std::string Firms::row_name(std::size_t row) const {
  std::string name = "row " + std::to_string(row);
  if (row < names.size() && !names[row].empty()) name += " (" + std::string(names[row]) + ")";
  return name;
}

Factor factor_between(const std::string& numerator, const std::string& denominator, const std::string& unit) {
  if (unit.empty()) return {};
  compute::Unit given = compute::parse_unit(numerator);
  if (!denominator.empty()) {
    const compute::Unit below = compute::parse_unit(denominator);
    given = {numerator + " per " + denominator, given.dimension * below.dimension.inverse(),
             given.factor / below.factor};
  }
  return compute::conversion(given, compute::parse_unit(unit));
}

ScoreTable score(const Scheme& scheme, const Firms& firms) {
  const Mask everybody = Mask::Constant(static_cast<Eigen::Index>(firms.rows), true);
  Mask rated = not_exempt(firms);
  const Mask measured = scheme.exempt_scored ? everybody : rated;
  std::vector<Values> found;
  for (const Source& source : firms.sources) found.push_back(values_of(source, firms, measured));
  // A firm that a missing value exempts counts in nobody's base, so this comes before any points.
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (scheme.indicators[i].missing == MissingRule::exempt) rated = rated && (found[i].present || !measured);
  }
  Mask scored = scheme.exempt_scored ? everybody : rated;
  Eigen::ArrayXd scores = Eigen::ArrayXd::Zero(scored.size());
  ScoreTable table;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Indicator& indicator = scheme.indicators[i];
    const Points points = points_of(indicator, firms.sources[i], firms, {rated, scored}, found[i]);
    table.points.emplace_back(indicator.name, column_of(points.values.data(), points.present));
    scores += points.present.select(points.values, 0);
    scored = scored && points.present;
  }
  if (firms.factor) multiply(*firms.factor, firms, scored, scores);
  for (const FirmColumn& column : firms.bonus) add_points(column, 1, firms, scored, scores);
  for (const FirmColumn& column : firms.malus) add_points(column, -1, firms, scored, scores);
  place(scheme, firms, scores, scored, rated, table);
  table.notes = notes_of(scheme, firms, found, rated);
  return table;
}

ScoreTable grade(const Scheme& scheme, const FirmColumn& scores, const Firms& firms) {
  const Mask rated = not_exempt(firms);
  const Values found = values_of({scores}, firms, rated);
  ScoreTable table;
  place(scheme, firms, found.values, found.present, rated, table);
  for (const bool value : rated) table.notes.push_optional(value ? "" : exempt_note);
  return table;
}

}  // namespace mujun::scoring
