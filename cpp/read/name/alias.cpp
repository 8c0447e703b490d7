#include "read/name/alias.hpp"

#include <algorithm>
#include <bitset>
#include <limits>
#include <unordered_map>
#include <utility>

#include "model/characters.hpp"

namespace mujun::name {
namespace {

using knowledge::mask;
using knowledge::WordClass;

constexpr std::size_t most_aliases = 64;  // a page that lists all counties introduces none worth following
constexpr std::size_t longest_alias = 24;
constexpr std::size_t shortest_firm = 4;  // 海纳轴承; 海纳 alone may be another word
constexpr std::size_t brand_size = 2;
constexpr int least_calls = 2;  // of a brand alone, before it is taken for the firm

}  // namespace

/// 海纳 of 海纳劳保用品: whether the page calls the firm so, where a clause begins.
bool Aliases::is_called(std::u16string_view brand, std::u16string_view whole) const {
  if (!knowledge_.lexicon().entries_of(brand).empty()) return false;
  int calls = 0;
  const auto next = [&](std::size_t from) { return find_unit(text_, brand.front(), from); };
  for (std::size_t at = next(0); at != std::u16string_view::npos; at = next(at + 1)) {
    if (!text_.substr(at).starts_with(brand)) continue;
    const bool opens = at == 0 || !is_han(text_[at - 1]) || is_one_of(text_[at - 1], u"月年底末日");
    if (opens && !text_.substr(at).starts_with(whole)) ++calls;
  }
  return calls >= least_calls;
}

void Aliases::introduce_brand(std::u16string_view whole, const Subject& firm) {
  const std::u16string_view brand = whole.substr(0, brand_size);
  if (whole.size() <= brand_size) return;
  // Each is one search of the page.
  if (tried_.size() == most_aliases || std::ranges::count(tried_, brand) > 0) return;
  tried_.emplace_back(brand);
  if (is_called(brand, whole)) introduce(std::u16string(brand), firm.span.end, firm);
}

void Aliases::introduce(std::u16string alias, std::uint32_t from, const Subject& whose) {
  const bool known =
      std::any_of(aliases_.begin(), aliases_.end(), [&](const Alias& a) { return a.text == alias; });
  if (!known && aliases_.size() < most_aliases) aliases_.push_back({std::move(alias), from, whose});
}

/// (以下简称“海纳轴承”); and by itself 海纳轴承 for 浙江海纳轴承有限公司.
void Aliases::introduce_short(const Subject& organisation) {
  const knowledge::Lexicon& lexicon = knowledge_.lexicon();
  const std::u16string_view behind = text_.substr(organisation.span.end, longest_alias);
  if (behind.starts_with(u'(')) {
    const auto mark = lexicon.longest(behind, 1, WordClass::short_name_mark);
    const std::size_t close = behind.find(u')');
    if (mark && close != std::u16string_view::npos) {
      std::u16string alias(behind.substr(1 + mark->length, close - 1 - mark->length));
      std::erase_if(alias, [](char16_t c) { return c == u'“' || c == u'”' || c == u'"'; });
      if (alias.size() >= 2) introduce(std::move(alias), organisation.span.end, organisation);
      return;
    }
  }
  std::u16string_view name = organisation.name;
  while (const auto region = lexicon.longest(name, 0, WordClass::region)) name.remove_prefix(region->length);
  for (std::uint32_t at = 0; at < name.size(); ++at) {
    const auto suffix = lexicon.longest(name, at, WordClass::subject_suffix);
    if (!suffix || at + suffix->length < name.size()) continue;
    const bool is_firm = knowledge_.word(suffix->entry.index).value == "firm";
    if (is_firm) name.remove_suffix(suffix->length);
    const std::size_t own = is_firm ? name.size() : at;  // characters that are neither region nor suffix
    if (own >= (is_firm ? shortest_firm : 2) && name.size() < organisation.name.size())
      introduce(std::u16string(name), organisation.span.end, organisation);
    if (is_firm) introduce_brand(name, organisation);
    return;
  }
  if (!organisation.entry) introduce_brand(name, organisation);
}

void Aliases::learn(const Subject& subject) {
  const std::u16string& name = subject.name;
  if (subject.kind == SubjectKind::organisation) {
    introduce_short(subject);
    return;
  }
  // Elsewhere 路桥 may be roads and bridges; on a page that names 路桥区 it is the district.
  const bool has_kind = subject.kind == SubjectKind::town ? name.ends_with(u'镇') : is_full_name(name);
  if (subject.kind == SubjectKind::own_place || name.size() < 3 || !has_kind) return;
  std::u16string alias = name.substr(0, name.size() - 1);
  if (knowledge_.lexicon().entries_of(alias).empty()) introduce(std::move(alias), 0, subject);
}

void Aliases::add_mentions(std::vector<Subject>& subjects,
                           const std::function<std::uint32_t(std::uint32_t)>& name_end) const {
  std::vector<Subject> found;
  // One pass for all short names: most units begin none.
  std::bitset<std::size_t{std::numeric_limits<char16_t>::max()} + 1> begins;
  std::unordered_map<char16_t, std::vector<std::size_t>> beginning;
  std::vector<std::size_t> next_from;  // of each alias: its mentions do not overlap
  for (const Alias& alias : aliases_) {
    begins.set(alias.text.front());
    beginning[alias.text.front()].push_back(next_from.size());
    next_from.push_back(alias.from);
  }
  for (std::size_t at = 0; at < text_.size() && !aliases_.empty(); ++at) {
    if (!begins[text_[at]]) continue;
    for (const std::size_t number : beginning[text_[at]]) {
      const Alias& alias = aliases_[number];
      if (at < next_from[number] || !text_.substr(at).starts_with(alias.text)) continue;
      next_from[number] = at + alias.text.size();
      Subject subject = alias.whose;
      subject.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + alias.text.size())};
      subject.carries = true;
      if (const std::uint32_t end = name_end(subject.span.end); end > subject.span.end) {
        subject.span.end = end;
        subject.kind = SubjectKind::organisation;
        subject.region_code.clear();
        subject.level = town_level;
        subject.carries = false;
      }
      subject.name = text_.substr(subject.span.start, subject.span.size());
      const auto next =
          std::upper_bound(subjects.begin(), subjects.end(), subject.span.start,
                           [](std::uint32_t start, const Subject& s) { return start < s.span.end; });
      if (next == subjects.end() || !next->span.overlaps(subject.span)) found.push_back(std::move(subject));
    }
  }
  add_in_order(std::move(found), subjects);
}

}  // namespace mujun::name
