#include "read/name/unscanned.hpp"

#include <algorithm>

#include "read/name/listed.hpp"
#include "read/name/maker.hpp"

namespace mujun::name {

using knowledge::mask;
using knowledge::WordClass;

std::vector<Subject> unscanned_names(const Folded& page, const scan::Scan& scan,
                                     const OrganisationReader& organisations,
                                     const knowledge::Knowledge& knowledge) {
  const std::u16string_view folded = page.text;
  const auto text = [&](Span span) { return std::u16string(folded.substr(span.start, span.size())); };
  std::vector<Subject> names;
  for (const auto& found :
       {find_listed(page, organisations, knowledge), find_makers(page, scan, organisations, knowledge)}) {
    for (const Span name : found)
      names.push_back(
          {.span = name, .kind = SubjectKind::organisation, .name = text(name), .level = town_level});
  }
  const knowledge::Lexicon& lexicon = knowledge.lexicon();
  const auto end = static_cast<std::uint32_t>(folded.size());
  constexpr knowledge::ClassMask areas = mask(WordClass::area);
  for (auto area = lexicon.find(folded, 0, end, areas); area;
       area = lexicon.find(folded, area->at + 1, end, areas)) {
    if (!organisations.opens_clause(area->at)) continue;  // 对日本出口 is a wording of its own
    const Span span{area->at, area->at + area->match.length};
    names.push_back({.span = span,
                     .kind = SubjectKind::region,
                     .name = text(span),
                     .carries = true,
                     .entry = area->match.entry});
  }
  std::stable_sort(names.begin(), names.end(),
                   [](const Subject& a, const Subject& b) { return a.span.start < b.span.start; });
  return names;
}

}  // namespace mujun::name
