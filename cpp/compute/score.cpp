#include "compute/score.hpp"

#include <Eigen/Core>
#include <algorithm>
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
                Eigen::Map<Eigen::ArrayXd> scores) {
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

void multiply(const FirmColumn& factor, const Firms& firms, const Mask& scored,
              Eigen::Map<Eigen::ArrayXd> scores) {
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

void refuse_endless(const Mask& wrong, const Firms& firms) {
  for (Eigen::Index row = 0; row < wrong.size(); ++row) {
    if (wrong[row]) {
      throw InputError("the figures of " + firms.row_name(static_cast<std::size_t>(row)) +
                       " are too large for a score");
    }
  }
}

Bits bits_of(const Mask& mask) {
  Bits bits;
  bits.length = mask.size();
  bits.unset = mask.size() - mask.count();
  bits.bytes.resize(static_cast<std::size_t>((mask.size() + 7) / 8));
  for (std::size_t byte = 0; byte < bits.bytes.size(); ++byte) {
    const auto first = static_cast<Eigen::Index>(8 * byte);
    const Eigen::Index here = std::min<Eigen::Index>(8, mask.size() - first);
    unsigned packed = 0;
    for (Eigen::Index at = 0; at < here; ++at) packed |= static_cast<unsigned>(mask[first + at]) << at;
    bits.bytes[byte] = static_cast<std::uint8_t>(packed);
  }
  return bits;
}

/// The values move into the column.
template <class T>
Column<T> column_of(std::vector<T>&& values, const Mask& there) {
  return {std::move(values), bits_of(there)};
}

void place(const Scheme& scheme, const Firms& firms, std::vector<double>&& scores, const Mask& scored,
           const Mask& rated, ScoreTable& table) {
  const Mask ranked = scored && rated;
  Standing standing = stand(scores, ranked, firms, scheme.grades);
  for (std::size_t row = 0; row < firms.rows; ++row) {
    if (standing.grade[row] != no_class) {
      table.grade.push(scheme.grades.classes[static_cast<std::size_t>(standing.grade[row])].name);
    } else {
      table.grade.push_optional(rated[static_cast<Eigen::Index>(row)] ? "" : scheme.exempt_grade);
    }
  }
  table.score = column_of(std::move(scores), scored);
  table.rank = column_of(std::move(standing.rank), ranked);
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
  std::vector<Figures> figures;
  for (const Source& source : firms.sources) figures.push_back(values_of(source, firms, measured));
  // A firm that a missing value exempts counts in nobody's base, so this comes before any points.
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (scheme.indicators[i].missing == MissingRule::exempt)
      rated = rated && (figures[i].present || !measured);
  }
  const Mask scored = scheme.exempt_scored ? everybody : rated;
  Mask complete = scored;
  std::vector<double> scores(firms.rows);
  Eigen::Map<Eigen::ArrayXd> sum(scores.data(), scored.size());
  ScoreTable table;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    make_points(scheme.indicators[i], firms.sources[i], firms, {rated, scored}, figures[i]);
    sum += figures[i].array();
    complete = complete && figures[i].present;
    table.points.emplace_back(scheme.indicators[i].name,
                              column_of(std::move(figures[i].values), figures[i].present));
  }
  if (firms.factor) multiply(*firms.factor, firms, complete, sum);
  for (const FirmColumn& column : firms.bonus) add_points(column, 1, firms, complete, sum);
  for (const FirmColumn& column : firms.malus) add_points(column, -1, firms, complete, sum);
  refuse_endless(complete && !sum.isFinite(), firms);
  place(scheme, firms, std::move(scores), complete, rated, table);
  table.notes = notes_of(scheme, firms, figures, rated);
  return table;
}

ScoreTable grade(const Scheme& scheme, const FirmColumn& scores, const Firms& firms) {
  const Mask rated = not_exempt(firms);
  Figures found = values_of({scores}, firms, rated);
  ScoreTable table;
  place(scheme, firms, std::move(found.values), found.present, rated, table);
  for (const bool value : rated) table.notes.push_optional(value ? "" : exempt_note);
  return table;
}

}  // namespace mujun::scoring
