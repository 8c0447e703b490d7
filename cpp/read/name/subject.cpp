#include "read/name/subject.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>

#include "model/characters.hpp"
#include "read/name/alias.hpp"
#include "read/name/organisation.hpp"
#include "read/name/unscanned.hpp"

namespace mujun::name {
namespace {

using knowledge::EntryRef;
using knowledge::Knowledge;
using knowledge::WordClass;

constexpr std::size_t usual_words = 8;  // for one that names a subject

class Finder {
 public:
  Finder(const Folded& page, const scan::Scan& scan, const Knowledge& knowledge)
      : page_(page),
        text_(page.text),
        scan_(scan),
        knowledge_(knowledge),
        organisations_(page, scan, knowledge),
        aliases_(page.text, knowledge) {}

  std::vector<Subject> find() {
    subjects_.reserve(scan_.words.size() / usual_words);
    const std::vector<Subject> unscanned = unscanned_names(page_, scan_, organisations_, knowledge_);
    auto name = unscanned.begin();
    const auto add_names_to = [&](std::uint32_t at) {
      for (; name != unscanned.end() && name->span.start <= at; ++name) {
        if (name->span.start >= done_) add(*name);
      }
    };
    for (const scan::WordMention& word : scan_.words) {
      add_names_to(word.span.start);
      if (word.span.start < done_) continue;
      switch (word.entry.word_class) {
        case WordClass::region:
          region(word);
          break;
        case WordClass::subject_word:
          own_place(word);
          break;
        case WordClass::subject_suffix:
          suffix(word);
          break;
        case WordClass::indicator:
          village(word);
          break;
        default:
          break;
      }
    }
    add_names_to(static_cast<std::uint32_t>(text_.size()));
    aliases_.add_mentions(subjects_, [this](std::uint32_t from) {
      const auto end = organisations_.end_behind(from);
      return end && !end->is_town ? end->at : from;
    });
    return std::move(subjects_);
  }

 private:
  void add(Subject subject) {
    done_ = subject.span.end;
    aliases_.learn(subject);
    subjects_.push_back(std::move(subject));
  }

  /// A region's name, or the start of an organisation's name: 泉山 in 泉山经济开发区.
  void region(const scan::WordMention& word) {
    Span span = word.span;
    std::span<const EntryRef> entries = regions_of(span);
    // 浙江省台州市路桥区: the last and lowest is meant.
    while (const auto next = region_at(span.end)) {
      const std::span<const EntryRef> lower = regions_of({span.end, span.end + next->length});
      if (level_of(lower) <= level_of(entries)) break;
      span = {span.end, span.end + next->length};
      entries = lower;
    }
    if (goes_on(span, is_full_name(text(span)))) return;
    if (is_dateline_of_agency(span.start) || names_people(span.end)) return;
    if (level_of(entries) == 1 && names_media(span.end)) return;
    const std::u16string name = text(span);
    span.end = organisations_.authority_end(behind_count(span));
    const bool ambiguous = entries.size() > 1;
    add({.span = span,
         .kind = SubjectKind::region,
         .name = name,
         .region_code = ambiguous ? "" : knowledge_.region(entries.front().index).code,
         .level = level_of(entries),
         .ambiguous = ambiguous,
         .carries = true,
         .entry = entries.front()});
  }

  /// Behind 两县 of 苍南、平阳两县: how many the names are says nothing more.
  std::uint32_t behind_count(Span name) const {
    const auto is = [&](std::uint32_t at, const auto& set) {
      return at < text_.size() && is_one_of(text_[at], set);
    };
    std::uint32_t at = name.end;
    if (name.start == 0 || !is(name.start - 1, u"、和与及") || !is(at, u"两二三四五六七八九十")) return at;
    if (is(++at, u"个")) ++at;
    const std::uint32_t kind = at;
    while (is(at, u"省市县区镇乡村州旗盟地")) ++at;
    return at > kind ? at : name.end;
  }

  /// 温岭人, 温岭籍: who comes from there; but 人均 and 人口 are the place's.
  bool names_people(std::uint32_t at) const {
    if (at >= text_.size()) return false;
    if (text_[at] == u'籍') return true;
    return text_[at] == u'人' && at + 1 < text_.size() && !is_one_of(text_[at + 1], u"均口民才大社力工类");
  }

  /// 香港商报: who prints the page, and not what it is about; but a city's own paper tells of the city.
  bool names_media(std::uint32_t at) const {
    return knowledge_.lexicon().longest(text_, at, WordClass::media_noun).has_value();
  }

  /// 新华社北京7月13日电: where an agency writes from, not what it writes about.
  bool is_dateline_of_agency(std::uint32_t at) const {
    constexpr std::uint32_t longest_agency = 4;
    for (std::uint32_t size = std::min(longest_agency, at); size > 0; --size) {
      const auto agency = knowledge_.lexicon().longest(text_, at - size, WordClass::party_mark);
      if (agency && agency->length == size) return knowledge_.word(agency->entry.index).value == "agency";
    }
    return false;
  }

  int level_of(std::span<const EntryRef> entries) const {
    return knowledge_.region(entries.front().index).level;
  }

  std::optional<knowledge::Match> region_at(std::uint32_t at) const {
    const auto match = knowledge_.lexicon().longest(text_, at);
    return match && match->entry.word_class == WordClass::region ? match : std::nullopt;
  }

  /// A surface's entries are in order of their classes.
  std::span<const EntryRef> regions_of(Span span) const {
    const auto all = knowledge_.lexicon().entries_of(text_.substr(span.start, span.size()));
    const auto regions = std::ranges::equal_range(all, WordClass::region, {}, &EntryRef::word_class);
    return {regions.begin(), regions.end()};
  }

  void organisation(Span span, EntryRef entry) {
    add({.span = span,
         .kind = SubjectKind::organisation,
         .name = text(span),
         .region_code = {},
         .level = town_level,
         .entry = entry});
  }

  void own_place(const scan::WordMention& word) {
    const std::string& value = knowledge_.word(word.entry.index).value;
    Subject subject;
    subject.span = word.span;
    subject.kind = SubjectKind::own_place;
    subject.entry = word.entry;
    if (value == "country") {
      subject.kind = SubjectKind::region;
      // 中国进出口银行, 中国矿业大学
      const auto name_end = organisations_.end_behind(word.span.end);
      if (name_end && !name_end->is_town && text(word.span) == u"中国") {
        organisation({word.span.start, name_end->at}, name_end->suffix);
        return;
      }
      subject.kind = SubjectKind::region;
      subject.name = text(word.span);
      subject.carries = true;
    } else if (value == "each") {
      organisation(word.span, word.entry);
      return;
    } else {
      subject.level = value == "province"     ? 1
                      : value == "prefecture" ? 2
                      : value == "county"     ? 3
                                              : town_level;
      subject.carries = true;
    }
    add(std::move(subject));
  }

  /// A suffix with no region before it: 新桥镇, “鸿翔电子”公司, 财富广场.
  void suffix(const scan::WordMention& word) {
    Span span = organisations_.name_before(word, done_);
    if (span.empty()) return;
    const scan::WordMention* last = &word;
    while (const scan::WordMention* next = scan_.words.starting_at(last->span.end)) {
      if (next->entry.word_class != WordClass::subject_suffix) break;
      last = next;  // 产业园项目, 集团公司: the last suffix ends the name
    }
    span.end = last->span.end;
    // 海门经开区、三厂工业园区分别…: a name goes on the list of the one before.
    const bool listed = !subjects_.empty() && span.start > 0 && text_[span.start - 1] == u'、' &&
                        subjects_.back().span.end + 1 == span.start;
    if (!listed && !organisations_.is_name(span, word)) return;
    const std::string& value = organisations_.value_of(*last);
    const bool is_town = organisations_.names_town(*last), is_county = value == "county";
    if (!is_town && !is_county) {
      organisation(span, last->entry);
      return;
    }
    if (goes_on(span, true)) return;
    add({.span = span,
         .kind = is_town ? SubjectKind::town : SubjectKind::region,
         .name = text(span),
         .region_code = {},
         .level = is_town ? town_level : 3,
         .carries = true,
         .entry = last->entry});
  }

  /// Whether a place's name is the start of a longer one, which is added: 泉山 in 泉山经济开发区. A town's
  /// own name starts behind the `full` name of its county (临海市沿江镇).
  bool goes_on(Span place, bool full) {
    const auto name_end = organisations_.end_behind(place.end);
    if (!name_end) return false;
    const Span span{name_end->is_town && full ? place.end : place.start, name_end->at};
    if (!name_end->is_town) {
      organisation(span, name_end->suffix);
      return true;
    }
    add({.span = span,
         .kind = SubjectKind::town,
         .name = text(span),
         .region_code = {},
         .level = town_level,
         .carries = true,
         .entry = name_end->suffix});
    return true;
  }

  /// 石塘村集体经济收入: the indicator begins with the suffix of the name before it.
  void village(const scan::WordMention& indicator) {
    const std::uint32_t at = indicator.span.start;
    const auto match = knowledge_.lexicon().longest(text_, at, WordClass::subject_suffix);
    if (!match) return;
    const scan::WordMention word{{at, at + match->length}, match->entry};
    if (!organisations_.names_town(word)) return;
    const Span name = organisations_.name_before(word, done_);
    if (!name.empty() && organisations_.opens_clause(name.start)) suffix(word);
  }

  std::u16string text(Span span) const { return std::u16string(text_.substr(span.start, span.size())); }

  const Folded& page_;
  std::u16string_view text_;
  const scan::Scan& scan_;
  const Knowledge& knowledge_;
  OrganisationReader organisations_;
  std::vector<Subject> subjects_;
  Aliases aliases_;
  std::uint32_t done_ = 0;
};

}  // namespace

bool is_full_name(std::u16string_view name) {
  return !name.empty() && is_one_of(name.back(), u"省市县区旗州盟");
}

bool is_park(const Subject& subject, const Knowledge& knowledge) {
  return subject.entry && subject.entry->word_class == WordClass::subject_suffix &&
         knowledge.word(subject.entry->index).value == "park";
}

void add_in_order(std::vector<Subject>&& more, std::vector<Subject>& mentions) {
  const auto start = [](const Subject& mention) { return mention.span.start; };
  std::ranges::stable_sort(more, {}, start);
  const auto middle = mentions.insert(mentions.end(), std::make_move_iterator(more.begin()),
                                      std::make_move_iterator(more.end()));
  std::ranges::inplace_merge(mentions, middle, {}, start);
}

std::vector<Subject> find_mentions(const Folded& page, const scan::Scan& scan, const Knowledge& knowledge) {
  return Finder(page, scan, knowledge).find();
}

}  // namespace mujun::name
