// One check, and the rules that check: a rule a kind.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compute/fact_view.hpp"
#include "compute/interval.hpp"

namespace mujun::compute {

struct Check {
  std::string_view kind;   // static storage
  const Figure* of;        // whose indicator and subject the check is about
  std::optional<bool> ok;  // nothing where it cannot be judged
  std::optional<Interval> expected;
  std::optional<double> found;
  std::string_view unit;
  Figures facts;
  std::string message;
};

using Checks = std::vector<Check>;

/// What other figures lead to, and how it was reckoned: 250亿元 ÷ 594亿元.
struct Reckoned {
  double value;
  Interval bounds;
  Figures from;
  std::string formula;
};

/// A figure against what others lead to: they agree where the bounds meet. `what` is what the message calls
/// the printed figure.
Check compare(std::string_view kind, const Figure& printed, Reckoned reckoned, std::string_view what);

/// A figure that a check may rest on: read with some confidence, and no rule's bound.
bool is_checkable(const Figure& figure);

void check_sums(const FactView& facts, Checks& out);         // the parts of 其中 against their total
void check_growth(const FactView& facts, Checks& out);       // growth against two levels
void check_changes(const FactView& facts, Checks& out);      // growth against a level and its change
void check_shares(const FactView& facts, Checks& out);       // share against part and whole
void check_completions(const FactView& facts, Checks& out);  // completion against level and target
void check_contributions(const FactView& facts, Checks& out);  // 拉动 against 贡献率 and the whole's growth
void check_repetitions(const FactView& facts, Checks& out);  // one thing told twice, alike or not

}  // namespace mujun::compute
