#include "read/bind/owner.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Subject;
using name::Token;
using name::TokenKind;

constexpr std::uint32_t longest_aside = 3;  // characters before a clause's topic: 但, 其中的, 除此

/// 对东盟出口, 高于全省, 占全市, 居全国第一, 5家路桥区企业: not whose figure it is.
bool is_other_side(const Surroundings& around, const Token& token) {
  const Page& page = around.page();
  const std::u16string_view text = page.folded.text;
  const Span mention = token.span;
  if (mention.end < text.size()) {
    const auto behind = text.substr(mention.end, 2);
    if (behind == u"平均" || behind.starts_with(u'第')) return true;
    for (const Token& next : page.tokens.within(
             {mention.end,
              static_cast<std::uint32_t>(std::min<std::size_t>(text.size(), mention.end + 12))})) {
      // 引进“四新”项目289个 counts it; 居全国首位 ranks in it.
      if (next.span.start == mention.end && next.kind == TokenKind::quantity) {
        const bool counted = page.subjects.mentions[token.index].kind == name::SubjectKind::organisation;
        if (counted || page.scan.quantities[next.index].shape == Shape::ordinal) return true;
      }
      break;
    }
  }
  if (mention.start == 0) return false;
  constexpr std::u16string_view before = u"对与向比较占居列于给同获和为由等";
  if (before.find(text[mention.start - 1]) != std::u16string_view::npos) return true;
  const Token* word = page.tokens.ending_at(mention.start);
  return word && (word->is(WordClass::gap_word) || word->is(WordClass::rank_word) ||
                  word->is(WordClass::share_word) || word->is(WordClass::contribution_word) ||
                  word->is(WordClass::action_verb) || word->kind == TokenKind::quantity);
}

/// 北京绿能项目, 绍兴黄酒: a short name that runs on into another word is only part of a name.
bool is_part_of_name(const Surroundings& around, const Token& token) {
  const Page& page = around.page();
  const Subject& subject = page.subjects.mentions[token.index];
  if (subject.kind != name::SubjectKind::region || subject.level == 0) return false;
  if (name::is_full_name(subject.name)) return false;
  const std::u16string_view text = page.folded.text;
  const std::uint32_t end = token.span.end;
  if (end >= text.size() || !(is_han(text[end]) || text[end] == u'“')) return false;
  if (std::u16string_view(u"的在共今已也仍是有按实将把以还市区县全上").find(text[end]) !=
      std::u16string_view::npos)
    return false;
  for (const Token& next :
       page.tokens.within({end, std::min(end + 12, static_cast<std::uint32_t>(text.size()))})) {
    return next.span.start != end;
  }
  return true;
}

/// Whether a mention opens its clause, but for light words: 其中, 今年, 据统计.
bool is_topic(const Surroundings& around, Span mention, const layout::Sentence& sentence,
              std::uint32_t aside) {
  const auto& clauses = around.page().layout.clauses;
  for (std::uint32_t c = sentence.first_clause; c < sentence.last_clause; ++c) {
    if (!clauses[c].span.contains(mention)) continue;
    std::uint32_t at = clauses[c].span.start;
    const bool sets_scene = around.page().folded.text[at] == u'在' && mention.end + 1 == clauses[c].span.end;
    if (sets_scene) return true;  // 在全国林业示范区广西，当地…: a clause that ends with the place
    for (const Token& token : around.page().tokens.within({at, mention.start})) {
      const bool light = token.kind == TokenKind::period || token.kind == TokenKind::subject ||
                         token.is(WordClass::noun_stop) || token.is(WordClass::list_word) ||
                         token.is(WordClass::status_word);
      if (!light || token.span.start - at > aside) return false;
      at = token.span.end;
    }
    const std::u16string_view before = around.text({at, mention.start});
    return before.size() <= aside && before.find_first_of(u"较比与对同和向") == std::u16string_view::npos;
  }
  return false;
}

class Owner {
 public:
  Owner(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence)
      : around_(around), page_(around.page()), draft_(draft), sentence_(sentence) {}

  const Subject* in_clause() const {
    const std::uint32_t at = draft_.figure->quantity->span.start;
    const Span clause{draft_.figure->clause.start, at};
    return find(clause, [&](const Token& token) {
      // 泉州市工业投资增长23%: the name right before the wording is its owner wherever it stands.
      const std::uint32_t wording = draft_.indicator.span.start;
      const bool adjacent = token.span.end <= wording && wording - token.span.end <= 1;
      return adjacent || opens(token);
    });
  }
  const Subject* earlier_in_sentence() const {
    return find({sentence_.span.start, draft_.figure->clause.start},
                [&](const Token& token) { return opens(token); });
  }

 private:
  bool opens(const Token& token) const {
    const std::uint32_t aside =
        page_.subjects.mentions[token.index].kind == name::SubjectKind::organisation ? 1 : longest_aside;
    return !is_part_of_name(around_, token) && is_topic(around_, token.span, sentence_, aside);
  }
  template <class Accept>
  const Subject* find(Span span, Accept accept) const {
    const auto inside = page_.tokens.within(span);
    for (auto token = inside.rbegin(); token != inside.rend(); ++token) {
      if (token->kind != TokenKind::subject || is_other_side(around_, *token)) continue;
      const Subject& subject = page_.subjects.mentions[token->index];
      // 全市 on a district's page is what the district is compared with.
      if (subject.kind == name::SubjectKind::own_place && subject.level < place().level) continue;
      if (accept(*token)) return &subject;
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

}  // namespace

Who who(const Surroundings& around, const Draft& draft, const layout::Sentence& sentence,
        const std::optional<Who>& last) {
  const Page& page = around.page();
  const auto speak = [](const Subject& subject, float confidence) {
    return Who{true,       subject.carries,   to_utf8(subject.name), subject.region_code,
               confidence, subject.ambiguous, subject.entry};
  };
  if (draft.subject) return {true, false, to_utf8(*draft.subject), {}, 0.9F, false, {}};
  const Owner owner(around, draft, sentence);
  if (const Subject* subject = owner.in_clause()) return speak(*subject, 1);
  if (const Subject* subject = owner.earlier_in_sentence()) return speak(*subject, 0.95F);
  if (last && last->carries) {
    Who same = *last;
    same.confidence = 0.85F;
    return same;
  }
  const Subject& place = page.subjects.article_places[page.layout.lines[sentence.line].article];
  Who whole = speak(place, place.name.empty() ? 0.7F : 0.8F);
  whole.said = whole.carries = false;
  return whole;
}

}  // namespace mujun::bind
