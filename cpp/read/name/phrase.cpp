#include "read/name/phrase.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::name {
namespace {

using knowledge::WordClass;

constexpr std::uint32_t longest_phrase = 40;
// Light characters that stand between a phrase and its figure, or before a phrase, without belonging to
// either.
constexpr std::u16string_view tail_characters =
    u" \n:：、，,;；.。·了已共均也又再则仅只就都各达为约近超到至的等个中内数";
constexpr std::u16string_view lead_characters =
    u" \n:：、，,;；.。·)）”’》】共已又还并将均也其的和及与则再为是有获被而但等内中以了";

bool has(std::u16string_view set, char16_t c) {
  return set.find(c) != std::u16string_view::npos;
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

}  // namespace

bool PhraseReader::ends_phrase_before(const Token& token) const {
  switch (token.kind) {
    case TokenKind::period:
    case TokenKind::quantity:
    case TokenKind::subject:
      return true;
    case TokenKind::word:
      break;
  }
  if (token.is(WordClass::growth_verb)) return value_of(token) != "noun";
  return parts_phrases(token.entry.word_class);
}

Span PhraseReader::without_tail(Span span) const {
  while (!span.empty()) {
    if (const Token* token = tokens_.ending_at(span.end); token && token->span.start >= span.start) {
      const bool light = token->kind == TokenKind::word &&
                         (parts_phrases(token->entry.word_class) || token->is(WordClass::growth_verb));
      if (!light || token->is(WordClass::subject_word)) break;
      span.end = token->span.start;
    } else if (has(tail_characters, text_[span.end - 1]) || is_opening(text_[span.end - 1])) {
      --span.end;
    } else {
      break;
    }
  }
  return span;
}

Span PhraseReader::without_lead(Span span) const {
  while (!span.empty()) {
    const auto inside = tokens_.within(span);
    if (!inside.empty() && inside.front().span.start == span.start) break;
    if (!has(lead_characters, text_[span.start])) break;
    ++span.start;
  }
  return span;
}

std::u16string PhraseReader::wording(Span span) const {
  std::u16string wording;
  for (std::uint32_t i = span.start; i < span.end; ++i) {
    if (!is_space(text_[i])) wording.push_back(text_[i]);
  }
  // A quote or bracket whose partner lies outside is no part of the wording.
  const auto drop_unpaired = [&](char16_t open, char16_t close) {
    const auto opens = std::count(wording.begin(), wording.end(), open);
    const auto closes = std::count(wording.begin(), wording.end(), close);
    if (opens != closes) std::erase_if(wording, [&](char16_t c) { return c == open || c == close; });
  };
  drop_unpaired(u'“', u'”');
  drop_unpaired(u'(', u')');
  drop_unpaired(u'《', u'》');
  return wording;
}

void PhraseReader::look_up(Phrase& phrase) const {
  phrase.indicator.reset();
  for (const knowledge::EntryRef entry : knowledge_.lexicon().entries_of(phrase.text)) {
    if (entry.word_class == WordClass::indicator) {
      phrase.indicator = entry.index;
      return;
    }
  }
}

Phrase PhraseReader::named(Span span) const {
  Phrase phrase;
  phrase.span = span;
  phrase.text = wording(without_lead(span));
  look_up(phrase);
  return phrase;
}

PhraseReader::Start PhraseReader::start_before(Span span) const {
  const std::uint32_t floor = std::max(span.start, span.end > longest_phrase ? span.end - longest_phrase : 0);
  const auto clause_start = [&](std::uint32_t from, std::uint32_t to) {
    while (to > from && !is_clause_end(text_[to - 1])) --to;
    return to;
  };
  std::uint32_t at = span.end;  // everything from here on belongs to the phrase
  const auto inside = tokens_.within({floor, span.end});
  for (auto token = inside.rbegin(); token != inside.rend(); ++token) {
    if (const std::uint32_t cut = clause_start(token->span.end, at); cut > token->span.end) return {cut};
    if (ends_phrase_before(*token)) return {token->span.end};
    // 完成房屋改造24处: a verb right before the figure is the noun; else the wording starts with it or behind it.
    if (token->is(WordClass::action_verb) && token->span.end != span.end) {
      const std::string& value = value_of(*token);
      return {value == "flow" ? token->span.start : token->span.end, value == "flow", value == "stock"};
    }
    at = token->span.start;
  }
  return {clause_start(floor, at)};
}

Phrase PhraseReader::before(Span within) const {
  const Span span = without_tail(within);
  if (span.empty()) return {};
  const Start start = start_before(span);
  Phrase phrase = named({start.at, span.end});
  phrase.starts_with_flow_verb = start.flow_verb;
  phrase.after_stock_verb = start.after_stock_verb;
  return phrase;
}

Phrase PhraseReader::after(Span within, bool before_another_figure) const {
  Span span = within;
  while (!span.empty() && text_[span.start] == u' ') ++span.start;
  if (span.empty() || text_[span.start] == u'的' ||
      !(is_han(text_[span.start]) || is_opening(text_[span.start]) || is_letter(text_[span.start]))) {
    return {};
  }
  std::uint32_t end = std::min(span.end, span.start + longest_phrase);
  for (std::uint32_t i = span.start; i < end; ++i) {
    if (is_clause_end(text_[i]) || (text_[i] == u')' && text_.substr(span.start, i - span.start).find(u'(') ==
                                                            std::u16string_view::npos)) {
      end = i;
      break;
    }
  }
  for (const Token& token : tokens_.within({span.start, end})) {
    const bool verb = token.is(WordClass::action_verb) && token.span.start != span.start;
    const bool stops = token.kind != TokenKind::subject && ends_phrase_before(token);
    if (verb || stops) {
      end = token.span.start;
      break;
    }
  }
  // What stands behind the last 、 before another figure is that figure's name.
  if (before_another_figure && end == span.end) {
    for (std::uint32_t i = end; i > span.start; --i) {
      if (text_[i - 1] == u'、') {
        end = i - 1;
        break;
      }
    }
  }
  while (end > span.start && has(u" 、和及与的等,，", text_[end - 1])) --end;
  return named({span.start, end});
}

}  // namespace mujun::name
