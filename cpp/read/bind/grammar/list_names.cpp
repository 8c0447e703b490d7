#include "read/bind/grammar/list_names.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Phrase;
using name::Token;
using name::TokenKind;

/// 高技术制造业、装备制造业增加值: what the last name ends with belongs to the ones before it, too. The
/// longest ending that makes the short name an indicator of the taxonomy; else what follows the ending both
/// share (…业).
std::u16string shared_ending(const Phrase& name, const Phrase& last, const name::PhraseReader& phrases) {
  if (name.indicator && name.text.size() > 2) return {};
  for (std::size_t k = 1; k < last.text.size(); ++k) {
    Phrase whole{.span = {}, .text = name.text + last.text.substr(k), .indicator = {}};
    phrases.look_up(whole);
    if (whole.indicator) return last.text.substr(k);
  }
  for (std::size_t size = std::min<std::size_t>(name.text.size(), 4); size > 0; --size) {
    const std::size_t at = last.text.find(name.text.substr(name.text.size() - size));
    if (at != std::u16string::npos && at > 0 && at + size < last.text.size())
      return last.text.substr(at + size);
  }
  return {};
}

class Reader {
 public:
  Reader(const Surroundings& around, const std::vector<const Figure*>& figures, const Memory& memory)
      : around_(around), figures_(figures), memory_(memory) {}

  ListNames read(const Phrase& wording, bool compared) {
    const Figure& first = *figures_.front();
    const Token* respectively = around_.last(first.left, WordClass::list_word);
    if (respectively && around_.word(*respectively).value != "respectively") respectively = nullptr;
    // …增长8.2%、9.6%，占规上工业比重分别为68.5%、45.2%: whose shares, the list before says.
    if (respectively && compared && wording.span.start < first.left.start) {
      ListNames earlier = names_before(memory_, figures_.size());
      earlier.said_respectively = true;
      if (!earlier.names.empty()) return earlier;
    }
    Span names = first.left;
    Phrase tail;  // 分别进出口1.92万亿元: the indicator stands behind the word
    if (respectively) {
      names.end = respectively->span.start;
      // 占地区生产总值的比重分别为, 对经济增长的贡献率分别为: the names stand before 占 and 对.
      if (compared && wording.span.start >= names.start && wording.span.end < names.end)
        names.end = wording.span.end;
      tail = tail_behind(*respectively, first);
    } else if (const Token* verb = around_.last(first.left, WordClass::growth_verb)) {
      names.end = verb->span.start;
    } else {
      names.end = first.quantity->outer.start;
    }
    ListNames found{from_clause(names, tail), respectively != nullptr, {}};
    if (found.names.size() > 1) return found;
    if (std::vector<ListName> members = members_of(around_, found); members.size() == figures_.size()) {
      found.names = std::move(members);
      return found;
    }
    if (std::vector<ListName> places = by_topic(around_, figures_, found); !places.empty()) {
      found.names = std::move(places);
      return found;
    }
    if (std::vector<ListName> months = by_month(around_, figures_, names, found); !months.empty()) {
      found.names = std::move(months);
      return found;
    }
    if (std::vector<ListName> spoken = by_memory(found); !spoken.empty()) {
      found.names = std::move(spoken);
      return found;
    }
    ListNames earlier = names_before(memory_, figures_.size());
    if (earlier.names.empty() || (!found.names.empty() && !found.names.front().indicator.empty()))
      return found;
    earlier.said_respectively = found.said_respectively;
    return earlier;
  }

 private:
  /// 项目数、合同外资、实际外资三项指标全面增长，分别增长60%、152%和47%: those that the clause before names.
  std::vector<ListName> by_memory(const ListNames& found) const {
    std::vector<ListName> names;
    const bool unnamed = found.names.empty() || found.names.front().indicator.empty();
    if (!unnamed || !found.said_respectively) return names;
    std::u16string_view rest = memory_.indicator.text;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(u'、'), rest.size());
      ListName& name = names.emplace_back();
      name.indicator.text = rest.substr(0, end);
      around_.phrases().look_up(name.indicator);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    if (names.size() != figures_.size()) names.clear();
    return names;
  }

  /// 分别进出口1.92万亿元: what stands behind the word belongs to every name, unless it is a comparison of
  /// its own.
  Phrase tail_behind(const Token& respectively, const Figure& first) const {
    const Span behind{respectively.span.end, first.quantity->outer.start};
    for (const WordClass c : {WordClass::completion_word, WordClass::gap_word, WordClass::rank_word,
                              WordClass::contribution_word, WordClass::share_word}) {
      if (around_.first(behind, c)) return {};
    }
    return around_.phrases().before(behind);
  }

  std::vector<ListName> from_clause(Span names, const Phrase& tail) {
    std::vector<ListName> found;
    while (!names.empty() && around_.page().folded.text[names.start] == u'、') ++names.start;
    const std::u16string_view page = around_.page().folded.text;
    std::vector<Span> parts = parts_of(page, names, around_.page().tokens);
    // 城、乡居民人均可支配收入: several under one name, whose 、 parts nothing.
    const auto together =
        around_.page().knowledge.lexicon().find(page, names.start, names.end, WordClass::collective);
    if (together &&
        page.substr(together->at, together->match.length).find(u'、') != std::u16string_view::npos)
      parts = {names};
    // 教育、社会保障和就业、卫生健康三项支出: 和 stands within a name where the values tell so.
    if (parts.size() > figures_.size()) {
      std::vector<Span> marked = parts_of(page, names, around_.page().tokens, u"、");
      if (marked.size() == figures_.size()) parts = std::move(marked);
    }
    if (std::vector<ListName> places = zones_of(around_, parts); !places.empty()) {
      if (!tail.empty()) append(places, tail);
      return places;
    }
    for (const Span& part : parts) {
      ListName name;
      name.indicator = around_.phrases().before(part);
      if (const Token* noun = around_.first(part, WordClass::growth_verb);
          name.indicator.empty() && noun && !found.empty() && around_.word(*noun).value == "noun")
        name.indicator.text = around_.text(noun->span);  // 总量、增幅分别居…
      if (name.indicator.text.starts_with(u'('))
        name.indicator = {};  // 福州(不含平潭): the bracket is part of the name
      for (const Token& token : around_.page().tokens.within(part)) {
        const bool ends = token.span.end == part.end;  // 与我县相近的沅陵
        if (token.kind == TokenKind::subject && name.indicator.empty() && (!name.subject || ends))
          name.subject = with_bracket(around_, part, token);
        if (token.kind == TokenKind::subject && &part != &parts.back()) continue;
        if (token.kind == TokenKind::subject && found.size() + 1 == parts.size() && !found.empty() &&
            found.back().subject) {
          name.subject = with_bracket(around_, {part.start, token.span.end}, token);
        }
        if (token.kind == TokenKind::period)
          name.period =
              scan::resolve(around_.page().scan.periods[token.index], around_.page().published, std::nullopt);
      }
      found.push_back(std::move(name));
    }
    if (found.size() > 1 && name_together(around_, parts.back(), found)) {
      if (!tail.empty()) append(found, tail);
      for (ListName& name : found) {
        if (name.indicator.empty()) name.indicator = memory_.indicator;
      }
      return found;
    }
    if (found.size() > 1) without_class_noun(found.front().indicator);
    repeat_ordinal_mark(found);
    complete(found, tail);
    if (found.size() == 1 && found.front().indicator.empty()) found.clear();
    return found;
  }

  /// 三大核心产业高新、数字经济、战新: what counts the names and what they are called together is none of
  /// them.
  void without_class_noun(Phrase& first) const {
    const std::u16string_view page = around_.page().folded.text;
    const std::uint32_t start = first.span.start;
    if (start < 2 || page[start - 1] != u'大' || !is_one_of(page[start - 2], u"两三四五六七八九十0123456789"))
      return;
    const std::size_t end = around_.page().knowledge.end_of_last(first.text, WordClass::class_noun);
    if (end == 0 || end >= first.text.size()) return;
    first.text.erase(0, end);
    around_.phrases().look_up(first);
  }

  /// 第一、二、三产业增加值: the mark stands once for all.
  static void repeat_ordinal_mark(std::vector<ListName>& found) {
    static constexpr CharacterSet numerals{u"一二三四五六七八九十"};
    const std::u16string& first = found.front().indicator.text;
    if (first.size() < 2 || first[0] != u'第' || !is_one_of(first[1], numerals)) return;
    for (std::size_t i = 1; i < found.size(); ++i) {
      std::u16string& text = found[i].indicator.text;
      if (!text.empty() && is_one_of(text.front(), numerals)) text.insert(0, 1, u'第');
    }
    // 第一、二、三产业分别完成投资
    constexpr std::u16string_view industry = u"产业";
    if (std::u16string_view(found.back().indicator.text).substr(2) != industry) return;
    for (ListName& name : found) {
      if (name.indicator.text.size() == 2) name.indicator.text += industry;
    }
  }

  void append(std::vector<ListName>& found, const Phrase& tail) const {
    for (ListName& name : found) {
      const bool opens_with_to = found.front().indicator.text.starts_with(u'对');
      if (opens_with_to && !name.indicator.text.starts_with(u'对')) name.indicator.text.insert(0, u"对");
      name.indicator.text += tail.text;
      around_.phrases().look_up(name.indicator);
    }
  }

  void complete(std::vector<ListName>& found, const Phrase& tail) const {
    ListName& last = found.back();
    if (!tail.empty()) {
      append(found, tail);
      return;
    }
    const bool lists_subjects =
        found.size() > 1 && std::all_of(found.begin(), found.end() - 1,
                                        [](const ListName& n) { return n.subject && n.indicator.empty(); });
    const bool lists_periods =
        found.size() > 1 && std::all_of(found.begin(), found.end() - 1,
                                        [](const ListName& n) { return n.period && n.indicator.empty(); });
    for (ListName& name : found) {
      if (&name == &last) break;
      if (lists_subjects || lists_periods) {
        name.indicator = last.indicator;
      } else if (!name.indicator.empty()) {
        name.indicator.text += shared_ending(name.indicator, last.indicator, around_.phrases());
        around_.phrases().look_up(name.indicator);
        name.subject.reset();
      }
    }
    if (!lists_subjects) {
      for (ListName& name : found) name.subject.reset();
    }
    if (!lists_periods) {
      for (ListName& name : found) name.period.reset();
    }
  }

  const Surroundings& around_;
  const std::vector<const Figure*>& figures_;
  const Memory& memory_;
};

}  // namespace

/// Parts at 、 和 与 及 outside quotes and brackets.
std::vector<Span> parts_of(std::u16string_view text, Span span, const name::Tokens& tokens,
                           std::u16string_view joiners) {
  std::vector<Span> parts;
  std::uint32_t start = span.start;
  int depth = 0;
  for (std::uint32_t i = span.start; i < span.end; ++i) {
    const char16_t c = text[i];
    if (is_opening(c)) ++depth;
    if (is_closing(c)) --depth;
    if (i == start && c != u'、') continue;  // 与我县相近的沅陵、辰溪: nothing is joined
    const bool joins = joiners.find(c) != std::u16string_view::npos;
    // 普及率, 肉禽及其制品
    const bool within_word = c == u'及' && ((i > span.start && is_one_of(text[i - 1], u"普涉触")) ||
                                            (i + 1 < span.end && text[i + 1] == u'其'));
    if (!joins || within_word || depth > 0) continue;
    // 和 within a known name (交通和通信) joins nothing.
    const auto around = tokens.within({start, span.end});
    const bool inside_word = std::any_of(around.begin(), around.end(),
                                         [&](const Token& t) { return t.span.start <= i && i < t.span.end; });
    if (inside_word) continue;
    parts.push_back({start, i});
    start = i + 1;
  }
  parts.push_back({start, span.end});
  return parts;
}

ListNames names_of(const Surroundings& around, const std::vector<const Figure*>& figures,
                   const Memory& memory, const Phrase& wording, bool compared) {
  return Reader(around, figures, memory).read(wording, compared);
}

ListNames names_before(const Memory& memory, std::size_t count) {
  ListNames found;
  const auto& before = memory.last_group;
  if (before.size() < count) return found;
  if (const std::optional<int> group = before.back().group) {
    found.from_list = static_cast<std::size_t>(
        std::count_if(before.begin(), before.end(), [&](const Draft& d) { return d.group == group; }));
  }
  for (std::size_t i = before.size() - count; i < before.size(); ++i) {
    // 由13.4:86.6调整为9.8:90.2: when it began is no time of what it came to.
    const auto period = before[i].is_start ? std::nullopt : before[i].period;
    found.names.push_back({before[i].indicator, before[i].subject, period, before[i].number});
  }
  return found;
}

}  // namespace mujun::bind
