// 其 before a wording: whose it is was said in the clause before.
#include "model/characters.hpp"
#include "read/bind/grammar/rules.hpp"

namespace mujun::bind {
namespace {

constexpr CharacterSet adverbs{u"最更是也已较很十尤仍均则却又"};  // what a topic is said of begins here
constexpr std::size_t longest_topic = 8;
constexpr std::size_t longest_noun = 4;  // 价格, 销售额: a longer wording says by itself what it is

}  // namespace

void name_whose(const Surroundings& around, const Figure& figure, name::Phrase& phrase) {
  const std::u16string_view page = around.page().folded.text;
  const std::uint32_t start = phrase.span.start;
  if (phrase.text.size() > longest_noun || start != figure.clause.start + 1 || page[start - 1] != u'其')
    return;
  if (figure.clause.start == 0 || !is_comma(page[figure.clause.start - 1])) return;
  // 其中猪肉最引人注目，其价格…: from the clause's first word to where it begins to tell.
  std::uint32_t from = figure.clause.start - 1;
  while (from > 0 && !is_clause_end(page[from - 1]) && page[from - 1] != u'\n') --from;
  Span clause{from, figure.clause.start - 1};
  if (const name::Token* among = around.first(clause, knowledge::WordClass::list_word);
      among && among->span.start == from)
    clause.start = among->span.end;
  std::uint32_t end = clause.start;
  while (end < clause.end && is_han(page[end]) && !is_one_of(page[end], adverbs)) ++end;
  for (const name::Token& token : around.page().tokens.within({clause.start, end})) {
    if (!token.is(knowledge::WordClass::indicator)) end = std::min(end, token.span.start);
  }
  if (end == clause.end || end - clause.start < 2 || end - clause.start > longest_topic) return;
  phrase.text.insert(0, around.text({clause.start, end}));
  around.phrases().look_up(phrase);
}

}  // namespace mujun::bind
