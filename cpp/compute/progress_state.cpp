#include "compute/progress_state.hpp"

namespace mujun::compute {
namespace {

constexpr double whole = 100;
constexpr std::string_view ahead = "ahead", on_track = "on_track", behind = "behind", done = "done";

}  // namespace

std::optional<double> completion_of(const Standing& standing) {
  if (standing.pace == Pace::as_it_is || standing.target == 0) return std::nullopt;
  return whole * standing.actual / standing.target;
}

std::string_view state_of(const Standing& standing, double tolerance) {
  const bool reached =
      standing.less_is_better ? standing.actual <= standing.target : standing.actual >= standing.target;
  if (standing.elapsed >= whole) return reached ? done : behind;
  if (standing.pace == Pace::as_it_is) return reached ? on_track : behind;
  if (reached && !standing.less_is_better) return done;
  if (!reached && standing.less_is_better) return behind;  // a limit once passed stays passed
  const auto completion = completion_of(standing);
  if (standing.pace == Pace::at_the_end || !completion) return {};
  const double lead = (standing.less_is_better ? -1 : 1) * (*completion - standing.elapsed);
  if (lead > tolerance) return ahead;
  return lead < -tolerance ? behind : on_track;
}

}  // namespace mujun::compute
