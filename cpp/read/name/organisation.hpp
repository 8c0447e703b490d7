// Names of firms, parks, projects, towns and villages, read around the suffix that ends them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "knowledge/knowledge.hpp"
#include "model/text.hpp"
#include "read/scan/scan.hpp"

namespace mujun::name {

class OrganisationReader {
 public:
  OrganisationReader(const Folded& page, const scan::Scan& scan, const knowledge::Knowledge& knowledge)
      : text_(page.text), scan_(scan), knowledge_(knowledge) {}

  struct NameEnd {
    std::uint32_t at;
    bool is_town;
    knowledge::EntryRef suffix;
  };
  /// The end of the organisation's name that goes on at `from`, behind its last suffix (公司, 园区, 镇).
  std::optional<NameEnd> end_behind(std::uint32_t from) const;

  /// The name that a suffix ends, back to `floor` or to what is no part of a name; empty where the suffix
  /// stands alone, or behind words of a kind only (重大产业项目).
  Span name_before(const scan::WordMention& suffix, std::uint32_t floor) const;

  /// Whether the name is sure to be one where it stands: a town's, a quoted one, or one that opens its clause
  /// and is not counted.
  bool is_name(Span name, const scan::WordMention& suffix) const;

  /// Where the name of a place's authority ends that goes on at `from`, for its figures are the place's
  /// (青溪县财政局); `from` itself where none does.
  std::uint32_t authority_end(std::uint32_t from) const;

  /// Whether a suffix ends the name of a town or a village.
  bool names_town(const scan::WordMention& suffix) const;
  const std::string& value_of(const scan::WordMention& word) const {
    return knowledge_.word(word.entry.index).value;
  }

  /// Whether what stands at `at` is told of the name before it: a verb, a time, 已, 的.
  bool acts(std::uint32_t at) const;

  /// Nothing but a period or a mark stands right before `at`.
  bool opens_clause(std::uint32_t at) const;
  /// 走得最快的是海纳轴承, 最晚落户的，是做智能卫浴的宏洁公司, 与它一路之隔的恒脉新材料: a clause that ends
  /// with the name introduces it.
  bool is_presented(Span name) const;

 private:
  bool begins_word(std::uint32_t end) const;
  /// A verb stands at `at`, as behind what has a will of its own: 产业基金出资.
  bool invests(std::uint32_t at) const;
  bool word_parts_name_at(std::uint32_t at, bool any_word) const;

  std::u16string_view text_;
  const scan::Scan& scan_;
  const knowledge::Knowledge& knowledge_;
};

}  // namespace mujun::name
