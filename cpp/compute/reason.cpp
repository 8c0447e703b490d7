#include "compute/reason.hpp"

namespace mujun::compute {

std::string_view meaning_of(Reason reason) {
  switch (reason) {
    case Reason::none:
      return "";
    case Reason::no_figure:
      return "there is no figure";
    case Reason::uncertain:
      return "the figure was read with little confidence: look at it, or ask for a lower confidence";
    case Reason::is_range:
      return "the page gives a range, no figure";
    case Reason::contradicted:
      return "rows say different figures of it";
    case Reason::no_base:
      return "there is no figure in the base";
    case Reason::zero_base:
      return "the base is zero, from which nothing grows by a rate";
    case Reason::negative_base:
      return "the base is negative: from a loss there is no growth rate (扭亏, 减亏)";
    case Reason::negative_end:
      return "the later figure is negative: into a loss there is no average rate";
    case Reason::nothing_left:
      return "a growth of -100% or less leaves no base to divide by";
    case Reason::below_nothing:
      return "a growth below -100% has no geometric mean";
    case Reason::no_years:
      return "the number of years must be above zero";
    case Reason::no_area:
      return "there is no area";
    case Reason::zero_area:
      return "the area is zero";
    case Reason::negative_area:
      return "an area cannot be negative";
    case Reason::no_whole:
      return "there is no figure of the whole";
    case Reason::zero_whole:
      return "the whole is zero";
    case Reason::incomplete_whole:
      return "a part has no figure, so their sum is no whole";
    case Reason::unchanged_whole:
      return "the whole has not changed, so no part of the change is anyone's";
    case Reason::no_reference:
      return "the reference has no figure";
    case Reason::no_spread:
      return "the figures of the column do not differ";
  }
  return "";
}

}  // namespace mujun::compute
