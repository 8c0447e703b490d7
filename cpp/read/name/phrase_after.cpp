// The noun right of its figure: 22个重大产业项目.
#include <algorithm>

#include "model/characters.hpp"
#include "read/name/phrase.hpp"

namespace mujun::name {
namespace {

using knowledge::mask;
using knowledge::WordClass;

constexpr std::size_t longest_tail = 8;

}  // namespace

std::uint32_t PhraseReader::end_after(Span span) const {
  std::uint32_t at = span.start;
  // 以 and its like start another part of the clause, outside of words: 难题以清单交办.
  const auto particle_before = [&](std::uint32_t to) {
    for (std::uint32_t i = std::max(at, span.start + 1); i < to; ++i) {
      const bool bounds =
          text_[i] == u'以' && i + 1 < text_.size() && is_one_of(text_[i + 1], u"上下内外");  // 区级以上
      if (is_one_of(text_[i], u"以在将被把") && !bounds) return i;
    }
    return to;
  };
  for (const Token& token : tokens_.within(span)) {
    if (const std::uint32_t particle = particle_before(token.span.start); particle < token.span.start)
      return particle;
    at = token.span.end;
    if (token.kind == TokenKind::subject || token.quoted) continue;
    const bool verb_behind = token.is(WordClass::predicate) && token.span.start > span.start;
    // 86个项目完成投资212亿元: the verb is what is told of them, even where it opens a name.
    const bool verb_opens = token.is(WordClass::indicator) && token.span.start > span.start &&
                            knowledge_.lexicon().longest(text_.substr(0, token.span.end), token.span.start,
                                                         WordClass::level_verb);
    if (ends_phrase_before(token) || verb_behind || verb_opens) return token.span.start;
    if (!token.is(WordClass::action_verb) || token.span.start == span.start) continue;
    // 14个产业培育工程项目, 2200间房屋政策处理: the verb is within the noun where a head noun or nothing
    // follows.
    const std::u16string_view rest = text_.substr(token.span.end, span.end - token.span.end);
    const bool nothing_follows = rest.empty() || is_opening(rest.front()) || rest.front() == u'、';
    const bool head_follows = rest.size() <= longest_tail && knowledge_.ends_with(rest, WordClass::head_noun);
    // 4个项目列入省重大产业项目: behind a head noun it is what is told of it.
    if (nothing_follows) return token.span.end;
    const std::u16string_view counted = text_.substr(span.start, token.span.start - span.start);
    if (knowledge_.ends_with(counted, WordClass::head_noun)) return token.span.start;
    if (!head_follows) return token.span.start;
  }
  return particle_before(span.end);
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
  if (before_another_figure && end == span.end && text_[end - 1] == u'、') --end;
  end = end_after({span.start, end});
  // 52个重点项目开工37个: the verb is the next figure's.
  if (const Token* verb = before_another_figure && end == span.end ? tokens_.ending_at(end) : nullptr;
      verb && verb->is(WordClass::action_verb) && verb->span.start > span.start + 1)
    end = verb->span.start;
  // What stands behind the last 、 before another figure is that figure's name.
  if (before_another_figure && end == span.end) {
    for (std::uint32_t i = end; i > span.start; --i) {
      if (text_[i - 1] == u'、') {
        end = i - 1;
        break;
      }
    }
  }
  while (end > span.start && is_one_of(text_[end - 1], u" 、和及与的等,，就已均也都共其")) --end;
  // 269家规上工业企业中，158家增长: among them; 初中 and 高中 are words.
  const bool among = end > span.start + 3 && text_[end - 1] == u'中' && end < text_.size() &&
                     is_clause_end(text_[end]) && !is_one_of(text_[end - 2], u"初高集");
  return named({span.start, among ? end - 1 : end});
}

}  // namespace mujun::name
