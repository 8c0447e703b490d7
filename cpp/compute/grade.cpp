#include "compute/grade.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

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

/// Firms by group, and within it from the highest score.
struct Placed {
  double score;
  std::uint32_t group;
  std::uint32_t row;
};

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

void stand_group(const std::vector<Placed>& placed, std::size_t first, std::size_t last, const Grades& grades,
                 Standing& standing) {
  const std::vector<std::size_t> ends =
      grades.by == Grading::by_share ? places(grades, last - first) : std::vector<std::size_t>();
  for (std::size_t at = first; at < last;) {
    std::size_t next = at + 1;
    while (next < last && ties(placed[next - 1].score, placed[next].score)) ++next;
    const std::size_t best = at - first + 1, worst = next - first;
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

Standing stand(const Eigen::ArrayXd& scores, const Mask& rated, const Firms& firms, const Grades& grades) {
  std::vector<Placed> placed;
  placed.reserve(firms.rows);
  for (std::size_t row = 0; row < firms.rows; ++row) {
    const auto at = static_cast<Eigen::Index>(row);
    if (rated[at]) {
      placed.push_back(
          {scores[at], static_cast<std::uint32_t>(firms.group_of(row)), static_cast<std::uint32_t>(row)});
    }
  }
  std::ranges::sort(placed, [](const Placed& left, const Placed& right) {
    return left.group != right.group ? left.group < right.group : left.score > right.score;
  });
  Standing standing{std::vector<std::int32_t>(firms.rows, no_rank),
                    std::vector<std::int32_t>(firms.rows, no_class)};
  for (std::size_t first = 0; first < placed.size();) {
    std::size_t last = first + 1;
    while (last < placed.size() && placed[last].group == placed[first].group) ++last;
    stand_group(placed, first, last, grades, standing);
    first = last;
  }
  return standing;
}

}  // namespace mujun::scoring
