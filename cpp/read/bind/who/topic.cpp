#include "read/bind/who/topic.hpp"

#include <algorithm>
#include <span>

#include "model/characters.hpp"

namespace mujun::bind {
namespace {

using knowledge::WordClass;
using name::Token;
using name::TokenKind;

constexpr std::uint32_t longest_remark = 12;  // 福州(不含平潭)、莆田: a bracket between two names
constexpr std::uint32_t longest_mark = 3;

/// The value of the party_mark that ends right before `at`, "" where none does.
std::string_view mark_before(const Page& page, std::uint32_t at) {
  const std::u16string_view text = std::u16string_view(page.folded.text).substr(0, at);
  for (std::uint32_t size = std::min(longest_mark, at); size > 0; --size) {
    const auto mark = page.knowledge.lexicon().longest(text, at - size, WordClass::party_mark);
    if (mark && mark->length == size) return page.knowledge.word(mark->entry.index).value;
  }
  return {};
}

/// Whether a mark that needs no case of its own stands anywhere in an aside: 对, 东临, 较同期.
bool holds_party_mark(const Page& page, Span aside) {
  for (std::uint32_t at = aside.start + 1; at <= aside.end; ++at) {
    const std::string_view value = mark_before(page, at);
    if (!value.empty() && value != "case") return true;
  }
  return false;
}

const layout::Clause* clause_of(const Page& page, const layout::Sentence& sentence, Span name) {
  const std::span clauses(page.layout.clauses.data() + sentence.first_clause,
                          sentence.last_clause - sentence.first_clause);
  const auto end = [](const layout::Clause& clause) { return clause.span.end; };
  const auto found = std::ranges::lower_bound(clauses, name.end, {}, end);
  return found != clauses.end() && found->span.contains(name) ? &*found : nullptr;
}

bool joins_names(char16_t c) {
  return is_one_of(c, u"、和及与同");
}

/// What stands right behind a name, or null.
const Token* right_behind(const Page& page, std::uint32_t end) {
  const auto reach = std::min(end + longest_remark, static_cast<std::uint32_t>(page.folded.text.size()));
  const auto inside = page.tokens.within({end, reach});
  return !inside.empty() && inside.front().span.start == end ? &inside.front() : nullptr;
}

}  // namespace

Span names_around(const Surroundings& around, const Token& name) {
  const Page& page = around.page();
  const std::u16string_view text = page.folded.text;
  Span names = name.span;
  while (names.start > 0 && joins_names(text[names.start - 1])) {
    std::uint32_t at = names.start - 1;
    if (at > 0 && text[at - 1] == u')') {
      const std::uint32_t floor = at > longest_remark ? at - longest_remark : 0;
      const std::size_t open = text.substr(floor, at - floor).rfind(u'(');
      if (open != std::u16string_view::npos) at = floor + static_cast<std::uint32_t>(open);
    }
    const Token* before = page.tokens.ending_at(at);
    if (!before || before->kind != TokenKind::subject) break;
    names.start = before->span.start;
  }
  while (names.end < text.size() && joins_names(text[names.end])) {
    const Token* behind = right_behind(page, names.end + 1);
    if (!behind || behind->kind != TokenKind::subject) break;
    names.end = behind->span.end;
  }
  return names;
}

namespace {

/// 在安庆各县(市)中居首位, 在南安26个乡镇里排第5位: a field that something is ranked in.
bool is_field(const Page& page, Span name) {
  constexpr std::size_t longest_field = 16;
  const std::u16string_view text = page.folded.text;
  const std::u16string_view behind = text.substr(name.end, longest_field);
  const std::size_t end = behind.find_first_of(u"中里内");
  if (end == std::u16string_view::npos || std::ranges::any_of(behind.substr(0, end), is_sentence_end))
    return false;
  const Token* next = right_behind(page, name.end + static_cast<std::uint32_t>(end) + 1);
  const bool ranks = next && next->is(WordClass::rank_word);
  return ranks || (name.start > 0 && text[name.start - 1] == u'在' && behind.find(u'各') == 0);
}

}  // namespace

bool is_other_party(const Surroundings& around, const Token& name) {
  const Page& page = around.page();
  const std::u16string_view text = page.folded.text;
  const std::uint32_t end = name.span.end;
  if (is_field(page, name.span)) return true;
  if (end < text.size()) {
    const auto behind = text.substr(end, 2);
    if (behind == u"平均" || behind.starts_with(u'第')) return true;
    // 建成聚星科创园等小微园4个: an example of what is counted.
    const bool is_body = page.subjects.mentions[name.index].kind == name::SubjectKind::organisation;
    if (is_body && behind.starts_with(u'等')) return true;
    // 从昆山迁来的企业
    const bool from = name.span.start > 0 && is_one_of(text[name.span.start - 1], u"从自");
    if (from && is_one_of(behind.front(), u"迁引来运调转")) return true;
    // 引进“四新”项目289个 counts it; 居全国首位 ranks in it.
    if (const Token* next = right_behind(page, end); next && next->kind == TokenKind::quantity) {
      const bool counted = page.subjects.mentions[name.index].kind == name::SubjectKind::organisation;
      if (counted || page.scan.quantities[next->index].shape == Shape::ordinal) return true;
    }
  }
  std::uint32_t start = names_around(around, name).start;
  if (!mark_before(page, start).empty()) return true;
  const Token* word = page.tokens.ending_at(start);
  if (word && (word->is(WordClass::gap_word) || word->is(WordClass::rank_word) ||
               word->is(WordClass::share_word) || word->is(WordClass::contribution_word) ||
               word->is(WordClass::action_verb) || word->kind == TokenKind::quantity))
    return true;
  // 较同期全国, 比上年全省: what is compared with stands behind the comparison's period.
  while (word && (word->kind == TokenKind::period || word->is(WordClass::growth_basis))) {
    const std::string_view opens = mark_before(page, word->span.start + 1);
    start = word->span.start;
    if (opens == "compared" || mark_before(page, start) == "compared") return true;
    word = page.tokens.ending_at(start);
  }
  return false;
}

bool is_part_of_name(const Surroundings& around, const Token& name) {
  const Page& page = around.page();
  const name::Subject& subject = page.subjects.mentions[name.index];
  const std::uint32_t start = name.span.start;
  if (start > 0 && is_one_of(page.folded.text[start - 1], u"次届")) return true;  // 第五次全国经济普查
  const bool is_country = subject.level == 0 && around.text(name.span) != u"中国";  // 中国茶海 is no 中国
  if (subject.kind != name::SubjectKind::region || is_country) return false;
  if (name::is_full_name(subject.name)) return false;
  const std::u16string_view text = page.folded.text;
  const std::uint32_t end = name.span.end;
  if (end >= text.size() || !(is_han(text[end]) || text[end] == u'“')) return false;
  if (is_one_of(text[end], u"的在共今已也仍是有按实将把以还市区县全上")) return false;
  return !right_behind(page, end);
}

bool is_topic(const Surroundings& around, Span name, const layout::Sentence& sentence, std::uint32_t aside) {
  const Page& page = around.page();
  const layout::Clause* clause = clause_of(page, sentence, name);
  if (!clause) return false;
  std::uint32_t at = clause->span.start;
  const bool sets_scene = page.folded.text[at] == u'在' && name.end + 1 == clause->span.end;
  if (sets_scene) return true;  // 在全国林业示范区广西，当地…: a clause that ends with the place
  for (const Token& token : page.tokens.within({at, name.start})) {
    const bool light = token.kind == TokenKind::period || token.kind == TokenKind::subject ||
                       token.is(WordClass::noun_stop) || token.is(WordClass::list_word) ||
                       token.is(WordClass::status_word) ||
                       around.text(token.span).front() == u'最';  // 最低的根思乡
    if (!light || token.span.start - at > aside || holds_party_mark(page, {at, token.span.start}))
      return false;
    at = token.span.end;
  }
  return name.start - at <= aside && !holds_party_mark(page, {at, name.start});
}

bool is_described(const Surroundings& around, const Token& name, const layout::Sentence& sentence) {
  const Page& page = around.page();
  const layout::Clause* clause = clause_of(page, sentence, name.span);
  if (!clause || name.span.start <= clause->span.start) return false;
  const std::u16string_view before = page.folded.view({clause->span.start, name.span.start});
  const bool apposed = before.ends_with(u"企业") || before.ends_with(u"公司");  // 港资企业利达鞋业
  if (!before.ends_with(u'的') && !apposed) return false;
  if (before.find(u'了') != std::u16string_view::npos)
    return false;  // 引进了总投资3.5亿元的连接器项目: what is done
  for (std::uint32_t at = clause->span.start + 1; at < name.span.start; ++at) {
    if (mark_before(page, at) == "party") return false;  // 对青溪县的海纳科技园投入3亿元
  }
  return true;
}

bool opens_with_indicator(const Surroundings& around, const Token& name, const layout::Sentence& sentence) {
  const Page& page = around.page();
  const layout::Clause* clause = clause_of(page, sentence, name.span);
  const Token* next = right_behind(page, name.span.end);
  if (!clause || !next || !next->is(WordClass::indicator)) return false;
  const auto before = page.tokens.within({clause->span.start, name.span.start});
  std::uint32_t at = clause->span.start;
  for (const Token& token : before) {
    if (token.kind != TokenKind::period || token.span.start != at) return false;
    at = token.span.end;
  }
  return at == name.span.start;
}

}  // namespace mujun::bind
