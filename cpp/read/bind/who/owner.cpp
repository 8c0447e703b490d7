#include "read/bind/who/owner.hpp"

#include <algorithm>
#include <utility>

#include "model/characters.hpp"
#include "read/bind/who/speaker.hpp"
#include "read/bind/who/topic.hpp"

namespace mujun::bind {
namespace {

using name::Subject;
using name::SubjectKind;
using name::Token;
using name::TokenKind;

constexpr std::uint32_t longest_aside = 3;  // characters before a clause's topic: 但, 其中的, 除此

constexpr std::uint32_t longest_section = 100;  // lines under a heading
constexpr std::size_t longest_number = 4;       // of a heading: 十二、

class Owner {
 public:
  Owner(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence)
      : around_(around), page_(around.page()), draft_(draft), sentence_(sentence) {}

  /// 投资10亿元的海纳科技有限公司: whom the figure describes stands behind it.
  const Token* described() const {
    const std::uint32_t at = draft_.figure->quantity->outer.end;
    if (!around_.text({at, sentence_.span.end}).starts_with(u'的')) return nullptr;
    const auto behind = page_.tokens.within({at + 1, sentence_.span.end});
    const bool named = !behind.empty() && behind.front().span.start == at + 1 &&
                       behind.front().kind == TokenKind::subject &&
                       subject(behind.front()).kind == SubjectKind::organisation;
    return named ? &behind.front() : nullptr;
  }

  const Token* in_clause() const {
    const std::uint32_t at = draft_.figure->quantity->span.start;
    const Span clause{draft_.figure->clause.start, at};
    return find(clause, [&](const Token& token) {
      // 泉州市工业投资增长23%: the name right before the wording is its owner wherever it stands.
      const std::uint32_t wording = draft_.indicator.span.start;
      const bool adjacent = token.span.end <= wording && wording - token.span.end <= 1;
      // 沿江镇3.2亿元、云峰镇2.1亿元: so is the name right before a value of its own.
      const bool before_value = token.span.end == draft_.figure->quantity->outer.start;
      return adjacent || before_value || opens(token);
    });
  }
  /// Of several organisations none is sure to be meant by what follows.
  const Token* earlier_in_sentence() const {
    const Token* name = find({sentence_.span.start, draft_.figure->clause.start},
                             [&](const Token& token) { return opens(token); });
    const bool one_of_several = name && subject(*name).kind == SubjectKind::organisation &&
                                names_around(around_, *name).size() > name->span.size();
    return one_of_several ? nullptr : name;
  }

  /// The name that opens the heading above: 二、黄岩区, 福建外贸…, 【坪山产业园】.
  const Token* in_heading() const {
    const std::uint32_t first = sentence_.line - std::min(sentence_.line, longest_section);
    for (std::uint32_t line = sentence_.line; line-- > first;) {
      const layout::Line& above = page_.layout.lines[line];
      if (above.article != page_.layout.lines[sentence_.line].article) return nullptr;
      if (above.kind != layout::LineKind::heading) continue;
      const auto inside = page_.tokens.within(above.span);
      const auto name = std::find_if(inside.begin(), inside.end(),
                                     [](const Token& token) { return token.kind == TokenKind::subject; });
      if (name == inside.end() || is_part_of_name(around_, *name) || subject(*name).name.empty())
        return nullptr;
      const std::u16string_view number = around_.text({above.span.start, name->span.start});
      const bool opens =
          number.empty() || (number.size() <= longest_number &&
                             (is_one_of(number.back(), u"、 ■●◆★▲▶") || is_opening(number.back())));
      return opens ? &*name : nullptr;
    }
    return nullptr;
  }

 private:
  const Subject& subject(const Token& token) const { return page_.subjects.mentions[token.index]; }
  bool opens(const Token& token) const {
    if (is_part_of_name(around_, token)) return false;
    if (subject(token).kind != SubjectKind::organisation)
      return is_topic(around_, token.span, sentence_, longest_aside);
    return is_topic(around_, token.span, sentence_, 1) || is_described(around_, token, sentence_);
  }
  template <class Accept>
  const Token* find(Span span, Accept accept) const {
    if (!page_.tokens.may_hold(span, TokenKind::subject)) return nullptr;
    const auto inside = page_.tokens.within(span);
    for (auto token = inside.rbegin(); token != inside.rend(); ++token) {
      if (token->kind != TokenKind::subject || is_other_party(around_, *token)) continue;
      // 全市 on a district's page is what the district is compared with, unless its figures are told.
      const bool above = subject(*token).kind == SubjectKind::own_place &&
                         subject(*token).level < place().level && subject(*token).name != place().name;
      if (above && !opens_with_indicator(around_, *token, sentence_)) continue;
      if (accept(*token)) return &*token;
    }
    return nullptr;
  }
  const Subject& place() const {
    return page_.subjects.article_places[page_.layout.lines[sentence_.line].article];
  }

  const Surroundings& around_;
  const Page& page_;
  const Draft& draft_;
  const layout::Sentence& sentence_;
};

Who speak(const Subject& subject, float confidence) {
  return {.said = true,
          .carries = subject.carries,
          .name = subject.name,
          .region_code = subject.region_code,
          .confidence = confidence,
          .ambiguous = subject.ambiguous,
          .entry = subject.entry};
}

/// 最少的溪尾村, 其中沿江镇: what is told next is of all of them again.
bool is_example(const Surroundings& around, const Token& name) {
  constexpr std::uint32_t reach = 5;
  const std::uint32_t start = name.span.start;
  const std::u16string_view before = around.text({start - std::min(start, reach), start});
  if (before.ends_with(u'的') && before.find(u'最') != std::u16string_view::npos) return true;
  const Token* word = around.page().tokens.ending_at(start);
  return word && word->is(knowledge::WordClass::list_word);
}

/// A name with those that stand beside it: 杭州市、宁波市.
Who speak(const Surroundings& around, const Token& token, float confidence, Names& all_names) {
  const Page& page = around.page();
  Who who = speak(page.subjects.mentions[token.index], confidence);
  who.carries = who.carries && !is_example(around, token);
  const Span names = names_around(around, token);
  const auto inside = page.tokens.within(names);
  const bool of_this_place = std::any_of(inside.begin(), inside.end(), [&](const Token& name) {
    return name.kind == TokenKind::subject &&
           page.subjects.mentions[name.index].kind == SubjectKind::own_place;
  });
  if (names.size() == token.span.size() || of_this_place) return who;
  std::u16string several(around.text(names));
  std::erase_if(several, [](char16_t c) { return is_space(c); });
  who.name = all_names.emplace_back(std::move(several));
  who.region_code = {};
  return who;
}

/// The code of the one region of this name; empty where there is none or several.
std::string_view region_of(const knowledge::Knowledge& knowledge, std::u16string_view name) {
  std::string_view code;
  for (const knowledge::EntryRef entry : knowledge.lexicon().entries_of(name)) {
    if (entry.word_class != knowledge::WordClass::region) continue;
    if (!code.empty()) return {};
    code = knowledge.region(entry.index).code;
  }
  return code;
}

/// An organisation that is named once may only have passed by.
bool is_named_again(const Page& page, std::u16string_view name) {
  const auto& mentions = page.subjects.mentions;
  return std::count_if(mentions.begin(), mentions.end(),
                       [&](const Subject& mention) { return mention.name == name; }) > 1;
}

}  // namespace

std::optional<Who> topic_of(const Surroundings& around, const layout::Sentence& sentence) {
  const Page& page = around.page();
  if (!page.tokens.may_hold(sentence.span, TokenKind::subject)) return std::nullopt;
  for (const Token& token : page.tokens.within(sentence.span)) {
    if (token.kind != TokenKind::subject) continue;
    const Subject& subject = page.subjects.mentions[token.index];
    if (subject.kind != SubjectKind::organisation || is_part_of_name(around, token) ||
        is_other_party(around, token) || !is_topic(around, token.span, sentence, 1))
      continue;
    if (!subject.carries || is_example(around, token)) return std::nullopt;
    return speak(subject, 0.85F);
  }
  return std::nullopt;
}

Who who(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence,
        const std::optional<Who>& last, const std::optional<Who>& earlier, Names& names) {
  const Page& page = around.page();
  if (draft.subject) {
    Who named;
    named.said = true;
    named.name = names.emplace_back(*draft.subject);
    named.region_code = region_of(page.knowledge, *draft.subject);
    named.confidence = 0.9F;
    return named;
  }
  const Owner owner(around, draft, sentence);
  const bool in_list = !draft.read_from.empty();  // which gives each of its values a name of its own
  if (const Token* name = owner.described()) return speak(page.subjects.mentions[name->index], 1);
  if (const Token* name = owner.in_clause()) {
    Who whose = in_list ? speak(page.subjects.mentions[name->index], 1) : speak(around, *name, 1, names);
    whose.beside = true;
    return whose;
  }
  if (const Token* name = owner.earlier_in_sentence()) return speak(around, *name, 0.95F, names);
  Who silent;  // the sentence does not say whose
  if (const Subject* speaker = speaker_of(page, draft.figure->quantity->span, sentence)) {
    silent = speak(*speaker, 0.8F);
  } else if (last && last->carries) {
    Who same = *last;
    same.confidence = 0.85F;
    return same;
  } else if (const Token* name = owner.in_heading()) {
    silent = speak(around, *name, 0.8F, names);
  } else {
    const Subject& place = page.subjects.article_places[page.layout.lines[sentence.line].article];
    silent = speak(place, place.name.empty() ? 0.7F : 0.8F);
    const bool of_organisation =
        earlier && earlier->entry && earlier->entry->word_class == knowledge::WordClass::subject_suffix;
    if (place.name.empty() && of_organisation && (earlier->beside || is_named_again(page, earlier->name))) {
      silent = *earlier;
      silent.confidence = 0.5F;
    }
  }
  silent.said = silent.beside = silent.carries = false;
  return silent;
}

}  // namespace mujun::bind
