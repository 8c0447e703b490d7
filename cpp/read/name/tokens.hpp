// One row of everything that was found, in order and without overlap: what the grammar reads.
#pragma once

#include <cstdint>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "model/placed.hpp"
#include "model/text.hpp"
#include "read/name/subject.hpp"
#include "read/scan/scan.hpp"

namespace mujun::name {

enum class TokenKind : std::uint8_t { quantity, period, word, subject };

struct Token {
  TokenKind kind = TokenKind::word;
  Span span;                    // of a quantity: with its qualifiers
  std::uint32_t index = 0;      // into the scan's or the subjects' vector of its kind
  knowledge::EntryRef entry{};  // of a word
  bool attribute = false;  // of a quantity: 亿元以上 of 亿元以上项目12个: which ones are counted
  bool quoted = false;     // inside a quoted name (“小巨人培育计划”): spoken of, not grammar

  bool is(knowledge::WordClass word_class) const {
    return kind == TokenKind::word && entry.word_class == word_class;
  }
};

/// A page's tokens, and for every few units the classes of the words, and the kinds of tokens, that start
/// there: whether a span holds one is asked far more often than one is found.
class Tokens : public Placed<Token> {
 public:
  Tokens() = default;
  Tokens(std::vector<Token> tokens, std::size_t text_size);

  /// False only where no word of the class, or no token of the kind, lies within `span`.
  bool may_hold(Span span, knowledge::WordClass word_class) const {
    return may_hold_any(span, knowledge::bit_of(word_class));
  }
  bool may_hold_any(Span span, knowledge::ClassMask classes) const {
    return (in_blocks_of(span) & classes) != 0;
  }
  bool may_hold(Span span, TokenKind kind) const { return (in_blocks_of(span) & bit_of(kind)) != 0; }

 private:
  static constexpr std::size_t block = 16;
  static constexpr std::size_t kind_count = 4;
  static_assert(static_cast<std::size_t>(knowledge::first_asked) + 1 + kind_count <= 64);

  /// The kinds have the highest bits, the classes the lowest.
  static knowledge::ClassMask bit_of(TokenKind kind) {
    return knowledge::ClassMask{1} << (63 - static_cast<unsigned>(kind));
  }
  knowledge::ClassMask in_blocks_of(Span span) const {
    knowledge::ClassMask found = 0;
    for (std::size_t at = span.start / block; at * block < span.end; ++at) found |= in_block_[at];
    return found;
  }

  std::vector<knowledge::ClassMask> in_block_;
};

Tokens find_tokens(const Folded& page, const scan::Scan& scan, const std::vector<Subject>& subjects,
                   const knowledge::Knowledge& knowledge);

}  // namespace mujun::name
