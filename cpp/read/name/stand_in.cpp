#include "read/name/stand_in.hpp"

#include <algorithm>
#include <utility>

#include "model/characters.hpp"

namespace mujun::name {
namespace {

using knowledge::mask;
using knowledge::WordClass;

// How far back the name may stand, in characters: 该公司 points, 公司 alone may be any.
constexpr std::uint32_t pointed_reach = 1500;
constexpr std::uint32_t bare_reach = 400;

constexpr auto starts_before = [](const auto& mention, std::uint32_t at) { return mention.span.start < at; };

class StandIns {
 public:
  StandIns(const Folded& page, const scan::Scan& scan, const knowledge::Knowledge& knowledge,
           const std::vector<Subject>& mentions)
      : text_(page.text),
        scan_(scan),
        knowledge_(knowledge),
        organisations_(page, scan, knowledge),
        mentions_(mentions) {}

  /// The nouns of a clause that stand for a name, from `article` on.
  void find(Span clause, Span article) {
    std::uint32_t opening = clause.start;
    while (opening < clause.end &&
           (is_space(text_[opening]) || is_closing(text_[opening]) || is_opening(text_[opening])))
      ++opening;
    while (opening < clause.end) {
      const scan::PeriodMention* period = scan_.periods.starting_at(opening);
      if (!period) break;
      opening = period->span.end;
    }
    read(opening, opening, article);
    const knowledge::Lexicon& lexicon = knowledge_.lexicon();
    constexpr knowledge::ClassMask deictic = mask(WordClass::deictic);
    for (auto points = lexicon.find(text_, clause.start, clause.end, deictic); points;
         points = lexicon.find(text_, points->at + 1, clause.end, deictic)) {
      const std::uint32_t behind = points->at + points->match.length;
      if (!read(points->at, behind, article))
        read(points->at, behind_description(behind, clause.end), article);
    }
  }

  /// Whom the article is about.
  void set_place(const Subject& place) {
    place_ = &place;
    is_park_ = is_park(place, knowledge_);
  }

  std::vector<Subject> found;

 private:
  /// 企业 of 这家2018年落户的企业: behind what tells of it.
  std::uint32_t behind_description(std::uint32_t at, std::uint32_t end) const {
    constexpr std::uint32_t longest_description = 12;
    const std::u16string_view told = text_.substr(at, std::min(end - at, longest_description));
    const std::size_t of = told.find(u'的');
    if (of == std::u16string_view::npos) return end;
    const std::uint32_t noun = at + static_cast<std::uint32_t>(of) + 1;
    return scan_.quantities.within({at, noun}).empty() ? noun : end;  // 这个总投资50亿元的项目
  }

  /// A noun at `noun`, with 该 before it from `start` on where that differs; whether there is one.
  bool read(std::uint32_t start, std::uint32_t noun, Span article) {
    const auto match = knowledge_.lexicon().longest(text_, noun, WordClass::stand_in);
    if (!match) return false;
    const Span span{start, noun + match->length};
    const bool pointed = noun > start;
    const scan::WordMention* word = scan_.words.starting_at(noun);
    const bool runs_on = word && word->span.end > span.end;  // 企业所得税
    const bool speaks = knowledge_.lexicon().longest(text_, span.end, WordClass::office).has_value();
    const std::string& kind = knowledge_.word(match->entry.index).value;
    // 今年1至11月，合作社收购鲜笋: a kind that the name itself ends with needs no verb that is known.
    const bool opens =
        kind == "body" && span.end < text_.size() && is_han(text_[span.end]) && text_[span.end] != u'的';
    if (runs_on || !(pointed || speaks || opens || organisations_.acts(span.end))) return true;
    const std::uint32_t reach = pointed ? pointed_reach : bare_reach;
    const std::uint32_t floor = std::max(article.start, start > reach ? start - reach : 0);
    if (kind == "park" && !pointed && is_park_) {  // 园区, on the page of one
      Subject own = *place_;
      own.span = span;
      own.entry = match->entry;
      found.push_back(std::move(own));
      return true;
    }
    const bool any = pointed && kind == "project";  // 该项目 may be a park that is built
    if (std::optional<Subject> name = name_of(text_.substr(noun, match->length), kind, {floor, start}, any)) {
      name->span = span;
      name->entry = match->entry;
      found.push_back(std::move(*name));
    }
    return true;
  }

  /// 公司 stands for a firm of any name; 小镇 only for a name that ends with it.
  bool may_stand_for(const std::string& kind, knowledge::EntryRef suffix) const {
    if (suffix.word_class != WordClass::subject_suffix) return false;
    const std::string& value = knowledge_.word(suffix.index).value;
    return (kind == "firm" && (value == "firm" || value == "brand")) || (kind == "park" && value == "park");
  }

  /// 万元办起合作社, of 凑了36万元办起合作社: no name.
  bool overlaps_quantity(Span name) const {
    constexpr std::uint32_t longest_quantity = 12;
    const std::uint32_t from = name.start - std::min(name.start, longest_quantity);
    const auto inside = scan_.quantities.within({from, name.end});
    return std::ranges::any_of(inside, [&](const Quantity& q) { return q.outer.end > name.start; });
  }

  /// The last name within `span` that the noun may stand for, or `any` organisation's.
  std::optional<Subject> name_of(std::u16string_view noun, const std::string& kind, Span span,
                                 bool any) const {
    std::optional<Subject> last;
    for (auto mention = std::lower_bound(mentions_.begin(), mentions_.end(), span.start, starts_before);
         mention != mentions_.end() && mention->span.end <= span.end; ++mention) {
      if (mention->kind != SubjectKind::organisation) continue;
      const bool fits = mention->entry ? may_stand_for(kind, *mention->entry) : kind == "firm";
      if (any || fits || mention->name.ends_with(noun)) last = *mention;
    }
    // A name that opens no clause is no mention, but may well be meant: 走进吉利汽车小镇.
    for (const scan::WordMention& word : scan_.words.within(span)) {
      if (word.entry.word_class != WordClass::subject_suffix) continue;
      const bool same_noun = text_.substr(word.span.start, word.span.size()).ends_with(noun);
      if (!same_noun && !may_stand_for(kind, word.entry)) continue;
      if (last && word.span.start < last->span.end) continue;
      const Span name = organisations_.name_before(word, span.start);
      if (name.empty() || overlaps_quantity(name)) continue;
      last = Subject{.span = name,
                     .kind = SubjectKind::organisation,
                     .name = std::u16string(text_.substr(name.start, name.size())),
                     .level = town_level,
                     .entry = word.entry};
    }
    return last;
  }

  std::u16string_view text_;
  const scan::Scan& scan_;
  const knowledge::Knowledge& knowledge_;
  OrganisationReader organisations_;
  const std::vector<Subject>& mentions_;
  const Subject* place_ = nullptr;
  bool is_park_ = false;
};

}  // namespace

void add_stand_ins(const Folded& page, const layout::Layout& layout, const scan::Scan& scan,
                   const knowledge::Knowledge& knowledge, const std::vector<Subject>& places,
                   std::vector<Subject>& mentions) {
  StandIns stand_ins(page, scan, knowledge, mentions);
  auto article = layout.articles.begin();
  for (const layout::Clause& clause : layout.clauses) {
    while (article + 1 != layout.articles.end() && article->span.end <= clause.span.start) ++article;
    stand_ins.set_place(places[static_cast<std::size_t>(article - layout.articles.begin())]);
    stand_ins.find(clause.span, article->span);
  }
  const std::size_t named = mentions.size();
  add_in_order(std::move(stand_ins.found), mentions);
  if (mentions.size() == named) return;
  std::uint32_t covered = 0;
  std::erase_if(mentions, [&](const Subject& mention) {
    if (mention.span.start < covered) return true;
    covered = mention.span.end;
    return false;
  });
}

}  // namespace mujun::name
