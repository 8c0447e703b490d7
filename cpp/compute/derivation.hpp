// One derived figure, and the rules that derive them: a rule a kind.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compute/fact_view.hpp"
#include "compute/interval.hpp"

namespace mujun::compute {

struct Derivation {
  std::string_view kind;  // static storage
  std::string indicator;
  std::string_view code;
  std::string_view subject;
  std::string_view reference;
  Period period;
  double value = 0;
  std::string unit;
  Interval bounds;
  std::string formula;  // as an analyst writes it: 143亿元 ÷ 115%
  std::string note;     // why the published figure may be another
  Figures from;
};

using Derivations = std::vector<Derivation>;

/// A derived figure of `of`'s indicator, subject and period.
Derivation derivation(std::string_view kind, const Figure& of);

/// A printed figure that computing may start from: one value, read as said and no rule's bound.
bool is_usable(const Figure& figure);

/// Of two printed figures, without binary dust: 33.1 − 23 is 10.1.
double difference(const Figure& from, const Figure& less);

/// The figure in percent that points (百分点) are measured on: the nearest growth, share or rate in % of the
/// topic.
const Figure* nearest_percent(const FactView& facts, const Figure& points);

/// Two levels of one thing, of which the first came before the second.
struct LevelPair {
  const Figure* base;
  const Figure* now;
};
/// From A to B in one clause, and levels of two periods a year apart.
std::vector<LevelPair> level_pairs(const FactView& facts);

// From a level and how it grew.
void derive_base(const FactView& facts, Derivations& out);      // level and growth → the level before
void derive_previous(const FactView& facts, Derivations& out);  // figure and its change → the figure before
void derive_growth(const FactView& facts, Derivations& out);    // two levels → growth; two rates → change
// From a figure and what it is measured against.
void derive_reference(const FactView& facts, Derivations& out);  // figure and gap → the reference's figure
void derive_plan(const FactView& facts, Derivations& out);       // level and completion → plan
void derive_whole(const FactView& facts, Derivations& out);      // part and share → whole
// From the two figures that a ratio is of.
void derive_per_mu(const FactView& facts, Derivations& out);        // total and area → per mu
void derive_ratio_growth(const FactView& facts, Derivations& out);  // their growths → the ratio's growth

}  // namespace mujun::compute
