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
  std::optional<std::size_t> told = {};  // the draft of the sentence that it was taken from, by its number
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

// list_members.cpp
/// 开发区、高新区、黄桥工业园区亩均税收: the zones of a place, which it calls by what they are; none where
/// the parts are anything else.
std::vector<ListName> zones_of(const Surroundings& around, const std::vector<Span>& parts);
// The members of a list that has one wording; none where it is no such list.
/// 城乡居民人均可支配收入, 三次产业结构: each that the word stands for.
std::vector<ListName> members_of(const Surroundings& around, const ListNames& found);
/// 前5个月的翘尾分别为 with five values: a month each.
std::vector<ListName> by_month(const Surroundings& around, const std::vector<const Figure*>& figures,
                               Span names, const ListNames& found);
/// 新平、元江以花腰文化为卖点，接待量分别为 with two values: the places that the clauses before are about.
std::vector<ListName> by_topic(const Surroundings& around, const std::vector<const Figure*>& figures,
                               const ListNames& found);
/// 福州(不含平潭): the name, with the bracket that belongs to it within `part`.
std::u16string with_bracket(const Surroundings& around, Span part, const name::Token& name);

/// Whether the names, whose last part is `last`, are counted and called together behind it
/// (卢峰、低庄、桥江三镇; A、B、C三大主导产业产值); if so, each becomes what it is by itself.
bool name_together(const Surroundings& around, Span last, std::vector<ListName>& names);

/// Parts at `joiners` outside quotes and brackets.
std::vector<Span> parts_of(std::u16string_view text, Span span, const name::Tokens& tokens,
                           std::u16string_view joiners = u"、和与及");

}  // namespace mujun::bind
