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

/// A page's tokens, and for every few units the classes of the words that start there: whether a span holds a
/// word of a class is asked far more often than one is found.
class Tokens : public Placed<Token> {
 public:
  Tokens() = default;
  Tokens(std::vector<Token> tokens, std::size_t text_size);

  /// False only where no word of the class lies within `span`.
  bool may_hold(Span span, knowledge::WordClass word_class) const {
    knowledge::ClassMask classes = 0;
    for (std::size_t at = span.start / block; at * block < span.end; ++at) classes |= classes_of_block_[at];
    return (classes & knowledge::mask(word_class)) != 0;
  }

 private:
  static constexpr std::size_t block = 16;
  std::vector<knowledge::ClassMask> classes_of_block_;
};

Tokens find_tokens(const Folded& page, const scan::Scan& scan, const std::vector<Subject>& subjects,
                   const knowledge::Knowledge& knowledge);

}  // namespace mujun::name
