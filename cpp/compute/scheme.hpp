// A scoring scheme as the files of knowledge/schemes say it: what is scored, against what, and how it is
// graded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace mujun::scoring {

/// How an indicator's value x becomes points.
enum class Form : std::uint8_t {
  ratio,    // weight × x / base; where less is better, weight × (2 − x / base), but no less than nothing
  min_max,  // weight × (from + (100 − from) × (x − min) / (max − min)) / 100, over the firm's group
  steps,    // the points of the highest step that x / base reaches
  points,   // x itself: points that people have awarded
};

enum class BaseKind : std::uint8_t {
  fixed,
  mean_of_firms,   // the mean of the firms' own values
  mean_of_totals,  // the sum of all numerators over the sum of all denominators
};

struct Base {
  BaseKind kind = BaseKind::fixed;
  double number = 1;  // the base itself, or how many times the mean it is
};

/// What a firm gets for a value that it does not have.
enum class MissingRule : std::uint8_t {
  unrated,  // no score: the scheme has no rule
  zero,
  mean,     // the mean points of the firms of its group that have the value
  exempt,   // it is not rated at all
  penalty,  // points are taken off
};

struct Step {
  double from;  // in bases
  double points;
};

struct Indicator {
  std::string name;
  double weight = 0;
  Form form = Form::ratio;
  bool less_is_better = false;
  Base base;
  double from = 0;  // of a min_max
  std::vector<Step> steps = {};
  std::optional<double> cap = std::nullopt;  // in weights
  std::optional<double> floor = std::nullopt;
  MissingRule missing = MissingRule::unrated;
  double penalty = 0;
};

enum class Grading : std::uint8_t { none, by_share, by_threshold };
/// Where a share of the firms is no whole number of them.
enum class Rounding : std::uint8_t { down, nearest, up };

struct GradeClass {
  std::string name;
  double bound = 0;  // the share of all rated firms in %, or the lowest score
};

/// The best class first. The last class of by_threshold takes all the rest.
struct Grades {
  Grading by = Grading::none;
  std::vector<GradeClass> classes = {};
  Rounding rounding = Rounding::down;
  bool ties_up =
      true;  // firms of equal score get the better of the classes that they straddle, else the worse
};

struct Scheme {
  std::vector<Indicator> indicators;
  Grades grades;
  std::string exempt_grade;    // empty where exempt firms have none
  bool exempt_scored = false;  // exempt firms have a score, though no rank
};

}  // namespace mujun::scoring
