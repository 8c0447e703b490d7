// Whom the page speaks of: regions, towns, firms, parks, and words that stand for the page's own place.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/text.hpp"
#include "read/layout/layout.hpp"
#include "read/scan/scan.hpp"

namespace mujun::name {

enum class SubjectKind : std::uint8_t {
  region,        // 路桥区, 宁德, 福建省
  town,          // 新桥镇, 稠江街道: below the county, not in GB/T 2260
  organisation,  // 浙江优特轴承有限公司, 徐州软件园, 新昌县总工会
  own_place,     // 全区, 我市, 该镇: the page's place
};

/// The level of towns, villages and what is not in GB/T 2260.
inline constexpr int town_level = 4;

/// 路桥区, 福建省: with its kind at the end.
bool is_full_name(std::u16string_view name);

struct Subject {
  Span span;  // folded copy
  SubjectKind kind = SubjectKind::region;
  std::u16string name;        // as the page names it; for own_place what it stands for, "" while unresolved
  std::string region_code{};  // "" where unknown or ambiguous
  int level = 0;              // 1 province, 2 prefecture, 3 county, 4 town; 0 country
  bool ambiguous = false;     // several regions bear this name
  bool carries = false;       // speaks for the sentences after it, too
  std::optional<knowledge::EntryRef> entry{};  // the word it was known by
};

/// An organisation known by a park's ending: 经开区, 软件园.
bool is_park(const Subject& subject, const knowledge::Knowledge& knowledge);

/// Puts more mentions among those of a page, which are in order of place; where two start alike, behind them.
void add_in_order(std::vector<Subject>&& more, std::vector<Subject>& mentions);

/// The mentions as they stand; own_place words still without a name.
std::vector<Subject> find_mentions(const Folded& page, const scan::Scan& scan,
                                   const knowledge::Knowledge& knowledge);

struct Subjects {
  std::vector<Subject> mentions;        // in order of place
  std::vector<Subject> article_places;  // whom each article is about; name "" where it does not say
};

/// The mentions with own_place words resolved to their article's place. Titles weigh most, then leads, then
/// frequency. `given` is the caller's word for the page's place, for pages that do not name it.
Subjects find_subjects(const Folded& page, const layout::Layout& layout, const scan::Scan& scan,
                       const knowledge::Knowledge& knowledge, std::u16string_view given);

}  // namespace mujun::name
