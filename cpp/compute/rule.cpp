#include "compute/rule.hpp"

#include <algorithm>
#include <optional>

#include "compute/input_error.hpp"
#include "compute/rule_condition.hpp"
#include "model/characters.hpp"
#include "read/fold/fold.hpp"
#include "read/scan/scan.hpp"

namespace mujun::screening {
namespace {

using compute::InputError;

/// What stands between two conditions. A comma alone, or 、, joins like the next word at its level.
struct Joint {
  bool loose = false;  // behind a comma
  Join join = Join::none;
  std::size_t end = 0;
};

std::size_t skip(const std::vector<std::u16string>& fillers, std::u16string_view text, std::size_t at) {
  while (at < text.size()) {
    const std::size_t length = is_space(text[at]) ? 1 : length_of(fillers, text, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

std::optional<Joint> read_joint(std::u16string_view text, std::size_t at, const RuleWords& words) {
  Joint joint;
  joint.end = skip({u"的"}, text, at);
  bool any_sign = false;
  if (joint.end < text.size() && is_clause_end(text[joint.end]) && !is_sentence_end(text[joint.end])) {
    joint.loose = true;
    any_sign = true;
    ++joint.end;
  } else if (joint.end < text.size() && text[joint.end] == u'、') {
    any_sign = true;
    ++joint.end;
  }
  joint.end = skip({}, text, joint.end);
  const std::size_t all = length_of(words.all, text, joint.end);
  const std::size_t any = length_of(words.any, text, joint.end);
  if (all > 0 || any > 0) joint.join = any > all ? Join::any : Join::all;
  joint.end += std::max(all, any);
  if (!any_sign && joint.join == Join::none) return std::nullopt;
  return joint;
}

/// Gives the joints without a word of their own that of the next one at their level, else 且.
void settle(std::vector<Joint>& joints) {
  Join next_loose = Join::none, next_tight = Join::none;
  for (auto joint = joints.rbegin(); joint != joints.rend(); ++joint) {
    Join& next = joint->loose ? next_loose : next_tight;
    if (joint->join == Join::none) joint->join = next == Join::none ? Join::all : next;
    next = joint->join;
    if (joint->loose) next_tight = Join::none;
  }
}

/// The parts of `from`..`to` (conditions, the last one included) between the joints that `parts_at` picks.
template <class Picks, class Make>
Part joined(Join join, std::size_t from, std::size_t to, const std::vector<Joint>& joints, Picks picks,
            Make make) {
  Part whole{join, 0, {}};
  std::size_t first = from;
  for (std::size_t at = from; at <= to; ++at) {
    if (at < to && !picks(joints[at])) continue;
    whole.parts.push_back(make(first, at));
    first = at + 1;
  }
  return whole.parts.size() == 1 ? whole.parts.front() : whole;
}

Part tree_of(const std::vector<Joint>& joints) {
  const std::size_t last = joints.size();
  Join outer = Join::all;
  for (const Joint& joint : joints) {
    if (joint.loose) outer = joint.join;
  }
  const auto one = [](std::size_t at, std::size_t) { return Part{Join::none, at, {}}; };
  const auto both = [&](std::size_t from, std::size_t to) {
    return joined(
        Join::all, from, to, joints, [](const Joint&) { return true; }, one);
  };
  const auto clause = [&](std::size_t from, std::size_t to) {
    return joined(
        Join::any, from, to, joints, [](const Joint& j) { return j.join == Join::any; }, both);
  };
  return joined(
      outer, 0, last, joints, [](const Joint& joint) { return joint.loose; }, clause);
}

void check_commas(const std::vector<Joint>& joints, std::u16string_view text) {
  const auto has = [&](Join join) {
    return std::ranges::any_of(joints,
                               [join](const Joint& joint) { return joint.loose && joint.join == join; });
  };
  if (has(Join::all) && has(Join::any)) {
    throw InputError(
        "'" + to_utf8(text) +
        "' joins by 且 and by 或 behind commas, so it can be read in two ways: write it as two rules");
  }
}

Quantity moved(Quantity quantity, std::size_t by) {
  const auto offset = static_cast<std::uint32_t>(by);
  for (Span* span : {&quantity.span, &quantity.outer}) *span = {span->start - offset, span->end - offset};
  return quantity;
}

}  // namespace

Rule parse_rule(const PageView& page, const RuleWords& words, const knowledge::Knowledge& knowledge) {
  const Folded folded = fold::fold(page, knowledge);
  const std::u16string_view text = folded.text;
  Notices notices;
  const Placed<Quantity> bounds = scan::scan(folded, knowledge, notices).quantities;
  if (bounds.empty())
    throw InputError("'" + to_utf8(text) + "' states no bound: a rule is 年产值不低于5000万元");
  Rule rule;
  std::vector<Joint> joints;
  std::size_t start = 0;
  for (const Quantity& bound : bounds) {
    if (bound.outer.start < start) {
      throw InputError("'" + to_utf8(folded.view(bound.outer)) + "' cannot be read as a bound");
    }
    const auto joint = read_joint(text, bound.outer.end, words);
    const bool is_last = &bound == &bounds[bounds.size() - 1];
    // Words behind a bound that join nothing belong to the condition, which does not know them.
    std::size_t end = bound.outer.end;
    if (!joint && !is_last) {
      throw InputError("'" + to_utf8(text.substr(end)) +
                       "' is not joined to what stands before: write 且 or 或");
    }
    rule.conditions.push_back(
        read_condition(text.substr(start, end - start), moved(bound, start), words, knowledge));
    if (is_last) {
      const std::size_t rest = skip({u"的", u"。"}, text, end);
      if (rest < text.size()) {
        throw InputError("'" + to_utf8(text.substr(rest)) + "' is a part of the rule that cannot be read");
      }
    } else {
      joints.push_back(*joint);
      start = joint->end;
    }
  }
  settle(joints);
  check_commas(joints, text);
  rule.whole = tree_of(joints);
  return rule;
}

}  // namespace mujun::screening
