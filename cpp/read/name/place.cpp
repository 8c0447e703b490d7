// What an article is about, and what 全区 or 该镇 mean on it.
#include <algorithm>
#include <map>

#include "read/name/subject.hpp"

namespace mujun::name {
namespace {

using knowledge::Knowledge;
using layout::LineKind;

constexpr double title_weight = 6;
constexpr double lead_weight = 2;
constexpr double country_weight = 0.5;
constexpr double least_weight = 2;
constexpr int frequent = 3;  // an organisation named this often speaks for the sentences after it

/// One candidate: the mentions of a name, short and full together.
struct Candidate {
  Subject subject;
  double weight = 0;
  int count = 0;
};

/// The same region under its short and its full name is one candidate; else the name decides.
std::u16string key_of(const Subject& subject) {
  if (!subject.region_code.empty())
    return std::u16string(subject.region_code.begin(), subject.region_code.end());
  return subject.name;
}

class Places {
 public:
  Places(const layout::Layout& layout, const Knowledge& knowledge) : layout_(layout), knowledge_(knowledge) {}

  Subject place_of(std::uint32_t article, const std::vector<Subject>& mentions) const {
    std::map<std::u16string, Candidate> candidates;
    std::map<int, int> spoken_levels;  // how often 全区, 全市 … stand here
    const Span span = layout_.articles[article].span;
    std::uint32_t lead_end = span.start;
    for (const layout::Line& line : layout_.lines) {
      if (line.article == article && line.kind == LineKind::prose) {
        lead_end = std::min(line.span.end, line.span.start + 120);
        break;
      }
    }
    for (const Subject& mention : mentions) {
      if (!span.contains(mention.span) || kind_at(mention.span) == LineKind::furniture) continue;
      if (mention.kind == SubjectKind::own_place) {
        ++spoken_levels[mention.level];
        continue;
      }
      Candidate& candidate = candidates[key_of(mention)];
      if (candidate.count++ == 0 || mention.name.size() > candidate.subject.name.size())
        candidate.subject = mention;
      const LineKind kind = kind_at(mention.span);
      if (mention.level == 0) {
        candidate.weight += country_weight;  // a page that names no place but the country often is about it
        continue;
      }
      candidate.weight += kind == LineKind::title                     ? title_weight
                          : mention.span.end <= lead_end              ? lead_weight
                          : mention.kind == SubjectKind::organisation ? 0.5
                                                                      : 1;
    }
    const Candidate* best = nullptr;
    for (auto& [name, candidate] : candidates) {
      if (const auto spoken = spoken_levels.find(candidate.subject.level); spoken != spoken_levels.end()) {
        candidate.weight += std::min(spoken->second, 4);
      }
      if (!best || candidate.weight > best->weight ||
          (candidate.weight == best->weight && candidate.subject.span.start < best->subject.span.start)) {
        best = &candidate;
      }
    }
    return best && best->weight >= least_weight ? best->subject : Subject{};
  }

  /// What a word of this level means where `place` is the place: itself, or the region above it.
  std::u16string resolve(int level, const Subject& place) const {
    // 全区 may be an autonomous region, and 全市 a county-level city.
    const bool same = place.level == level || (level == 3 && place.name.ends_with(u"自治区")) ||
                      (level == 2 && place.level == 3 && place.name.ends_with(u'市'));
    if (same) return place.name;
    if (place.name.empty() || place.level < level) return {};
    if (place.region_code.empty()) return {};
    for (std::string code = place.region_code; !code.empty();) {
      const auto region = std::find_if(knowledge_.regions().begin(), knowledge_.regions().end(),
                                       [&](const knowledge::Region& r) { return r.code == code; });
      if (region == knowledge_.regions().end()) return {};
      if (region->level == level) return region->name;
      code = region->parent;
    }
    return {};
  }

 private:
  LineKind kind_at(Span span) const {
    const auto line =
        std::upper_bound(layout_.lines.begin(), layout_.lines.end(), span.start,
                         [](std::uint32_t at, const layout::Line& l) { return at < l.span.end; });
    return line == layout_.lines.end() ? LineKind::prose : line->kind;
  }

  const layout::Layout& layout_;
  const Knowledge& knowledge_;
};

}  // namespace

Subjects find_subjects(const Folded& page, const layout::Layout& layout, const scan::Scan& scan,
                       const Knowledge& knowledge, std::u16string_view given) {
  Subjects found{find_mentions(page, scan, knowledge), {}};
  const Places places(layout, knowledge);
  for (std::uint32_t article = 0; article < layout.articles.size(); ++article) {
    Subject place = places.place_of(article, found.mentions);
    if (place.name.empty() && !given.empty()) {
      place.name = given;
      for (const knowledge::EntryRef entry : knowledge.lexicon().entries_of(given)) {
        if (entry.word_class != knowledge::WordClass::region) continue;
        place.region_code = knowledge.region(entry.index).code;
        place.level = knowledge.region(entry.index).level;
        break;
      }
    }
    std::map<std::u16string, int> counts;
    for (Subject& mention : found.mentions) {
      if (!layout.articles[article].span.contains(mention.span)) continue;
      if (mention.kind == SubjectKind::own_place) {
        mention.name = places.resolve(mention.level, place);
        if (mention.name == place.name) mention.region_code = place.region_code;
      } else {
        ++counts[mention.name];
      }
    }
    for (Subject& mention : found.mentions) {
      if (layout.articles[article].span.contains(mention.span) && counts[mention.name] >= frequent)
        mention.carries = true;
    }
    found.article_places.push_back(std::move(place));
  }
  return found;
}

}  // namespace mujun::name
