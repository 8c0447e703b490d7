// Which of the places that an article names it is about.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "read/name/organisation.hpp"
#include "read/name/subject.hpp"

namespace mujun::name {

class Places {
 public:
  Places(const Folded& page, const layout::Layout& layout, const scan::Scan& scan,
         const knowledge::Knowledge& knowledge);

  /// What the article is about; `mentions` are the article's. Without a name where it names no place.
  Subject place_of(std::uint32_t article, std::span<const Subject> mentions) const;
  /// What a word of this level means where `place` is the place: itself, or the region above it.
  std::u16string resolve(int level, const Subject& place) const;
  /// The caller's word for the place: a region where it is one, else of the level its ending says.
  Subject given(std::u16string_view name) const;

 private:
  /// The mentions of a name, short and full together.
  struct Candidate {
    Subject subject;
    double weight = 0;
    int count = 0;
    bool titled = false;  // a title names it
    int told_by = 0;      // its government's site or office
  };
  struct Named {
    std::map<std::u16string, Candidate> candidates;
    std::map<int, int> spoken_levels;  // how often 全区, 全市 … stand here
  };

  Named weigh(std::uint32_t article, std::span<const Subject> mentions) const;
  /// 商务部发布: in the article's title or lead, and no place is named.
  bool told_by_ministry(std::uint32_t article) const;
  /// 烟台市 for a page of 我市 that names 芝罘区 in passing, and never speaks of 全区.
  std::optional<Subject> city_over(const Candidate& named) const;
  /// 盐城市 for 盐城经开区 in the title of a page that speaks of 全市.
  std::optional<Subject> region_of_park(const std::u16string& park, std::map<int, int>& spoken_levels) const;
  layout::LineKind kind_at(Span span) const;
  /// 来源：宁国市统计局, 枝江市人民政府门户网站: an office of the place, and no newspaper.
  bool is_of_office(const Subject& mention) const;
  /// 高于宜昌市, 居宜昌市各县市区第2位: the page is of a place that is held against it.
  bool is_compared(const Subject& mention) const;

  std::u16string_view text_;
  const layout::Layout& layout_;
  const knowledge::Knowledge& knowledge_;
  OrganisationReader organisations_;
  std::vector<std::uint32_t> lead_ends_;  // where each article's lead ends
};

}  // namespace mujun::name
