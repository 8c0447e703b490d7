#include "read/name/alias.hpp"

#include <algorithm>

namespace mujun::name {
namespace {

constexpr std::size_t most_aliases = 64;  // a page that lists all counties introduces none worth following
constexpr std::size_t longest_alias = 24;

}  // namespace

void Aliases::introduce(std::u16string alias, std::uint32_t from, const Subject& whose) {
  const bool known =
      std::any_of(aliases_.begin(), aliases_.end(), [&](const Alias& a) { return a.text == alias; });
  if (!known && aliases_.size() < most_aliases) aliases_.push_back({std::move(alias), from, whose});
}

void Aliases::learn(const Subject& subject) {
  const std::u16string& name = subject.name;
  if (subject.kind == SubjectKind::organisation) {
    const std::u16string_view behind = text_.substr(subject.span.end, longest_alias);
    for (const std::u16string_view mark : {u"(简称", u"(以下简称"}) {
      const std::size_t close = behind.starts_with(mark) ? behind.find(u')') : std::u16string_view::npos;
      if (close == std::u16string_view::npos) continue;
      std::u16string alias(behind.substr(mark.size(), close - mark.size()));
      std::erase_if(alias, [](char16_t c) { return c == u'“' || c == u'”' || c == u'"'; });
      if (alias.size() >= 2) introduce(std::move(alias), subject.span.end, subject);
    }
    return;
  }
  // Elsewhere 路桥 may be roads and bridges; on a page that names 路桥区 it is the district.
  const bool has_kind = subject.kind == SubjectKind::town ? name.ends_with(u'镇') : is_full_name(name);
  if (subject.kind == SubjectKind::own_place || name.size() < 3 || !has_kind) return;
  std::u16string alias = name.substr(0, name.size() - 1);
  if (lexicon_.entries_of(alias).empty()) introduce(std::move(alias), 0, subject);
}

void Aliases::add_mentions(std::vector<Subject>& subjects,
                           const std::function<std::uint32_t(std::uint32_t)>& name_end) const {
  std::vector<Subject> found;
  for (const Alias& alias : aliases_) {
    for (std::size_t at = text_.find(alias.text, alias.from); at != std::u16string_view::npos;
         at = text_.find(alias.text, at + alias.text.size())) {
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
  subjects.insert(subjects.end(), found.begin(), found.end());
  std::stable_sort(subjects.begin(), subjects.end(),
                   [](const Subject& a, const Subject& b) { return a.span.start < b.span.start; });
}

}  // namespace mujun::name
