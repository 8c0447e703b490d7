#include "read/name/places.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::name {
namespace {

using knowledge::Knowledge;
using layout::LineKind;

constexpr double title_weight = 6;
constexpr double lead_weight = 2;
constexpr std::uint32_t longest_lead = 120;
constexpr double office_weight = 2;
constexpr double country_weight = 0.5;
constexpr std::size_t longest_office = 10;
constexpr int times_spoken_of = 2;
constexpr double least_weight = 2;
constexpr int least_of_a_place = 3;  // times that a page names the place that it is about

/// The same region under its short and its full name is one candidate; else the name decides.
std::u16string key_of(const Subject& subject) {
  if (!subject.region_code.empty())
    return std::u16string(subject.region_code.begin(), subject.region_code.end());
  return subject.name;
}

}  // namespace

Places::Places(const Folded& page, const layout::Layout& layout, const scan::Scan& scan,
               const Knowledge& knowledge)
    : text_(page.text),
      layout_(layout),
      knowledge_(knowledge),
      organisations_(page, scan, knowledge),
      lead_ends_(layout.articles.size(), 0) {
  for (const layout::Line& line : layout.lines) {
    std::uint32_t& lead_end = lead_ends_[line.article];
    if (line.kind == LineKind::prose && lead_end == 0)
      lead_end = std::min(line.span.end, line.span.start + longest_lead);
  }
}

Places::Named Places::weigh(std::uint32_t article, std::span<const Subject> mentions) const {
  Named named;
  auto& [candidates, spoken_levels] = named;
  const std::uint32_t lead_end = lead_ends_[article];
  for (const Subject& mention : mentions) {
    // A page that also tells of 日本 is not about it.
    if (mention.entry && mention.entry->word_class == knowledge::WordClass::area) continue;
    const bool each = mention.entry && mention.entry->word_class == knowledge::WordClass::subject_word &&
                      mention.kind == SubjectKind::organisation;  // 各县区
    if (each) continue;
    const LineKind kind = kind_at(mention.span);
    const bool office = mention.kind == SubjectKind::region && is_of_office(mention);
    if (kind == LineKind::furniture && !office) continue;
    if (mention.kind == SubjectKind::own_place) {
      ++spoken_levels[mention.level];
      continue;
    }
    Candidate& candidate = candidates[key_of(mention)];
    if (candidate.count++ == 0 || mention.name.size() > candidate.subject.name.size())
      candidate.subject = mention;
    if (mention.level == 0) {
      // A page that names no place but the country often is about it; 居全国第一 does not speak of it.
      if (organisations_.opens_clause(mention.span.start))
        candidate.weight += kind == LineKind::title ? lead_weight : country_weight;
      continue;
    }
    candidate.titled = candidate.titled || kind == LineKind::title;
    const bool is_organisation = mention.kind == SubjectKind::organisation;
    // 抓好“云谷”项目实施: what is done with it, not what the page is about.
    const bool leads =
        mention.span.end <= lead_end && (!is_organisation || organisations_.opens_clause(mention.span.start));
    const bool told_by = office && (kind == LineKind::furniture || kind == LineKind::dateline);
    candidate.weight += kind == LineKind::title ? title_weight
                        : told_by               ? (candidate.told_by++ == 0 ? office_weight : 0)
                        : is_compared(mention)  ? 0
                        : leads                 ? lead_weight
                        : is_organisation       ? 0.5
                                                : 1;
  }
  return named;
}

Subject Places::place_of(std::uint32_t article, std::span<const Subject> mentions) const {
  auto [candidates, spoken_levels] = weigh(article, mentions);
  const Candidate* best = nullptr;
  const Candidate* best_region = nullptr;
  int spoken_of = 0;  // the place itself, by 全县 and its like
  for (const auto& [level, count] : spoken_levels) spoken_of += count;
  const auto goes_before = [](const Candidate& candidate, const Candidate* other) {
    return !other || candidate.weight > other->weight ||
           (candidate.weight == other->weight && candidate.subject.span.start < other->subject.span.start);
  };
  for (auto& [name, candidate] : candidates) {
    const Subject& subject = candidate.subject;
    // 全市 is a county-level city's word for itself, too.
    const bool says_city = subject.level == 3 && subject.name.ends_with(u'市');
    const int spoken = spoken_levels[subject.level] + (says_city ? spoken_levels[2] : 0);
    if (candidate.weight > 0) candidate.weight += std::min(spoken, 4);
    if (goes_before(candidate, best)) best = &candidate;
    const bool is_region = subject.kind != SubjectKind::organisation && subject.level > 0;
    if (is_region && goes_before(candidate, best_region)) best_region = &candidate;
  }
  // A page that says 全县 and 全乡 is of a place, though a firm may be named more often.
  const bool of_body = best && !best->titled && best->subject.kind == SubjectKind::organisation &&
                       !is_park(best->subject, knowledge_);
  if (of_body && best_region && spoken_of >= times_spoken_of) best = best_region;
  if (best && is_park(best->subject, knowledge_) && spoken_levels[3] == 0) {
    if (std::optional<Subject> region = region_of_park(best->subject.name, spoken_levels)) return *region;
  }
  if (best && spoken_levels[3] == 0 && spoken_levels[2] > 0) {
    if (std::optional<Subject> city = city_over(*best)) return *city;
  }
  if (best && best->weight >= least_weight) return best->subject;
  // 今年以来，中国经济稳中有进: where no other place is named or spoken of, once is enough.
  if (spoken_of == 0 && told_by_ministry(article)) {
    Subject country;
    country.kind = SubjectKind::region;
    country.name = u"全国";
    return country;
  }
  const bool is_country = best && best->subject.kind == SubjectKind::region && best->subject.level == 0;
  return is_country && best->weight > 0 && !best_region && spoken_of == 0 ? best->subject : Subject{};
}

std::u16string Places::resolve(int level, const Subject& place) const {
  // 全区 may be an autonomous region, and 全市 a county-level city.
  const bool is_body =
      place.kind == SubjectKind::organisation && !is_park(place, knowledge_);  // a firm is no 全镇
  const bool same =
      (place.level == level && !is_body) || (level == 3 && place.name.ends_with(u"自治区")) ||
      (level == 2 && place.level == 3 && place.name.ends_with(u'市')) ||
      (level == 3 && is_park(place, knowledge_) && place.name.ends_with(u'区'));  // a development zone
  if (same) return place.name;
  if (place.name.empty() || place.level < level) return {};
  if (place.region_code.empty()) return {};
  for (std::string code = place.region_code; !code.empty();) {
    const knowledge::Region* region = knowledge_.find_region(code);
    if (!region) return {};
    if (region->level == level) return region->name;
    code = region->parent;
  }
  return {};
}

Subject Places::given(std::u16string_view name) const {
  Subject place;
  place.name = name;
  for (const knowledge::EntryRef entry : knowledge_.lexicon().entries_of(name)) {
    if (entry.word_class != knowledge::WordClass::region) continue;
    place.region_code = knowledge_.region(entry.index).code;
    place.level = knowledge_.region(entry.index).level;
    return place;
  }
  place.level = name.ends_with(u'省') ? 1 : name.ends_with(u'市') ? 2 : is_full_name(name) ? 3 : town_level;
  return place;
}

bool Places::told_by_ministry(std::uint32_t article) const {
  const Span whole = layout_.articles[article].span;
  const std::uint32_t end = std::min(whole.end, std::max(lead_ends_[article], whole.start));
  return knowledge_.holds(text_.substr(whole.start, end - whole.start),
                          knowledge::WordClass::national_office);
}

std::optional<Subject> Places::city_over(const Candidate& named) const {
  const Subject& district = named.subject;
  const bool in_passing = !named.titled && named.told_by == 0 && named.count < least_of_a_place;
  if (district.level != 3 || district.name.ends_with(u'市') || !in_passing) return std::nullopt;
  const knowledge::Region* region = knowledge_.find_region(district.region_code);
  const knowledge::Region* over = region ? knowledge_.find_region(region->parent) : nullptr;
  if (!over || over->level != 2) return std::nullopt;
  return given(over->name);
}

std::optional<Subject> Places::region_of_park(const std::u16string& park,
                                              std::map<int, int>& spoken_levels) const {
  const auto match = knowledge_.lexicon().longest(park, 0, knowledge::WordClass::region);
  if (!match) return std::nullopt;
  for (const knowledge::EntryRef entry :
       knowledge_.lexicon().entries_of(std::u16string_view(park).substr(0, match->length))) {
    if (entry.word_class != knowledge::WordClass::region) continue;
    const knowledge::Region& region = knowledge_.region(entry.index);
    if (spoken_levels[region.level] >= times_spoken_of) return given(region.name);
  }
  return std::nullopt;
}

LineKind Places::kind_at(Span span) const {
  const layout::Line* line = layout_.line_at(span.start);
  return line ? line->kind : LineKind::prose;
}

bool Places::is_of_office(const Subject& mention) const {
  const std::size_t name_end = mention.span.start + mention.name.size();  // 统计局 may belong to the span
  const std::u16string_view behind = text_.substr(name_end, longest_office);
  const auto end = std::ranges::find_if(behind, [](char16_t c) { return !is_han(c); });
  const std::size_t office = behind.find_first_of(u"府局委办");
  return office < static_cast<std::size_t>(end - behind.begin());
}

bool Places::is_compared(const Subject& mention) const {
  const std::u16string_view before = text_.substr(0, mention.span.start);
  const std::u16string_view behind = text_.substr(mention.span.end);
  const bool against = !before.empty() && is_one_of(before.back(), u"于居列占与同跟过超");
  return against || behind.starts_with(u"各县") || behind.starts_with(u"平均") || behind.starts_with(u"全市");
}

}  // namespace mujun::name
