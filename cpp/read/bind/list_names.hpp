// The names that a list of values belongs to.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/bind/sentence.hpp"

namespace mujun::bind {

struct ListName {
  name::Phrase indicator;
  std::optional<std::u16string> subject;
  std::optional<Period> period;
};

struct ListNames {
  std::vector<ListName> names;           // in order; as many as the page gives
  bool said_respectively = false;        // by 分别 and its like
  std::optional<std::size_t> from_list;  // how many values the list had that the names were taken from
};

/// The names of a list of values, from its clause, else from the figures before it. `wording` is what a rule
/// took for the first value's indicator, and `compared` whether that is set against something else.
ListNames names_of(const Surroundings& around, const std::vector<const Figure*>& figures,
                   const Memory& memory, const name::Phrase& wording, bool compared);

/// The names of the last `count` figures that were read; none where there are fewer.
ListNames names_before(const Memory& memory, std::size_t count);

/// Whether the names, whose last part is `last`, are counted and called together behind it
/// (卢峰、低庄、桥江三镇; A、B、C三大主导产业产值); if so, each becomes what it is by itself.
bool name_together(const Surroundings& around, Span last, std::vector<ListName>& names);

/// Parts at 、 和 与 及 outside quotes and brackets.
std::vector<Span> parts_of(std::u16string_view text, Span span, const name::Tokens& tokens);

}  // namespace mujun::bind
