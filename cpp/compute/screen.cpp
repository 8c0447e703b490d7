#include "compute/screen.hpp"

#include <string>

#include "compute/input_error.hpp"
#include "compute/score_points.hpp"
#include "compute/score_values.hpp"

namespace mujun::screening {
namespace {

using scoring::Figures;
using scoring::Mask;

/// What is known of every firm: that it holds, that it does not, or neither.
struct Verdict {
  Mask holds;
  Mask fails;
};

bool compare(const Condition& condition, double value) {
  switch (condition.comparison) {
    case Comparison::at_least:
      return scoring::reaches(value, condition.value);
    case Comparison::over:
      return !scoring::reaches(condition.value, value);
    case Comparison::at_most:
      return scoring::reaches(condition.value, value);
    case Comparison::under:
      return !scoring::reaches(value, condition.value);
    case Comparison::between:
      return scoring::reaches(value, condition.value) && scoring::reaches(condition.high, value);
  }
  return false;
}

Verdict judge(const Condition& condition, const Subject& subject, const scoring::Firms& firms) {
  const Mask everybody = Mask::Constant(static_cast<Eigen::Index>(firms.rows), true);
  Figures found = values_of({subject.column, subject.area, subject.unit}, firms, everybody);
  const Mask holds = found.array().unaryExpr([&](double value) { return compare(condition, value); });
  return {found.present && holds, found.present && !holds};
}

Verdict judge(const Part& part, const std::vector<Verdict>& verdicts) {
  if (part.join == Join::none) return verdicts[part.condition];
  Verdict whole = judge(part.parts.front(), verdicts);
  for (std::size_t i = 1; i < part.parts.size(); ++i) {
    const Verdict next = judge(part.parts[i], verdicts);
    const bool all = part.join == Join::all;
    whole.holds = all ? Mask(whole.holds && next.holds) : Mask(whole.holds || next.holds);
    whole.fails = all ? Mask(whole.fails || next.fails) : Mask(whole.fails && next.fails);
  }
  return whole;
}

/// The columns that a firm lacks.
std::string lacking(std::size_t row, const std::vector<Subject>& subjects) {
  std::string names;
  const auto add = [&](const scoring::FirmColumn& column) {
    if (column.present[row] || names.find(column.name) != std::string::npos) return;
    names += (names.empty() ? "" : ", ") + column.name;
  };
  for (const Subject& subject : subjects) {
    add(subject.column);
    if (subject.area) add(*subject.area);
  }
  return names;
}

}  // namespace

std::vector<std::uint8_t> screen(const Rule& rule, const std::vector<Subject>& subjects,
                                 const scoring::Firms& firms, bool missing_fails) {
  std::vector<Verdict> verdicts;
  for (std::size_t i = 0; i < subjects.size(); ++i) {
    verdicts.push_back(judge(rule.conditions[i], subjects[i], firms));
  }
  const Verdict whole = judge(rule.whole, verdicts);
  std::vector<std::uint8_t> passes(firms.rows);
  for (std::size_t row = 0; row < firms.rows; ++row) {
    const auto at = static_cast<Eigen::Index>(row);
    if (!whole.holds[at] && !whole.fails[at] && !missing_fails) {
      throw compute::InputError(lacking(row, subjects) + " missing in " + firms.row_name(row) +
                                ", where it decides: fill it in, or say missing='fail'");
    }
    passes[row] = whole.holds[at];
  }
  return passes;
}

}  // namespace mujun::screening
