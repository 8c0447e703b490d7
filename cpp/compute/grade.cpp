#include "compute/grade.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "compute/order.hpp"
#include "compute/score_points.hpp"

namespace mujun::scoring {
namespace {

/// How many firms the classes up to and including each one hold together.
std::vector<std::size_t> places(const Grades& grades, std::size_t firms) {
  constexpr double hair = 1e-9;  // 20% of 15 are 3, whatever binary fractions say
  std::vector<std::size_t> ends;
  double share = 0;
  for (const GradeClass& grade : grades.classes) {
    share += grade.bound;
    const double exact = static_cast<double>(firms) * share / 100;
    double whole = std::floor(exact + hair);
    if (grades.rounding == Rounding::nearest) whole = std::floor(exact + 0.5 + hair);
    if (grades.rounding == Rounding::up) whole = std::ceil(exact - hair);
    ends.push_back(static_cast<std::size_t>(whole));
  }
  ends.back() = firms;
  return ends;
}

std::int32_t class_by_threshold(const Grades& grades, double score) {
  const auto reached = [score](const GradeClass& grade) { return reaches(score, grade.bound); };
  const auto found = std::find_if(grades.classes.begin(), grades.classes.end() - 1, reached);
  return static_cast<std::int32_t>(found - grades.classes.begin());
}

std::int32_t class_by_place(const std::vector<std::size_t>& ends, std::size_t place) {
  return static_cast<std::int32_t>(std::ranges::lower_bound(ends, place) - ends.begin());
}

/// Scores that differ by no more than rounding are equal: the same totals in other units must tie all the
/// same.
bool ties(double better, double worse) {
  return better - worse <= 1e-12 * std::max(1.0, std::abs(better));
}

/// The firms of one group, from the highest score.
void stand_group(std::span<const Placed> placed, const Grades& grades, Standing& standing) {
  const std::vector<std::size_t> ends =
      grades.by == Grading::by_share ? places(grades, placed.size()) : std::vector<std::size_t>();
  for (std::size_t at = 0; at < placed.size();) {
    std::size_t next = at + 1;
    while (next < placed.size() && ties(placed[next - 1].score, placed[next].score)) ++next;
    const std::size_t best = at + 1, worst = next;
    std::int32_t grade = no_class;
    if (grades.by == Grading::by_share) grade = class_by_place(ends, grades.ties_up ? best : worst);
    for (; at < next; ++at) {
      if (grades.by == Grading::by_threshold) grade = class_by_threshold(grades, placed[at].score);
      standing.rank[placed[at].row] = static_cast<std::int32_t>(best);
      standing.grade[placed[at].row] = grade;
    }
  }
}

}  // namespace

Standing stand(std::span<const double> scores, const Mask& rated, const Firms& firms, const Grades& grades) {
  Standing standing{std::vector<std::int32_t>(firms.rows, no_rank),
                    std::vector<std::int32_t>(firms.rows, no_class)};
  const std::vector<Placed> placed = from_highest(scores, rated, firms);
  for (std::size_t first = 0; first < placed.size();) {
    const std::size_t group = firms.group_of(placed[first].row);
    std::size_t last = first + 1;
    while (last < placed.size() && firms.group_of(placed[last].row) == group) ++last;
    stand_group(std::span(placed).subspan(first, last - first), grades, standing);
    first = last;
  }
  return standing;
}

}  // namespace mujun::scoring
