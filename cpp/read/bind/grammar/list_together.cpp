// Names that are counted and called together behind the last: 卢峰、低庄、桥江三镇, A、B、C三大主导产业产值.
#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/grammar/list_names.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;

constexpr std::size_t shortest_name = 2;

/// Up to nine, as 两 or 3; 0 where it is no number.
std::size_t small_number(char16_t c) {
  if (c == u'两') return 2;
  const std::size_t han = std::u16string_view(u"一二三四五六七八九").find(c);
  if (han != std::u16string_view::npos) return han + 1;
  return is_digit(c) ? static_cast<std::size_t>(c - u'0') : 0;
}

/// 镇 of 三镇, 街道 of 两个街道: what kind of places are counted; empty where no places are.
std::u16string_view kind_of_place(std::u16string_view counted) {
  for (const std::u16string_view kind :
       {u"街道", u"园区", u"乡镇", u"县市", u"县区", u"镇", u"乡", u"县", u"区", u"市", u"村"})
    if (counted.starts_with(kind)) return kind;
  return {};
}

}  // namespace

bool name_together(const Surroundings& around, Span last, std::vector<ListName>& names) {
  const std::u16string_view words = around.text(last);
  for (std::size_t at = shortest_name; at + 1 < words.size(); ++at) {
    if (small_number(words[at]) != names.size()) continue;
    std::size_t counted = at + 1;
    if (is_one_of(words[counted], u"大个家户类项")) ++counted;
    const std::u16string_view kind = kind_of_place(words.substr(counted));
    const std::size_t class_end =
        kind.empty() ? around.page().knowledge.end_of_last(words.substr(counted), WordClass::class_noun)
                     : kind.size();
    if (class_end == 0) continue;
    std::uint32_t behind = last.start + static_cast<std::uint32_t>(counted + class_end);
    if (behind < last.end && around.text({behind, last.end}).front() == u'的') ++behind;
    const name::Phrase rest = around.phrases().before({behind, last.end});
    const std::uint32_t end = last.start + static_cast<std::uint32_t>(at);
    names.back().indicator = around.phrases().named({last.start, end});
    for (ListName& name : names) {
      const std::u16string own = name.subject.value_or(name.indicator.text);
      if (kind.empty()) {
        name.subject.reset();
        name.indicator.text = own + rest.text;
        around.phrases().look_up(name.indicator);
      } else {
        // 苍南 is a name that is known; 卢峰 is one with its kind.
        const bool short_name = !name.subject && kind != u"乡镇" && !own.ends_with(kind);
        name.subject = short_name ? own + std::u16string(kind) : own;
        name.indicator = rest;
      }
    }
    return true;
  }
  return false;
}

}  // namespace mujun::bind
