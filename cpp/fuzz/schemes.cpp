// A scheme and firms of any numbers → scores that are finite, ranked and graded, or an error that names the
// row or the indicator; and the same whatever the order of the firms.
#include <fuzzer/FuzzedDataProvider.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "compute/input_error.hpp"
#include "compute/score.hpp"
#include "fuzz/invariants.hpp"

namespace {

using namespace mujun;
using namespace mujun::scoring;

struct Values {
  std::vector<double> numbers;
  std::vector<std::uint8_t> present;
};

double number(FuzzedDataProvider& drawn) {
  const double odd[] = {0.0, -0.0, 1.0, -1.0, 1e-300, 1e300, -1e308, 5e-324, 0.1, 60, 100, 1e16};
  switch (drawn.ConsumeIntegralInRange(0, 3)) {
    case 0:
      return drawn.PickValueInArray(odd);
    case 1:
      return drawn.ConsumeFloatingPointInRange(-1e6, 1e6);
    default:
      return drawn.ConsumeIntegralInRange(0, 200);
  }
}

double at_least(FuzzedDataProvider& drawn, double least) {
  return std::max(least, std::abs(number(drawn)));
}

template <class Enum>
Enum pick(FuzzedDataProvider& drawn, int last) {
  return static_cast<Enum>(drawn.ConsumeIntegralInRange(0, last));
}

/// As scheme files may say it: the Python layer lets nothing else through.
Scheme draw_scheme(FuzzedDataProvider& drawn) {
  Scheme scheme;
  const int count = drawn.ConsumeIntegralInRange(1, 3);
  for (int i = 0; i < count; ++i) {
    Indicator one;
    one.name = "indicator " + std::to_string(i);
    one.weight = at_least(drawn, 1e-9);
    one.form = pick<Form>(drawn, 3);
    one.less_is_better = drawn.ConsumeBool();
    one.base = {pick<BaseKind>(drawn, 2), at_least(drawn, 1e-9)};
    one.from = drawn.ConsumeIntegralInRange(0, 100);
    for (int step = drawn.ConsumeIntegralInRange(0, 3); step > 0; --step) {
      one.steps.push_back({number(drawn), number(drawn)});
    }
    std::ranges::sort(one.steps, {}, &Step::from);
    if (drawn.ConsumeBool()) one.cap = at_least(drawn, 0);
    if (drawn.ConsumeBool()) one.floor = std::min(number(drawn), one.cap.value_or(1e300));
    one.missing = pick<MissingRule>(drawn, 4);
    one.penalty = at_least(drawn, 0);
    scheme.indicators.push_back(std::move(one));
  }
  scheme.grades.by = pick<Grading>(drawn, 2);
  scheme.grades.rounding = pick<Rounding>(drawn, 2);
  scheme.grades.ties_up = drawn.ConsumeBool();
  const int classes = drawn.ConsumeIntegralInRange(1, 4);
  for (int i = 0; i < classes && scheme.grades.by != Grading::none; ++i) {
    const double bound = scheme.grades.by == Grading::by_share ? 100.0 / classes : 90.0 - 20 * i;
    scheme.grades.classes.push_back({std::string(1, static_cast<char>('A' + i)), bound});
  }
  if (drawn.ConsumeBool()) scheme.exempt_grade = "exempt";
  scheme.exempt_scored = drawn.ConsumeBool();
  return scheme;
}

/// The firms' columns, which may be put in another order together.
class Park {
 public:
  Park(FuzzedDataProvider& drawn, const Scheme& scheme)
      : rows_(drawn.ConsumeIntegralInRange<std::size_t>(0, 8)) {
    for (std::size_t i = 0; i < scheme.indicators.size(); ++i) {
      ratios_.push_back(drawn.ConsumeBool());
      zero_is_missing_.push_back(drawn.ConsumeBool());
    }
    for (std::size_t i = 0; i < 2 * scheme.indicators.size() + 2; ++i) columns_.push_back(draw(drawn));
    grouped_ = drawn.ConsumeBool();
    for (std::size_t row = 0; row < rows_; ++row) {
      exempt_.push_back(drawn.ConsumeIntegralInRange<std::uint8_t>(0, 7) == 0);
      group_.push_back(grouped_ && drawn.ConsumeBool());
    }
    has_factor_ = drawn.ConsumeBool();
  }

  std::size_t rows() const { return rows_; }

  Park in_order(const std::vector<std::size_t>& order) const {
    Park other = *this;
    const auto reorder = [&]<class T>(const std::vector<T>& from, std::vector<T>& to) {
      for (std::size_t row = 0; row < rows_; ++row) to[row] = from[order[row]];
    };
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      reorder(columns_[i].numbers, other.columns_[i].numbers);
      reorder(columns_[i].present, other.columns_[i].present);
    }
    reorder(exempt_, other.exempt_);
    reorder(group_, other.group_);
    return other;
  }

  Firms firms() const {
    Firms firms;
    firms.rows = rows_;
    for (std::size_t i = 0; i < ratios_.size(); ++i) {
      Source source{column(2 * i)};
      if (ratios_[i]) source.denominator = column(2 * i + 1);
      source.zero_is_missing = zero_is_missing_[i];
      firms.sources.push_back(std::move(source));
    }
    const std::size_t extra = 2 * ratios_.size();
    firms.bonus = {column(extra)};
    if (has_factor_) firms.factor = column(extra + 1);
    firms.exempt = exempt_;
    if (grouped_) {
      firms.group = group_;
      firms.groups = {"here", "there"};
    }
    return firms;
  }

 private:
  Values draw(FuzzedDataProvider& drawn) const {
    Values values;
    for (std::size_t row = 0; row < rows_; ++row) {
      values.numbers.push_back(number(drawn));
      values.present.push_back(drawn.ConsumeIntegralInRange(0, 7) != 0);
    }
    return values;
  }

  FirmColumn column(std::size_t i) const {
    return {"column " + std::to_string(i), columns_[i].numbers, columns_[i].present};
  }

  std::size_t rows_;
  std::vector<Values> columns_;
  std::vector<bool> ratios_, zero_is_missing_;
  std::vector<std::uint8_t> exempt_;
  std::vector<std::uint32_t> group_;
  bool grouped_ = false, has_factor_ = false;
};

void check_scores(const ScoreTable& table, const Scheme& scheme, std::size_t rows) {
  fuzz::require(table.size() == rows && table.rank.values.size() == rows, "a row a firm");
  for (std::size_t row = 0; row < rows; ++row) {
    if (table.score.valid[row]) fuzz::require(std::isfinite(table.score.values[row]), "a score is finite");
    if (!table.rank.valid[row]) continue;
    fuzz::require(table.score.valid[row], "who has a rank has a score");
    fuzz::require(table.rank.values[row] >= 1 && static_cast<std::size_t>(table.rank.values[row]) <= rows,
                  "ranks count the firms");
    if (scheme.grades.by != Grading::none) fuzz::require(!table.grade[row].empty(), "the ranked are graded");
  }
}

/// The table, or nothing where the input is refused.
std::optional<ScoreTable> scored(const Scheme& scheme, const Firms& firms) {
  try {
    return score(scheme, firms);
  } catch (const compute::InputError& error) {
    fuzz::require(*error.what() != '\0', "an error says what is wrong");
    return std::nullopt;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider drawn(data, size);
  const Scheme scheme = draw_scheme(drawn);
  const Park park(drawn, scheme);
  const auto table = scored(scheme, park.firms());
  if (table) check_scores(*table, scheme, park.rows());

  std::vector<std::size_t> order(park.rows());
  std::iota(order.rbegin(), order.rend(), std::size_t{0});
  const Park turned = park.in_order(order);
  const auto other = scored(scheme, turned.firms());
  fuzz::require(table.has_value() == other.has_value(), "the order of the firms refuses nothing");
  if (!table) return 0;
  for (std::size_t row = 0; row < park.rows(); ++row) {
    const std::size_t there = order[row];
    fuzz::require(table->score.valid[there] == other->score.valid[row], "a firm is scored in any order");
    if (!table->score.valid[there]) continue;
    const double one = table->score.values[there], same = other->score.values[row];
    fuzz::require(std::abs(one - same) <= 1e-9 * std::max(1.0, std::abs(one)),
                  "a firm's score is the same in any order");
  }
  return 0;
}
