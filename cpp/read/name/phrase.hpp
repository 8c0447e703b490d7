// The noun phrase that names an indicator: left of its figure (财政总收入 增长…) or right of it (22个
// 重大产业项目).
#pragma once

#include <optional>
#include <string>

#include "knowledge/knowledge.hpp"
#include "model/text.hpp"
#include "read/name/tokens.hpp"

namespace mujun::name {

struct Phrase {
  Span span;            // folded copy, before the words that are no part of it were stripped
  std::u16string text;  // the wording: no period, subject or light verb; quotes as the page has them
  std::optional<std::uint16_t> indicator;  // the taxonomy's entry, where the wording is one of its surfaces
  bool starts_with_flow_verb = false;      // 新增, 引进: a count over a period
  bool after_stock_verb = false;           // 拥有, 建成: a count known at a day

  bool empty() const { return text.empty(); }
};

class PhraseReader {
 public:
  PhraseReader(const Folded& page, const Tokens& tokens, const knowledge::Knowledge& knowledge)
      : text_(page.text), tokens_(tokens), knowledge_(knowledge) {}

  /// The phrase that ends `within`, light words between it and the end skipped.
  Phrase before(Span within) const;
  /// The phrase that starts `within`; `next_has_name` says that what follows `within` is a figure whose own
  /// name may stand at the end of it (10家基金、金融机构18家).
  Phrase after(Span within, bool before_another_figure) const;
  /// A wording as a phrase: cleaned and looked up.
  Phrase named(Span span) const;
  void look_up(Phrase& phrase) const;

 private:
  struct Start {
    std::uint32_t at;
    bool flow_verb = false;
    bool after_stock_verb = false;
  };
  static constexpr std::uint32_t longest_phrase = 40;

  Start start_before(Span span) const;
  /// Where 对 of 对东盟出口 stands, whose partner the token names; the token's end where it names none.
  std::uint32_t partner_of(const Token& token, std::uint32_t floor) const;
  std::uint32_t end_after(Span span) const;
  /// Whether what stands behind a leading verb is an indicator by itself.
  bool names_indicator(Span rest, const Token& verb) const;
  /// Whether the verb that starts at `verb_start` only modifies the noun behind it.
  bool is_modifier(std::uint32_t verb_start, std::uint32_t floor) const;
  Span without_tail(Span span) const;
  std::uint32_t after_ordinal(std::uint32_t at) const;
  Span without_lead(Span span) const;
  /// 中央, 中小企业: 中 is the noun's, as nothing stands before it that it could end (收入中税收).
  bool opens_noun(std::uint32_t at) const;
  bool ends_phrase_before(const Token& token) const;
  /// Whether a word that often is a verb is part of a name here: 科技计划项目.
  bool is_within_name(const Token& token) const;
  bool is_averaged(const Token& token) const;
  const std::string& value_of(const Token& token) const { return knowledge_.word(token.entry.index).value; }
  std::u16string wording(Span span) const;

  std::u16string_view text_;
  const Tokens& tokens_;
  const knowledge::Knowledge& knowledge_;
};

}  // namespace mujun::name
