#include "read/name/maker.hpp"

#include <algorithm>
#include <string_view>

#include "model/characters.hpp"

namespace mujun::name {
namespace {

using knowledge::mask;
using knowledge::WordClass;

constexpr std::uint32_t shortest_own = 2;  // characters of its own: 天鹰
constexpr std::uint32_t longest_own = 4;
constexpr int fewest_openings = 3;
constexpr std::size_t reach_of_a_site = 12;  // 位于动力谷的芯驰半导体

/// What a name does not begin with: 加大科技, 推进新能源, 生产食品.
constexpr CharacterSet verbs{u"加推引促带提做发支鼓培打建用生制研开采"};

class Makers {
 public:
  Makers(std::u16string_view text, const scan::Scan& scan, const OrganisationReader& organisations,
         const knowledge::Knowledge& knowledge)
      : text_(text), scan_(scan), organisations_(organisations), knowledge_(knowledge) {}

  /// The name that ends with the word at `suffix`; empty where none does.
  Span name_of(Span suffix) const {
    static constexpr CharacterSet no_name{u"的在与和及由对从到是为该各全本等以于了但而、县区市镇乡"};
    // 海纳科技园, 海纳科技有限公司: the name goes on.
    if (suffix.end < text_.size() && is_one_of(text_[suffix.end], u"园城厂公有集股区")) return {};
    std::uint32_t start = suffix.start;
    while (start > 0 && suffix.start - start < longest_own && is_han(text_[start - 1]) &&
           !is_one_of(text_[start - 1], no_name) && !scan_.words.ending_at(start) &&
           !scan_.periods.ending_at(start))
      --start;
    const std::u16string_view own = text_.substr(start, suffix.start - start);
    start += static_cast<std::uint32_t>(knowledge_.end_of_last(own, WordClass::firm_noun));
    if (suffix.start - start < shortest_own || is_one_of(text_[start], verbs)) return {};
    return {start, suffix.end};
  }

  /// Whether what stands around the name shows that it is a firm's.
  bool is_shown(Span name) const {
    const std::u16string_view before = text_.substr(0, name.start);
    if (knowledge_.ends_with(before, WordClass::firm_noun)) return is_told_of(name.end);
    if (organisations_.is_presented(name)) return true;
    if (before.ends_with(u'的') && names_site(before.substr(0, before.size() - 1))) return true;
    if (!organisations_.opens_clause(name.start)) return false;
    const scan::WordMention* word = scan_.words.ending_at(name.start);
    const bool is_example = word && word->entry.word_class == WordClass::list_word &&
                            knowledge_.word(word->entry.index).value == "example";
    const scan::PeriodMention* period = scan_.periods.starting_at(name.end);
    return is_example || (period && period->year) || stands_alone(name.end) ||
           knowledge_.lexicon().longest(text_, name.end, WordClass::office).has_value();
  }

  bool may_stand(Span name) const {
    return organisations_.opens_clause(name.start) || is_one_of(text_[name.start - 1], u"、的") ||
           is_shown(name);
  }

 private:
  /// 企业加大科技投入 names no firm: what is told of one follows its name.
  bool is_told_of(std::uint32_t end) const {
    return end >= text_.size() || is_clause_end(text_[end]) || organisations_.acts(end);
  }

  /// 海纳木业一家就占四成, 海纳电器以每亩118万元的税收居首.
  bool stands_alone(std::uint32_t end) const {
    const std::u16string_view behind = text_.substr(end);
    if (behind.starts_with(u"一家") || behind.starts_with(u"一户")) return true;
    if (behind.starts_with(u'是') && scan_.periods.starting_at(end + 1)) return true;  // 是2019年引进的
    return behind.starts_with(u'以') && scan_.quantities.starting_at(end + 1);
  }

  bool names_site(std::u16string_view before) const {
    return knowledge_.holds(before.substr(before.size() - std::min(before.size(), reach_of_a_site)),
                            WordClass::site_word);
  }

  std::u16string_view text_;
  const scan::Scan& scan_;
  const OrganisationReader& organisations_;
  const knowledge::Knowledge& knowledge_;
};

}  // namespace

std::vector<Span> find_makers(const Folded& page, const std::vector<Span>& products, const scan::Scan& scan,
                              const OrganisationReader& organisations,
                              const knowledge::Knowledge& knowledge) {
  const Makers makers(page.text, scan, organisations, knowledge);
  const auto words_of = [&](Span name) { return page.view(name); };
  std::vector<Span> candidates;
  std::vector<std::u16string_view> shown;
  std::vector<std::u16string_view> opening;
  for (const Span product : products) {
    const Span name = makers.name_of(product);
    if (name.empty()) continue;
    candidates.push_back(name);
    if (makers.is_shown(name)) shown.push_back(words_of(name));
    // 北岭薯业, again and again: a story of one firm. 新能源 and its like are branches, however often.
    if (words_of(name).back() == u'业' && organisations.opens_clause(name.start))
      opening.push_back(words_of(name));
  }
  std::ranges::sort(opening);
  for (auto at = opening.begin(); at != opening.end();) {
    const auto end = std::upper_bound(at, opening.end(), *at);
    if (end - at >= fewest_openings) shown.push_back(*at);
    at = end;
  }
  std::ranges::sort(shown);
  std::erase_if(candidates, [&](Span name) {
    return !std::ranges::binary_search(shown, words_of(name)) || !makers.may_stand(name);
  });
  return candidates;
}

}  // namespace mujun::name
