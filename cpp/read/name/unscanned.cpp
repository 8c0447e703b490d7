#include "read/name/unscanned.hpp"

#include <algorithm>
#include <optional>

#include "read/name/listed.hpp"
#include "read/name/maker.hpp"

namespace mujun::name {

using knowledge::mask;
using knowledge::WordClass;

std::vector<Subject> unscanned_names(const Folded& page, const scan::Scan& scan,
                                     const OrganisationReader& organisations,
                                     const knowledge::Knowledge& knowledge) {
  std::vector<Subject> names;
  const auto add = [&](Span span, SubjectKind kind, std::optional<knowledge::EntryRef> entry) {
    names.push_back({.span = span,
                     .kind = kind,
                     .name = std::u16string(page.view(span)),
                     .level = kind == SubjectKind::region ? 0 : town_level,
                     .carries = kind == SubjectKind::region,
                     .entry = entry});
  };
  std::vector<Span> products;
  const knowledge::Lexicon& lexicon = knowledge.lexicon();
  const auto end = static_cast<std::uint32_t>(page.text.size());
  constexpr knowledge::ClassMask sought = mask({WordClass::area, WordClass::maker_noun});
  for (auto found = lexicon.find(page.text, 0, end, sought); found;
       found = lexicon.find(page.text, found->at + 1, end, sought)) {
    const Span span{found->at, found->at + found->match.length};
    if (found->match.entry.word_class == WordClass::maker_noun)
      products.push_back(span);
    else if (organisations.opens_clause(span.start))  // 对日本出口 is a wording of its own
      add(span, SubjectKind::region, found->match.entry);
  }
  for (const auto& found : {find_listed(page, organisations, knowledge),
                            find_makers(page, products, scan, organisations, knowledge)}) {
    for (const Span name : found) add(name, SubjectKind::organisation, std::nullopt);
  }
  std::ranges::stable_sort(names, {}, [](const Subject& name) { return name.span.start; });
  return names;
}

}  // namespace mujun::name
