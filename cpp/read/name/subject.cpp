#include "read/name/subject.hpp"

#include <algorithm>
#include <optional>

#include "model/characters.hpp"
#include "read/name/alias.hpp"

namespace mujun::name {
namespace {

using knowledge::EntryRef;
using knowledge::Knowledge;
using knowledge::WordClass;

constexpr std::uint32_t longest_name = 24;  // characters of an organisation's name before its suffix
constexpr std::uint32_t longest_town = 4;
constexpr std::u16string_view no_name_characters =
    u"在的与和及由对向从到是为该各全本我等以于了县区市省乡镇、,，。;:“”‘’()《》 \n";

class Finder {
 public:
  Finder(const Folded& page, const scan::Scan& scan, const Knowledge& knowledge)
      : text_(page.text), scan_(scan), knowledge_(knowledge), aliases_(page.text, knowledge.lexicon()) {}

  std::vector<Subject> find() {
    for (std::size_t i = 0; i < scan_.words.size(); ++i) {
      const scan::WordMention& word = scan_.words[i];
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
        default:
          break;
      }
    }
    aliases_.add_mentions(subjects_, [this](std::uint32_t from) {
      const auto end = organisation_end(from);
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
    std::vector<EntryRef> entries = regions_of(span);
    // 浙江省台州市路桥区: the last and lowest is meant.
    while (const auto next = region_at(span.end)) {
      const std::vector<EntryRef> lower = regions_of({span.end, span.end + next->length});
      if (level_of(lower) <= level_of(entries)) break;
      span = {span.end, span.end + next->length};
      entries = lower;
    }
    if (const auto name_end = organisation_end(span.end)) {
      const bool is_town = name_end->is_town;
      // 临海市沿江镇 is the town; 苍南经济开发区 keeps the region in its name.
      const std::uint32_t start = is_town && is_full_name(text(span)) ? span.end : span.start;
      add({.span = {span.start, name_end->at},
           .kind = is_town ? SubjectKind::town : SubjectKind::organisation,
           .name = text({start, name_end->at}),
           .region_code = {},
           .level = town_level,
           .carries = is_town,
           .entry = name_end->suffix});
      return;
    }
    const bool ambiguous = entries.size() > 1;
    add({.span = span,
         .kind = SubjectKind::region,
         .name = text(span),
         .region_code = ambiguous ? "" : knowledge_.region(entries.front().index).code,
         .level = level_of(entries),
         .ambiguous = ambiguous,
         .carries = true,
         .entry = entries.front()});
  }

  int level_of(const std::vector<EntryRef>& entries) const {
    return knowledge_.region(entries.front().index).level;
  }

  std::optional<knowledge::Match> region_at(std::uint32_t at) const {
    const auto match = knowledge_.lexicon().longest(text_, at);
    return match && match->entry.word_class == WordClass::region ? match : std::nullopt;
  }

  std::vector<EntryRef> regions_of(Span span) const {
    std::vector<EntryRef> entries = knowledge_.lexicon().entries_of(text_.substr(span.start, span.size()));
    std::erase_if(entries, [](EntryRef entry) { return entry.word_class != WordClass::region; });
    return entries;
  }

  void own_place(const scan::WordMention& word) {
    const std::string& value = knowledge_.word(word.entry.index).value;
    Subject subject;
    subject.span = word.span;
    subject.kind = SubjectKind::own_place;
    subject.entry = word.entry;
    if (value == "country") {
      subject.kind = SubjectKind::region;
      subject.name = text(word.span);
      subject.carries = true;
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
    if (is_quantity_at(word.span.end)) return;  // 引进“四新”项目289个: they are counted
    const std::string& value = knowledge_.word(word.entry.index).value;
    const bool is_town = names_town(word);
    const std::uint32_t limit = is_town ? longest_town : longest_name;
    const std::uint32_t floor = std::max(done_, word.span.start > limit ? word.span.start - limit : 0);
    std::uint32_t start = word.span.start;
    while (start > floor && is_han(text_[start - 1]) &&
           no_name_characters.find(text_[start - 1]) == std::u16string_view::npos && !word_ends_at(start)) {
      --start;
    }
    const std::uint32_t quoted = opening_quote(start);  // “海纳”新材料产业园
    const bool has_quote = quoted < start;
    start = quoted;
    if (!has_quote && word.span.start - start < 2) return;
    // Without a region or a quoted name only towns, and what opens a clause, are sure to be names.
    if (!is_town && !has_quote && (value == "project" || !opens_clause(start))) return;
    const Span span{start, word.span.end};
    add({.span = span,
         .kind = is_town ? SubjectKind::town : SubjectKind::organisation,
         .name = text(span),
         .region_code = {},
         .level = value == "county" ? 3 : town_level,
         .carries = is_town || value == "county",
         .entry = word.entry});
  }

  /// Nothing but a period or a mark stands right before `at`.
  bool opens_clause(std::uint32_t at) const {
    if (at == 0 || is_clause_end(text_[at - 1]) || is_space(text_[at - 1])) return true;
    return period_ends_at(at);
  }

  /// Where the quote that closes right before `at` opens; `at` itself where none does.
  std::uint32_t opening_quote(std::uint32_t at) const {
    if (at == 0 || (text_[at - 1] != u'”' && text_[at - 1] != u'》')) return at;
    const std::uint32_t floor = at > longest_name ? at - longest_name : 0;
    const std::size_t open = text_.substr(floor, at - 1 - floor).rfind(text_[at - 1] == u'”' ? u'“' : u'《');
    return open == std::u16string_view::npos ? at : floor + static_cast<std::uint32_t>(open);
  }

  bool word_ends_at(std::uint32_t at) const {
    const auto after =
        std::lower_bound(scan_.words.begin(), scan_.words.end(), at,
                         [](const scan::WordMention& w, std::uint32_t p) { return w.span.end < p; });
    if (after != scan_.words.end() && after->span.end == at) return true;
    return period_ends_at(at);
  }

  bool period_ends_at(std::uint32_t at) const {
    const auto period =
        std::lower_bound(scan_.periods.begin(), scan_.periods.end(), at,
                         [](const scan::PeriodMention& p, std::uint32_t x) { return p.span.end < x; });
    return period != scan_.periods.end() && period->span.end == at;
  }

  /// Whether a suffix ends the name of a town or a village.
  bool names_town(const scan::WordMention& suffix) const {
    const std::string& value = knowledge_.word(suffix.entry.index).value;
    return value == "town" || value == "village";
  }

  struct NameEnd {
    std::uint32_t at;
    bool is_town;
    EntryRef suffix;
  };

  /// The end of the organisation's name that goes on at `from`, behind its last suffix (公司, 园区, 镇).
  std::optional<NameEnd> organisation_end(std::uint32_t from) const {
    std::optional<NameEnd> end;
    auto word =
        std::lower_bound(scan_.words.begin(), scan_.words.end(), from,
                         [](const scan::WordMention& w, std::uint32_t p) { return w.span.start < p; });
    for (std::uint32_t at = from; at < text_.size() && at - from <= longest_name;) {
      while (word != scan_.words.end() && word->span.start < at) ++word;
      if (word != scan_.words.end() && word->span.start == at) {
        const WordClass c = word->entry.word_class;
        if (c == WordClass::subject_suffix) {
          const bool is_town = names_town(*word);
          if (knowledge_.word(word->entry.index).value == "project" || (is_town && at - from > longest_town))
            break;
          end = NameEnd{word->span.end, is_town, word->entry};
        } else if (c != WordClass::region && c != WordClass::indicator && c != WordClass::blocker) {
          break;
        }
        at = word->span.end;
        continue;
      }
      if (!is_han(text_[at]) || is_quantity_at(at)) break;
      if (no_name_characters.find(text_[at]) != std::u16string_view::npos) break;
      ++at;
    }
    return end;
  }

  bool is_quantity_at(std::uint32_t at) const {
    const auto q = std::lower_bound(scan_.quantities.begin(), scan_.quantities.end(), at,
                                    [](const Quantity& x, std::uint32_t p) { return x.outer.start < p; });
    return q != scan_.quantities.end() && q->outer.start == at;
  }

  std::u16string text(Span span) const { return std::u16string(text_.substr(span.start, span.size())); }

  std::u16string_view text_;
  const scan::Scan& scan_;
  const Knowledge& knowledge_;
  std::vector<Subject> subjects_;
  Aliases aliases_;
  std::uint32_t done_ = 0;
};

}  // namespace

bool is_full_name(std::u16string_view name) {
  return !name.empty() &&
         std::u16string_view(u"省市县区旗州盟").find(name.back()) != std::u16string_view::npos;
}

std::vector<Subject> find_mentions(const Folded& page, const scan::Scan& scan, const Knowledge& knowledge) {
  return Finder(page, scan, knowledge).find();
}

}  // namespace mujun::name
