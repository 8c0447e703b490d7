// Lists of values against lists of names: A、B分别增长x、y; A x亿元、B y亿元，分别增长…;
// A、B、C固投增速分别为x、y、z.
#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/rules.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Phrase;
using name::Token;
using name::TokenKind;

struct Name {
  Phrase indicator;
  std::optional<std::u16string> subject;
  std::optional<Period> period;
};

/// Parts at 、 和 与 及 outside quotes and brackets.
std::vector<Span> parts_of(std::u16string_view text, Span span, const name::Tokens& tokens) {
  std::vector<Span> parts;
  std::uint32_t start = span.start;
  int depth = 0;
  for (std::uint32_t i = span.start; i < span.end; ++i) {
    const char16_t c = text[i];
    if (is_opening(c)) ++depth;
    if (is_closing(c)) --depth;
    const bool joins = c == u'、' || c == u'和' || c == u'与' || c == u'及';
    if (!joins || depth > 0) continue;
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

class Names {
 public:
  Names(const Surroundings& around, const std::vector<const Figure*>& figures, const Memory& memory)
      : around_(around), figures_(figures), memory_(memory) {}

  /// The names that the values belong to, in order; as many as the page gives. `wording` is what a rule took
  /// for the first value's indicator.
  std::vector<Name> read(const Phrase& wording) {
    const Figure& first = *figures_.front();
    const Token* respectively = around_.last(first.left, WordClass::list_word);
    if (respectively && around_.word(*respectively).value != "respectively") respectively = nullptr;
    Span names = first.left;
    Phrase tail;  // 分别进出口1.92万亿元: the indicator stands behind the word
    if (respectively) {
      names.end = respectively->span.start;
      // 占地区生产总值的比重分别为, 对经济增长的贡献率分别为: the names stand before 占 and 对.
      const bool ends_within = wording.span.start >= names.start && wording.span.end < names.end;
      if (ends_within && !wording.empty()) names.end = wording.span.end;
      tail = tail_behind(*respectively, first);
    } else if (const Token* verb = around_.last(first.left, WordClass::growth_verb)) {
      names.end = verb->span.start;
    } else {
      names.end = first.quantity->outer.start;
    }
    said_respectively = respectively != nullptr;
    std::vector<Name> found = from_clause(names, tail);
    if (found.size() > 1) return found;
    if (std::vector<Name> months = by_month(names, found); !months.empty()) return months;
    if (std::vector<Name> earlier = from_memory();
        !earlier.empty() && (found.empty() || found.front().indicator.empty()))
      return earlier;
    return found;
  }

  bool said_respectively = false;
  std::optional<std::size_t> from_list;  // how many values the list had that the names were taken from

  /// The last figures that were read, as many as there are values.
  std::vector<Name> from_memory() {
    std::vector<Name> names;
    const auto& before = memory_.last_group;
    if (before.size() < figures_.size()) return names;
    if (const std::optional<int> group = before.back().group) {
      from_list = static_cast<std::size_t>(
          std::count_if(before.begin(), before.end(), [&](const Draft& d) { return d.group == group; }));
    }
    for (std::size_t i = before.size() - figures_.size(); i < before.size(); ++i) {
      names.push_back({before[i].indicator, before[i].subject, before[i].period});
    }
    return names;
  }

 private:
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

  std::vector<Name> from_clause(Span names, const Phrase& tail) {
    std::vector<Name> found;
    const std::vector<Span> parts = parts_of(around_.page().folded.text, names, around_.page().tokens);
    for (const Span part : parts) {
      Name name;
      name.indicator = around_.phrases().before(part);
      if (name.indicator.text.starts_with(u'('))
        name.indicator = {};  // 福州(不含平潭): the bracket is part of the name
      for (const Token& token : around_.page().tokens.within(part)) {
        if (token.kind == TokenKind::subject && name.indicator.empty() && !name.subject)
          subject_of(part, token, name);
        if (token.kind == TokenKind::subject && &part != &parts.back()) continue;
        if (token.kind == TokenKind::subject && found.size() + 1 == parts.size() && !found.empty() &&
            found.back().subject) {
          subject_of({part.start, token.span.end}, token, name);
        }
        if (token.kind == TokenKind::period)
          name.period =
              scan::resolve(around_.page().scan.periods[token.index], around_.page().published, std::nullopt);
      }
      found.push_back(std::move(name));
    }
    complete(found, tail);
    if (found.size() == 1 && found.front().indicator.empty()) found.clear();
    return found;
  }

  /// 福州(不含平潭): the bracket belongs to the name.
  void subject_of(Span part, const Token& token, Name& name) const {
    std::u16string text = around_.page().subjects.mentions[token.index].name;
    const std::u16string_view behind = around_.text({token.span.end, part.end});
    if (behind.starts_with(u'(') && behind.find(u')') != std::u16string_view::npos)
      text += behind.substr(0, behind.find(u')') + 1);
    name.subject = text;
  }

  void complete(std::vector<Name>& found, const Phrase& tail) const {
    Name& last = found.back();
    if (!tail.empty()) {
      for (Name& name : found) {
        const bool opens_with_to = found.front().indicator.text.starts_with(u'对');
        if (opens_with_to && !name.indicator.text.starts_with(u'对')) name.indicator.text.insert(0, u"对");
        name.indicator.text += tail.text;
        around_.phrases().look_up(name.indicator);
      }
      return;
    }
    const bool lists_subjects =
        found.size() > 1 && std::all_of(found.begin(), found.end() - 1,
                                        [](const Name& n) { return n.subject && n.indicator.empty(); });
    const bool lists_periods =
        found.size() > 1 && std::all_of(found.begin(), found.end() - 1,
                                        [](const Name& n) { return n.period && n.indicator.empty(); });
    for (Name& name : found) {
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
      for (Name& name : found) name.subject.reset();
    }
    if (!lists_periods) {
      for (Name& name : found) name.period.reset();
    }
  }

  /// 前5个月的翘尾分别为 with five values: a month each.
  std::vector<Name> by_month(Span names, const std::vector<Name>& found) const {
    std::vector<Name> months;
    if (found.size() != 1 || !said_respectively) return months;
    for (const Token& token : around_.page().tokens.within(names)) {
      if (token.kind != TokenKind::period) continue;
      scan::PeriodMention mention = around_.page().scan.periods[token.index];
      if (mention.first_month == 0 ||
          static_cast<std::size_t>(mention.last_month - mention.first_month + 1) != figures_.size())
        continue;
      const int first = mention.first_month;
      for (std::size_t i = 0; i < figures_.size(); ++i) {
        mention.first_month = mention.last_month = first + static_cast<int>(i);
        months.push_back(
            {found.front().indicator, {}, scan::resolve(mention, around_.page().published, std::nullopt)});
      }
    }
    return months;
  }

  const Surroundings& around_;
  const std::vector<const Figure*>& figures_;
  const Memory& memory_;
};

/// 分别给予20万元、30万元奖励: the sums stand before what they are.
void name_behind(const Surroundings& around, const Figure& last, Draft& draft) {
  if (draft.measure != Measure::level || around.is_count(*last.quantity)) return;
  if (const Phrase noun = sum_noun(around, last); !noun.empty()) draft.indicator = noun;
}

/// 分别高于全国、全省1.3个和0.9个百分点: as many other sides as values; else none of their own.
std::vector<std::u16string> references_of(const Surroundings& around, const Draft& first, std::size_t count) {
  std::vector<std::u16string> references;
  if (first.measure != Measure::gap) return references;
  const Token* word = around.last(first.figure->left, WordClass::gap_word);
  if (!word) return references;
  const Span other{word->span.end, first.figure->quantity->outer.start};
  for (const Span part : parts_of(around.page().folded.text, other, around.page().tokens))
    references.push_back(around.reference(part));
  if (references.size() != count) references.clear();
  return references;
}

}  // namespace

bool read_list(const Surroundings& around, const std::vector<const Figure*>& figures, const Memory& memory,
               std::vector<Draft>& drafts, Notices& notices) {
  Draft first;
  if (!read_figure(around, *figures.front(), memory, first)) return false;
  const Token* said = around.last(figures.front()->left, WordClass::list_word);
  const bool respectively = said && around.word(*said).value == "respectively";
  if (first.measure == Measure::rank && !respectively) return false;
  const bool compares =
      !respectively && (first.measure == Measure::share || first.measure == Measure::completion);
  name_behind(around, *figures.back(), first);
  const bool named_behind = first.indicator.span.start >= figures.back()->quantity->outer.end;
  Names reader(around, figures, memory);
  const std::vector<Name> names = named_behind ? std::vector<Name>(1)
                                  : compares   ? reader.from_memory()
                                               : reader.read(first.indicator);
  // 12亿元、8亿元和3亿元，分别增长7.2%、4.4%: fewer values than the list before has.
  const bool short_of_list = respectively && reader.from_list && *reader.from_list != figures.size();
  const bool uneven = (names.size() > 1 && names.size() != figures.size()) || short_of_list;
  if (uneven && !reader.said_respectively) return false;
  if (uneven) {
    const Span list{figures.front()->quantity->span.start, figures.back()->quantity->span.end};
    notices.push_back({NoticeCode::uneven_list, around.page().folded.to_page(list)});
  }
  const std::vector<std::u16string> references = references_of(around, first, figures.size());
  for (std::size_t i = 0; i < figures.size(); ++i) {
    Draft draft = first;
    if (i < references.size()) draft.reference = references[i];
    draft.figure = figures[i];
    draft.rule = "respectively";
    if (const Token* own = i > 0 ? around.last(figures[i]->left, WordClass::growth_verb) : nullptr) {
      draft.sign = around.word(*own).direction < 0 ? -1 : 1;
      if (const Basis basis = basis_in_verb(around.word(*own)); basis != Basis::none) draft.basis = basis;
    }
    draft.read_from = figures.front()->left;
    if (i < names.size()) {
      if (!names[i].indicator.empty()) draft.indicator = names[i].indicator;
      draft.subject = names[i].subject;
      draft.period = names[i].period;
    } else if (names.size() != 1 && !compares) {
      draft.confidence = 0.4F;
    }
    if (uneven) draft.confidence = 0.4F;
    drafts.push_back(std::move(draft));
  }
  return true;
}

}  // namespace mujun::bind
