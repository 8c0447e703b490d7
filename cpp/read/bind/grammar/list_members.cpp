// Lists that one wording stands for: 城乡居民, the months of a quarter, the places that a sentence is about.
#include <algorithm>
#include <sstream>

#include "model/characters.hpp"
#include "read/bind/grammar/list_names.hpp"

namespace mujun::bind {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

constexpr std::uint32_t longest_zone = 8;  // characters of its name before what it is

/// 福州(不含平潭): the bracket belongs to the name.
std::u16string with_bracket(const Surroundings& around, Span part, const Token& name) {
  std::u16string text = around.page().subjects.mentions[name.index].name;
  const std::u16string_view behind = around.text({name.span.end, part.end});
  if (behind.starts_with(u'(') && behind.find(u')') != std::u16string_view::npos)
    text += behind.substr(0, behind.find(u')') + 1);
  return text;
}

/// 城乡居民人均可支配收入, 三次产业结构: those that the word stands for, each with the rest of the wording.
std::vector<ListName> members_of(const Surroundings& around, const ListNames& found) {
  std::vector<ListName> members;
  if (found.names.size() != 1) return members;
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  const std::u16string& wording = found.names.front().indicator.text;
  for (std::size_t at = 0; at < wording.size(); ++at) {
    const auto word = knowledge.lexicon().longest(wording, at, WordClass::collective);
    if (!word) continue;
    std::istringstream listed(knowledge.word(word->entry.index).value);
    for (std::string member; listed >> member;) {
      members.push_back(found.names.front());
      std::u16string& text = members.back().indicator.text;
      text.replace(at, word->length, to_utf16(member));
      // 三次产业结构为4.9:47.1:48: what one of them has of it is its share.
      const std::u16string_view rest = std::u16string_view(wording).substr(at + word->length);
      const auto structure = knowledge.ending(rest, WordClass::share_noun);
      const bool tells_shares = rest == u"比" || (structure && structure->length == rest.size());
      if (tells_shares) text.replace(text.size() - rest.size(), rest.size(), u"占比");
      around.phrases().look_up(members.back().indicator);
    }
    break;
  }
  return members;
}

std::vector<ListName> zones_of(const Surroundings& around, const std::vector<Span>& parts) {
  std::vector<ListName> zones;
  if (parts.size() < 2) return zones;
  const knowledge::Knowledge& knowledge = around.page().knowledge;
  for (const Span& part : parts) {
    const std::u16string_view words = around.text(part);
    const auto kind = knowledge.last(words, WordClass::subject_suffix);
    if (!kind || knowledge.word(kind->match.entry.index).value != "park") return {};
    const std::uint32_t end = kind->at + kind->match.length;
    const bool is_last = &part == &parts.back();
    if (is_last == (end == words.size()) || kind->at > longest_zone) return {};
    zones.emplace_back().subject = std::u16string(words.substr(0, end));
    if (is_last) {
      const name::Phrase told = around.phrases().before({part.start + end, part.end});
      for (ListName& zone : zones) zone.indicator = told;
      if (told.empty()) return {};
    }
  }
  return zones;
}

/// 新平、元江以花腰文化为卖点，接待量分别为 with two values: the names that the clauses before are about.
std::vector<ListName> by_topic(const Surroundings& around, const std::vector<const Figure*>& figures,
                               const ListNames& found) {
  constexpr std::uint32_t reach = 60;
  std::vector<ListName> places;
  if (found.names.size() > 1 || !found.said_respectively) return places;
  const std::uint32_t end = figures.front()->clause.start;
  Span before{end - std::min(end, reach), end};
  const std::u16string_view words = around.text(before);
  for (std::size_t at = words.size(); at-- > 0;) {
    if (!is_sentence_end(words[at]) && words[at] != u'\n' && words[at] != u'；' && words[at] != u';')
      continue;
    before.start += static_cast<std::uint32_t>(at) + 1;
    break;
  }
  std::uint32_t next = 0;
  for (const Token& token : around.page().tokens.within(before)) {
    // 闻喜、芮城、万荣三县排前三位，分别增长…
    if (token.kind == TokenKind::quantity &&
        around.page().scan.quantities[token.index].shape != Shape::ordinal)
      return {};
    if (token.kind != TokenKind::subject) continue;
    const bool joined = token.span.start == next + 1 && is_one_of(around.page().folded.text[next], u"、和与");
    if (!places.empty() && !joined) return {};
    next = token.span.end;
    places.push_back(found.names.empty() ? ListName{} : found.names.front());
    places.back().subject = with_bracket(around, token.span, token);
  }
  if (places.size() != figures.size()) places.clear();
  return places;
}

/// 前5个月的翘尾分别为, 2010年至2014年…分别为 with five values: a month or a year each.
std::vector<ListName> by_month(const Surroundings& around, const std::vector<const Figure*>& figures,
                               Span names, const ListNames& found) {
  std::vector<ListName> months;
  if (found.names.size() != 1 || !found.said_respectively) return months;
  constexpr std::uint32_t reach = 14;  // 2012年至2014年， may be a clause of its own
  for (const Token& token :
       around.page().tokens.within({names.start - std::min(names.start, reach), names.end})) {
    if (token.kind != TokenKind::period) continue;
    scan::PeriodMention mention = around.page().scan.periods[token.index];
    const bool of_years = mention.year && mention.end_year && mention.first_month == 0;
    if (of_years && static_cast<std::size_t>(*mention.end_year - *mention.year + 1) == figures.size()) {
      for (int year = *mention.year; year <= *mention.end_year; ++year)
        months.push_back(
            {found.names.front().indicator, {}, Period{Day::of(year, 1, 1), Day::of(year, 12, 31)}});
      return months;
    }
    if (mention.first_month == 0 ||
        static_cast<std::size_t>(mention.last_month - mention.first_month + 1) != figures.size())
      continue;
    const int first = mention.first_month;
    for (std::size_t i = 0; i < figures.size(); ++i) {
      mention.first_month = mention.last_month = first + static_cast<int>(i);
      months.push_back(
          {found.names.front().indicator, {}, scan::resolve(mention, around.page().published, std::nullopt)});
    }
  }
  return months;
}

}  // namespace mujun::bind
