// What 全区 or 该镇 mean on a page, and who speaks on for the sentences that follow.
#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "read/name/places.hpp"
#include "read/name/stand_in.hpp"
#include "read/name/subject.hpp"

namespace mujun::name {
namespace {

using knowledge::Knowledge;

constexpr std::size_t frequent = 3;  // an organisation named this often speaks for the sentences after it

/// Who is named often in an article, or stood for, speaks for the sentences that follow.
void carry_frequent(const layout::Layout& layout, std::vector<Subject>& mentions) {
  auto first = mentions.begin();
  for (const layout::ArticleSpan& article : layout.articles) {
    const auto last = std::find_if(first, mentions.end(),
                                   [&](const Subject& m) { return m.span.start >= article.span.end; });
    std::vector<std::u16string_view> named;
    for (auto mention = first; mention != last; ++mention)
      if (mention->kind != SubjectKind::own_place) named.push_back(mention->name);
    std::ranges::sort(named);
    for (auto mention = first; mention != last; ++mention) {
      if (mention->kind == SubjectKind::own_place) continue;
      if (std::ranges::equal_range(named, mention->name).size() >= frequent) mention->carries = true;
    }
    first = last;
  }
}

}  // namespace

Subjects find_subjects(const Folded& page, const layout::Layout& layout, const scan::Scan& scan,
                       const Knowledge& knowledge, std::u16string_view given) {
  Subjects found{find_mentions(page, scan, knowledge), {}};
  const Places places(page, layout, scan, knowledge);
  std::size_t first = 0;
  for (std::uint32_t article = 0; article < layout.articles.size(); ++article) {
    std::size_t last = first;
    while (last < found.mentions.size() &&
           found.mentions[last].span.start < layout.articles[article].span.end)
      ++last;
    const std::span<Subject> mentions(found.mentions.begin() + static_cast<std::ptrdiff_t>(first),
                                      last - first);
    first = last;
    Subject place = places.place_of(article, mentions);
    const Subject callers = given.empty() ? Subject{} : places.given(given);
    if (place.name.empty()) place = callers;
    std::array<std::u16string, town_level + 1> own;  // what 全省, 全市 … mean here, by level
    for (int level = 1; level <= town_level; ++level) {
      std::u16string& name = own[static_cast<std::size_t>(level)];
      name = places.resolve(level, place);
      // 全区 on a page about a town of it, which the page does not say.
      if (name.empty()) name = places.resolve(level, callers);
    }
    std::array<std::u16string, town_level + 1> last_named;
    for (Subject& mention : mentions) {
      if (mention.kind == SubjectKind::own_place) {
        mention.name = own[static_cast<std::size_t>(mention.level)];
        // 该镇 on a county's page, 全镇 on a firm's: the last such that was named.
        const std::u16string& last = last_named[static_cast<std::size_t>(mention.level)];
        const bool of_kind = !last.empty() && last.back() == page.text[mention.span.end - 1];
        if (mention.name.empty() && of_kind) mention.name = last;
        if (mention.name == place.name)
          mention.region_code = place.region_code;
        else if (mention.name == callers.name)
          mention.region_code = callers.region_code;
      } else {
        if (mention.kind != SubjectKind::organisation)
          last_named[static_cast<std::size_t>(mention.level)] = mention.name;
      }
    }
    found.article_places.push_back(std::move(place));
  }
  add_stand_ins(page, layout, scan, knowledge, found.article_places, found.mentions);
  carry_frequent(layout, found.mentions);
  return found;
}

}  // namespace mujun::name
