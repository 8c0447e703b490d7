#include "read/name/phrase.hpp"

#include <algorithm>

#include "model/characters.hpp"
#include "read/name/quotes.hpp"

namespace mujun::name {
namespace {

using knowledge::mask;
using knowledge::WordClass;

constexpr std::uint32_t longest_modifier = 2;  // 重点 before 建设项目
constexpr std::uint32_t shortest_noun = 2;     // 企业 alone says too little: its verb stays (入驻企业)
// Light characters that stand between a phrase and its figure, or before a phrase, without belonging to
// either.
constexpr CharacterSet tail_characters{
    u" \n:：、，,;；.。·了已共均也又再则仅只就都各虽却尚要达为约近超到至在的等可以"};
constexpr CharacterSet lead_characters{
    u" ●•◆■▪–—\n:：、，,;；.。·)）”’》】共已又还并将均也其的和或及与则再为是有获被而但等内中以了把只即"};

constexpr std::size_t longest_owner = 8;      // who plans, before 计划
constexpr std::uint32_t longest_partner = 8;  // 第一大贸易伙伴 of 对第一大贸易伙伴东盟进出口

/// 第三个
bool ends_ordinal(std::u16string_view text) {
  if (!text.ends_with(u'个')) return false;
  const std::size_t mark = text.find_last_not_of(u"一二三四五六七八九十0123456789", text.size() - 2);
  return mark != std::u16string_view::npos && mark + 2 < text.size() && text[mark] == u'第';
}

/// Words that never belong to a wording: a phrase starts behind them.
bool parts_phrases(WordClass word_class) {
  switch (word_class) {
    case WordClass::level_verb:
    case WordClass::growth_basis:
    case WordClass::gap_word:
    case WordClass::rank_word:
    case WordClass::range_word:
    case WordClass::list_word:
    case WordClass::status_word:
    case WordClass::noun_stop:
    case WordClass::subject_word:
      return true;
    default:
      return false;
  }
}

/// The tokens that end at one place after the other, backwards.
class EndingTokens {
 public:
  EndingTokens(const Tokens& tokens, std::uint32_t at) : tokens_(tokens), behind_(tokens.first_from(at)) {}
  const Token* at(std::uint32_t place) {
    while (behind_ > 0 && tokens_[behind_ - 1].span.start >= place) --behind_;
    return behind_ > 0 && tokens_[behind_ - 1].span.end == place ? &tokens_[behind_ - 1] : nullptr;
  }

 private:
  const Tokens& tokens_;
  std::uint32_t behind_;
};

}  // namespace

/// 游客平均停留时间, PM2.5年均浓度; but no more than a word before a figure or a verb: 年均增长5%.
bool PhraseReader::is_averaged(const Token& token) const {
  const std::u16string_view word = text_.substr(token.span.start, token.span.size());
  if (word != u"平均" && word != u"年均" && word != u"月均") return false;
  if (token.span.start == 0 || token.span.end >= text_.size() || !is_han(text_[token.span.end])) return false;
  const char16_t before = text_[token.span.start - 1];
  const std::u16string_view unit = text_.substr(0, token.span.start);  // 每亩平均 is a rate
  if (unit.substr(unit.size() - std::min<std::size_t>(unit.size(), 3)).find(u'每') !=
      std::u16string_view::npos)
    return false;
  const Token* left = tokens_.ending_at(token.span.start);
  const Token* right = tokens_.starting_at(token.span.end);
  const bool named = is_han(before) || is_digit(before) || is_letter(before);
  const bool free = !left || left->is(WordClass::indicator) || left->is(WordClass::blocker);
  return named && free && !is_one_of(before, lead_characters) && (!right || right->is(WordClass::indicator));
}

bool PhraseReader::is_within_name(const Token& token) const {
  if (is_averaged(token)) return true;
  if (!token.is(WordClass::status_word) || token.span.start == 0 || !is_han(text_[token.span.start - 1]))
    return false;
  // 企业计划用地: who plans stands before it.
  const std::u16string_view before = text_.substr(0, token.span.start);
  return !tokens_.ending_at(token.span.start) &&
         !knowledge_.ends_with(
             before.substr(before.size() - std::min<std::size_t>(before.size(), longest_owner)),
             WordClass::head_noun) &&
         knowledge_.lexicon().longest(text_, token.span.end, WordClass::head_noun).has_value();
}

bool PhraseReader::ends_phrase_before(const Token& token) const {
  switch (token.kind) {
    case TokenKind::period:
    case TokenKind::subject:
      return true;
    case TokenKind::quantity:
      return !token.attribute;
    case TokenKind::word:
      break;
  }
  if (token.is(WordClass::growth_verb)) return value_of(token) != "noun";
  return parts_phrases(token.entry.word_class) && !is_within_name(token);
}

Span PhraseReader::without_tail(Span span) const {
  while (!span.empty()) {
    if (const Token* token = tokens_.ending_at(span.end); token && token->span.start >= span.start) {
      // 国民收入1987年达到…: the period stands between.
      const bool light = token->kind == TokenKind::period || token->kind == TokenKind::quantity ||
                         (token->kind == TokenKind::word && !token->quoted &&
                          (parts_phrases(token->entry.word_class) || token->is(WordClass::growth_verb)));
      if (!light || token->is(WordClass::subject_word)) break;
      span.end = token->span.start;
    } else if (span.size() > 1 && text_[span.end - 1] == u'均' &&
               is_one_of(text_[span.end - 2], u"亩户人社村")) {
      break;  // 亩均不到8万元
    } else if (is_one_of(text_[span.end - 1], tail_characters) || is_opening(text_[span.end - 1])) {
      --span.end;
    } else {
      break;
    }
  }
  return span;
}

bool PhraseReader::opens_noun(std::uint32_t at) const {
  // 内销收入, 内需: but 园区内企业 begins behind 内.
  if (text_[at] == u'内') return at + 1 < text_.size() && is_one_of(text_[at + 1], u"销贸需资外河");
  if (text_[at] != u'中') return false;
  if (at == 0 || !is_han(text_[at - 1])) return true;
  const Token* before = tokens_.ending_at(at);
  return before && !before->is(WordClass::indicator);
}

/// 二是 of 二是农网改造6公里: where an item of a list says which it is, its name begins behind that.
std::uint32_t PhraseReader::after_ordinal(std::uint32_t at) const {
  const bool opens = at == 0 || !is_han(text_[at - 1]);
  const bool counts =
      at + 2 < text_.size() && is_one_of(text_[at], u"一二三四五六七八九十") && text_[at + 1] == u'是';
  return opens && counts ? at + 2 : at;
}

Span PhraseReader::without_lead(Span span) const {
  span.start = std::min(after_ordinal(span.start), span.end);
  while (!span.empty()) {
    if (const Token* token = tokens_.starting_at(span.start); token && token->span.end <= span.end) break;
    // 五年前人均纯收入
    const bool ago =
        text_[span.start] == u'前' && span.start > 0 && is_one_of(text_[span.start - 1], u"年月天日");
    if ((!ago && !is_one_of(text_[span.start], lead_characters)) || opens_noun(span.start)) break;
    ++span.start;
  }
  return span;
}

bool PhraseReader::is_modifier(std::uint32_t verb_start, std::uint32_t floor) const {
  // 重点建设项目: behind a short plain word the verb is part of the noun; so it is behind 、 and 和.
  std::uint32_t plain = 0;
  while (verb_start - plain > floor && is_han(text_[verb_start - plain - 1]) &&
         !tokens_.ending_at(verb_start - plain))
    ++plain;
  if (plain == 0) return verb_start > floor && text_[verb_start - 1] == u'、';
  const char16_t before = text_[verb_start - 1];
  if (before == u'和' || before == u'及' || before == u'与') return true;
  return plain <= longest_modifier && !is_one_of(before, lead_characters);
}

bool PhraseReader::names_indicator(Span rest, const Token& verb) const {
  // 签约总投资 is 总投资; but 新增贷款 is no 贷款, and 盘活土地 no 土地.
  return knowledge_.word(verb.entry.index).id == "conduct" && named(rest).indicator.has_value();
}

std::uint32_t PhraseReader::partner_of(const Token& token, std::uint32_t floor) const {
  if (token.kind != TokenKind::subject) return token.span.end;
  for (std::uint32_t at = token.span.start; at > floor && token.span.start - at <= longest_partner; --at) {
    if (text_[at - 1] == u'对') return at - 1;
    if (!is_han(text_[at - 1]) || tokens_.ending_at(at)) break;
  }
  return token.span.end;
}

PhraseReader::Start PhraseReader::start_before(Span span) const {
  const std::uint32_t floor = std::max(span.start, span.end > longest_phrase ? span.end - longest_phrase : 0);
  Start start{floor};
  static constexpr CharacterSet telling{u"”」)》共已个，,。!?！？;；:：…"};  // all that is asked about below
  EndingTokens ending(tokens_, span.end);
  for (std::uint32_t at = span.end; at > floor;) {
    const Token* token = ending.at(at);
    if (token && token->span.start < floor) token = nullptr;
    if (!token && !is_one_of(text_[at - 1], telling)) {
      --at;
      continue;
    }
    if (const std::uint32_t open = opening_before(text_, at, floor); open < at) {
      at = open;
      continue;
    }
    if (!token) {
      // 共接待游客: 共 before a verb or a name is none of it.
      if (text_[at - 1] == u'共' && at < span.end) {
        const auto next = tokens_.within({at, span.end});
        if (!next.empty() && next.front().span.start == at) return {at};
      }
      // 已 is never part of a noun; 第三个财政收入超过… tells whose it is.
      if (is_clause_end(text_[at - 1]) || text_[at - 1] == u'已' || ends_ordinal(text_.substr(0, at)))
        return {at};
      --at;
      continue;
    }
    if (ends_phrase_before(*token)) {
      const std::uint32_t partner = partner_of(*token, floor);
      return {partner != at && named({at, span.end}).indicator ? partner : at};
    }
    at = token->span.start;
    // 覆盖10.5亿人: what was last spoken of is covered, the verb alone names nothing.
    if (token->is(WordClass::action_verb) && token->span.end == span.end && value_of(*token) == "stock" &&
        (at == floor || is_clause_end(text_[at - 1]) || text_[at - 1] == u'、')) {
      return {span.end};
    }
    // A verb right before the figure is the noun (老旧厂房改造24处); else the wording starts with it or
    // behind it.
    if (!token->is(WordClass::action_verb) || token->span.end == span.end || is_modifier(at, floor)) continue;
    const std::string& value = value_of(*token);
    const bool keeps_verb = value == "flow" && !names_indicator({token->span.end, span.end}, *token);
    start = {keeps_verb || value != "flow" ? at : token->span.end, value == "flow", value == "stock"};
    const Token* verb_before = tokens_.ending_at(at);  // 新增入驻企业: two verbs lead one wording
    if (verb_before && verb_before->is(WordClass::action_verb)) {
      start = {verb_before->span.start, value_of(*verb_before) == "flow", false};
    } else if (value != "flow" && span.end - token->span.end > shortest_noun) {
      start.at = token->span.end;
    }
    return start;
  }
  return start;
}

Phrase PhraseReader::before(Span within) const {
  const Span span = without_tail(within);
  if (span.empty()) return {};
  const Start start = start_before(span);
  Phrase phrase = named({start.at, span.end});
  // 总量居全省第三: of what was spoken of last.
  for (const knowledge::EntryRef entry : knowledge_.lexicon().entries_of(phrase.text)) {
    if (entry.word_class == WordClass::anaphor) return {};
  }
  phrase.starts_with_flow_verb = start.flow_verb;
  phrase.after_stock_verb = start.after_stock_verb;
  return phrase;
}

}  // namespace mujun::name
