// What a span is called: its wording without what does not belong to it.
#include <algorithm>
#include <optional>

#include "model/characters.hpp"
#include "read/name/phrase.hpp"

namespace mujun::name {

using knowledge::WordClass;

std::u16string PhraseReader::wording(Span span) const {
  static constexpr CharacterSet left_out{u" \n\t[]“”()《》"};
  const std::u16string_view words = text_.substr(span.start, span.size());
  std::u16string wording(words);
  if (std::ranges::none_of(words, [&](char16_t c) { return is_one_of(c, left_out); })) return wording;
  std::erase_if(wording, is_space);
  // 国内生产总值[2]: a note's number.
  while (wording.ends_with(u']')) {
    const std::size_t open = wording.rfind(u'[');
    if (open == std::u16string::npos ||
        wording.find_first_not_of(u"0123456789", open + 1) + 1 != wording.size())
      break;
    wording.erase(open);
  }
  // A quote or bracket whose partner lies outside is no part of the wording.
  const auto drop_unpaired = [&](char16_t open, char16_t close) {
    const auto opens = std::count(wording.begin(), wording.end(), open);
    const auto closes = std::count(wording.begin(), wording.end(), close);
    if (opens != closes) std::erase_if(wording, [&](char16_t c) { return c == open || c == close; });
  };
  drop_unpaired(u'“', u'”');
  drop_unpaired(u'(', u')');
  drop_unpaired(u'《', u'》');
  return wording;
}

void PhraseReader::look_up(Phrase& phrase) const {
  phrase.indicator.reset();
  for (const knowledge::EntryRef entry : knowledge_.lexicon().entries_of(phrase.text)) {
    if (entry.word_class == WordClass::indicator) {
      phrase.indicator = entry.index;
      return;
    }
  }
}

Phrase PhraseReader::named(Span span) const {
  Phrase phrase;
  phrase.span = span;
  phrase.text = wording(without_lead(span));
  if (phrase.text.size() > 2 && phrase.text.ends_with(u'占')) phrase.text.pop_back();  // 核心指标占60分
  if (phrase.text.starts_with(u"本报讯")) {  // 本报讯(通讯员某某)
    const std::size_t close = phrase.text.find(u')');
    phrase.text.erase(0, close == std::u16string::npos ? 3 : close + 1);
  }
  if (phrase.text.size() > 2 && phrase.text.starts_with(u'已')) phrase.text.erase(0, 1);
  // 今年要盘活…; but 要素保障 is a word.
  if (phrase.text.size() > 3 && phrase.text.starts_with(u'要') && !is_one_of(phrase.text[1], u"素害点求"))
    phrase.text.erase(0, 1);
  // 其中:工业用电量, of a table's row; 这个总投资50亿元的项目
  for (const std::u16string_view lead : {u"其中:", u"其中", u"这个", u"这一"}) {
    if (phrase.text.size() > lead.size() + 1 && phrase.text.starts_with(lead))
      phrase.text.erase(0, lead.size());
  }
  // 在现行电价基础上加价: what it starts from is no part of it.
  constexpr std::u16string_view from = u"基础上";
  if (const std::size_t base = phrase.text.rfind(from); base != std::u16string::npos) {
    const std::size_t in = phrase.text.rfind(u'在', base);
    const bool behind = base + from.size() + 1 < phrase.text.size();
    if (behind)
      phrase.text.erase(0, base + from.size());
    else if (in != std::u16string::npos && in > 1)
      phrase.text.erase(in);
  }
  // (市、区)固定资产投资, of 各县(市、区)固定资产投资
  const std::size_t bracket = phrase.text.starts_with(u'(') ? phrase.text.find(u')') : std::u16string::npos;
  if (bracket != std::u16string::npos && bracket + 1 < phrase.text.size()) phrase.text.erase(0, bracket + 1);
  look_up(phrase);
  if (phrase.indicator) return phrase;
  // The known indicator that stands behind the first `lead` characters.
  const auto known_behind = [&](std::size_t lead) -> std::optional<Phrase> {
    Phrase rest = phrase;
    rest.text.erase(0, lead);
    look_up(rest);
    if (!rest.indicator) return std::nullopt;
    return rest;
  };
  // 引进了总投资3.5亿元的项目
  const std::size_t done = phrase.text.find(u'了');
  if (done != std::u16string::npos && done + 2 < phrase.text.size()) {
    if (const auto known = known_behind(done + 1)) return *known;
  }
  // 对亩均税收低于3万元的企业: 对 is no part of it; but 对东盟出口 is a wording of its own.
  // So is 区 of 区社会消费品零售总额.
  if (!phrase.text.empty() && is_one_of(phrase.text.front(), u"对省市县区镇乡")) {
    if (const auto known = known_behind(1)) return *known;
  }
  return phrase;
}

}  // namespace mujun::name
