#include "read/name/organisation.hpp"

#include <algorithm>

#include "model/characters.hpp"
#include "read/name/quotes.hpp"

namespace mujun::name {
namespace {

using knowledge::WordClass;

constexpr std::uint32_t longest_name = 24;  // characters of an organisation's name before its suffix
constexpr std::uint32_t longest_town = 4;
constexpr std::uint32_t shortest_project = 3;  // 光伏项目 is a kind, 泰山孟庄项目 a name
constexpr CharacterSet no_name_characters{
    u"在的与和及由对向往从到是为该各全本我等以于了但而哪个县区市省乡镇、,，。;:“”‘’()《》 \n"};
constexpr CharacterSet telling_characters{u"已现将在于共内有年的从把也正"};

/// Words that a name may hold: 新材料产业园, 中国进出口银行.
bool may_be_in_name(WordClass word_class) {
  return word_class == WordClass::region || word_class == WordClass::indicator ||
         word_class == WordClass::blocker;
}

}  // namespace

bool OrganisationReader::word_parts_name_at(std::uint32_t at, bool any_word) const {
  const scan::WordMention* word = scan_.words.ending_at(at);
  return word ? any_word || !may_be_in_name(word->entry.word_class) : scan_.periods.ending_at(at) != nullptr;
}

bool OrganisationReader::opens_clause(std::uint32_t at) const {
  constexpr int most_words = 8;  // before it: 但目前, 其中
  for (int i = 0; i < most_words; ++i) {
    if (at == 0 || is_clause_end(text_[at - 1]) || is_space(text_[at - 1]) || scan_.periods.ending_at(at))
      return true;
    if (at > 1 && text_[at - 1] == u'”' && is_clause_end(text_[at - 2])) return true;
    if (text_[at - 1] == u'但' || text_[at - 1] == u'而') {
      --at;
      continue;
    }
    const scan::WordMention* word = scan_.words.ending_at(at);
    if (!word ||
        (word->entry.word_class != WordClass::list_word && word->entry.word_class != WordClass::noun_stop))
      return false;
    at = word->span.start;
  }
  return false;
}

bool OrganisationReader::acts(std::uint32_t at) const {
  if (at >= text_.size()) return false;
  if (is_one_of(text_[at], telling_characters)) return true;
  if (scan_.periods.starting_at(at)) return true;
  const scan::WordMention* word = scan_.words.starting_at(at);
  if (!word) return false;
  switch (word->entry.word_class) {
    case WordClass::level_verb:
    case WordClass::action_verb:
    case WordClass::indicator:
    case WordClass::noun_stop:
    case WordClass::predicate:
    case WordClass::status_word:
      return true;
    default:
      return false;
  }
}

bool OrganisationReader::names_town(const scan::WordMention& suffix) const {
  return value_of(suffix) == "town" || value_of(suffix) == "village";
}

Span OrganisationReader::name_before(const scan::WordMention& suffix, std::uint32_t floor) const {
  const std::uint32_t limit = names_town(suffix) ? longest_town : longest_name;
  const bool is_project = value_of(suffix) == "project";  // 工业用地项目 is a kind
  std::uint32_t start = suffix.span.start;
  floor = std::max(floor, start > limit ? start - limit : 0);
  while (start > floor && is_han(text_[start - 1]) && !is_one_of(text_[start - 1], no_name_characters) &&
         !word_parts_name_at(start, is_project)) {
    --start;
  }
  if (start > 0 && text_[start - 1] != u')') {
    const std::uint32_t quote_floor = start > longest_name ? start - longest_name : 0;
    const std::uint32_t quoted = opening_before(text_, start, quote_floor);
    const std::u16string_view inside = text_.substr(quoted, start - quoted);
    if (quoted < start && std::ranges::none_of(inside, is_sentence_end))
      return {quoted, suffix.span.end};  // “海纳”新材料产业园
  }
  // 记者走进海纳集团: the name begins behind what leads to it.
  for (std::uint32_t at = start; at + 1 < suffix.span.start; ++at) {
    const auto lead = knowledge_.lexicon().longest(text_, at, WordClass::place_lead);
    if (lead && at + lead->length < suffix.span.start) start = at + lead->length;
  }
  std::uint32_t kind = suffix.span.start;  // where the words of a kind begin
  for (std::uint32_t at = start; at < kind; ++at) {
    const auto match = knowledge_.lexicon().longest(text_.substr(0, kind), at, WordClass::plain_kind);
    if (match && at + match->length == kind) {
      kind = at;
      at = start - 1;  // 重大产业项目: 产业 is behind another word of a kind
    }
  }
  const std::uint32_t shortest = is_project ? shortest_project : 1;
  // 县产业开发区: the one that the county has.
  const bool of_place = value_of(suffix) == "park" && start > floor &&
                        is_one_of(text_[start - 1], u"省市县区镇") && opens_clause(start - 1);
  if (of_place) return {start - 1, suffix.span.end};
  if (suffix.span.start - start < 2 || kind - start < shortest) return {};
  return {start, suffix.span.end};
}

bool OrganisationReader::is_name(Span name, const scan::WordMention& suffix) const {
  const bool is_town = names_town(suffix);
  if (const Quantity* quantity = scan_.quantities.starting_at(name.end)) {
    // 引进“四新”项目289个: they are counted; 沿江镇3.2亿元 is the town's.
    const UnitIndex unit = quantity->unit.numerator;
    const bool counts =
        unit == no_unit || knowledge_.unit(static_cast<std::uint16_t>(unit)).dimension == "count";
    // 引进特色小镇12个 counts towns; 壶山街道14家、桐琴镇12家 does not.
    const std::u16string_view symbol =
        unit == no_unit ? u"" : std::u16string_view(knowledge_.unit(static_cast<std::uint16_t>(unit)).symbol);
    const bool counts_others = symbol == u"家" || symbol == u"户" || symbol == u"宗";
    const bool of_part = quantity->shape == Shape::fraction;  // 海纳公司八成以上的产品
    if (!of_part && (!is_town || (counts && !counts_others))) return false;
  }
  if (begins_word(name.end)) return false;
  // 合同利用县外资金: 县外 is the word.
  if (value_of(suffix) == "county" && name.end < text_.size() && is_one_of(text_[name.end], u"外内域级城里"))
    return false;
  // 鱼米之乡, 通村公路, 根据县里的办法
  const char16_t last = text_[suffix.span.start - 1];
  if (last == u'强') return false;  // 果业强县
  if (is_town && is_one_of(last, u"之通进给到来回驻入帮出离返个型类他每")) return false;
  if (is_town && text_.substr(0, suffix.span.start).ends_with(u"下达")) return false;
  if (knowledge_.lexicon().longest(text_, name.start, WordClass::place_lead)) return false;
  if (is_town || is_opening(text_[name.start])) return true;
  const std::string& value = value_of(suffix);
  if (value == "brand" && !acts(name.end)) return false;
  if (value == "fund" && !invests(name.end)) return false;
  if (opens_clause(name.start)) return true;
  if (is_presented(name)) return true;
  // 位于青溪县的海纳科技园占地300亩, 总投资3亿元的海纳云谷项目: its description stands before it.
  if (text_[name.start - 1] != u'的' || name.end >= text_.size() || text_[name.end] == u'的') return false;
  return acts(name.end) || (is_clause_end(text_[name.end]) && scan_.quantities.ending_at(name.start - 1));
}

/// 带着乡亲, 县村均, 硬化村组公路, 改建工程: what looks like a name's end.
bool OrganisationReader::begins_word(std::uint32_t end) const {
  if (end >= text_.size()) return false;
  const char16_t last = text_[end - 1], next = text_[end];
  return (last == u'村' && is_one_of(next, u"均级组民道")) ||
         (last == u'乡' && is_one_of(next, u"亲贤土愁音情间")) || (last == u'工' && next == u'程');
}

bool OrganisationReader::is_presented(Span name) const {
  constexpr std::uint32_t reach = 20;
  const bool ends = name.end >= text_.size() || is_clause_end(text_[name.end]);
  if (!ends || name.start == 0) return false;
  std::uint32_t start = name.start;
  while (start > 0 && name.start - start < reach && !is_clause_end(text_[start - 1]) &&
         text_[start - 1] != u'\n')
    --start;
  const std::u16string_view before = text_.substr(start, name.start - start);
  if (before.ends_with(u'是')) return true;
  while (start < name.start && is_space(text_[start])) ++start;
  return before.ends_with(u'的') &&
         (before.find(u'是') != std::u16string_view::npos || text_[start] == u'与');
}

bool OrganisationReader::invests(std::uint32_t at) const {
  const scan::WordMention* word = scan_.words.starting_at(at);
  return word &&
         (word->entry.word_class == WordClass::noun_stop ||
          word->entry.word_class == WordClass::action_verb || word->entry.word_class == WordClass::predicate);
}

std::uint32_t OrganisationReader::authority_end(std::uint32_t from) const {
  const auto match = knowledge_.lexicon().longest(text_, from, WordClass::authority);
  if (!match) return from;
  const scan::WordMention* word = scan_.words.starting_at(from);
  const bool runs_on = word && word->span.end > from + match->length;  // 政府性基金收入
  return runs_on ? from : from + match->length;
}

std::optional<OrganisationReader::NameEnd> OrganisationReader::end_behind(std::uint32_t from) const {
  std::optional<NameEnd> end;
  for (std::uint32_t at = from; at < text_.size() && at - from <= longest_name;) {
    if (const scan::WordMention* word = scan_.words.starting_at(at)) {
      const WordClass c = word->entry.word_class;
      if (c == WordClass::subject_suffix) {
        const bool is_town = names_town(*word);
        if (value_of(*word) == "project" || value_of(*word) == "county" ||
            (is_town && at - from > longest_town))
          break;
        if (!begins_word(word->span.end) && (value_of(*word) != "fund" || invests(word->span.end)))
          end = NameEnd{word->span.end, is_town, word->entry};
      } else if (!may_be_in_name(c)) {
        break;
      }
      at = word->span.end;
      continue;
    }
    if (!is_han(text_[at]) || scan_.quantities.starting_at(at)) break;
    if (is_one_of(text_[at], no_name_characters)) break;
    ++at;
  }
  return end;
}

}  // namespace mujun::name
