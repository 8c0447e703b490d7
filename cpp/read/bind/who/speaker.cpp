#include "read/bind/who/speaker.hpp"

#include <algorithm>

#include "model/characters.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Subject;
using name::Token;
using name::TokenKind;

constexpr std::uint32_t longest_speaker = 30;  // characters of who says it: 浙江恒越机械有限公司董事长王某说
constexpr std::uint32_t longest_quote = 2000;
constexpr std::uint32_t longest_post = 10;  // characters between a name and the office: 工办副, 相关

Span paragraph_of(const Page& page, const layout::Sentence& sentence) {
  const auto& lines = page.layout.lines;
  const auto own =
      std::ranges::equal_range(lines, lines[sentence.line].paragraph, {}, &layout::Line::paragraph);
  return {own.front().span.start, own.back().span.end};
}

/// The quote that a figure stands in, its marks left out; empty where it stands in none.
Span quote_around(std::u16string_view text, Span paragraph, Span figure) {
  // A paragraph may be the whole page: no quote is that long.
  paragraph.start = std::max(paragraph.start, figure.start - std::min(figure.start, longest_quote));
  paragraph.end = std::min(paragraph.end, figure.end + longest_quote);
  const std::u16string_view before = text.substr(paragraph.start, figure.start - paragraph.start);
  const std::size_t open = before.rfind(u'“');
  if (open == std::u16string_view::npos || before.find(u'”', open) != std::u16string_view::npos) return {};
  const std::size_t close = text.substr(figure.end, paragraph.end - figure.end).find(u'”');
  if (close == std::u16string_view::npos) return {};
  return {paragraph.start + static_cast<std::uint32_t>(open) + 1,
          figure.end + static_cast<std::uint32_t>(close)};
}

/// 优特轴承董事长, 峰江街道相关负责人: somebody in office speaks for the name.
bool speaks_for(const Page& page, const Token& name) {
  const std::u16string_view behind =
      std::u16string_view(page.folded.text).substr(name.span.end, longest_post + 1);
  for (std::uint32_t at = 0; at < behind.size() && is_han(behind[at]); ++at) {
    if (page.knowledge.lexicon().longest(behind, at, WordClass::office)) return true;
  }
  return false;
}

}  // namespace

const Subject* speaker_of(const Page& page, Span figure, const layout::Sentence& sentence) {
  const Span paragraph = paragraph_of(page, sentence);
  const Span quote = quote_around(page.folded.text, paragraph, figure);
  if (quote.empty()) return nullptr;
  const auto spoken_for = [&](Span span) -> const Subject* {
    for (const Token& token : page.tokens.within(span)) {
      if (token.kind != TokenKind::subject) continue;
      const Subject& subject = page.subjects.mentions[token.index];
      if (!subject.name.empty() && speaks_for(page, token)) return &subject;
    }
    return nullptr;
  };
  const std::uint32_t behind = std::min(quote.end + longest_speaker, paragraph.end);
  if (const Subject* subject = spoken_for({quote.end + 1, behind})) return subject;
  const std::uint32_t before = quote.start - std::min(quote.start, longest_speaker);
  return spoken_for({std::max(before, paragraph.start), quote.start});
}

}  // namespace mujun::bind
