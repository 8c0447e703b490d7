#include "read/scan/period.hpp"

#include <array>

#include "model/characters.hpp"
#include "read/scan/period_core.hpp"

namespace mujun::scan {
namespace {

using enum PeriodReading;
using knowledge::Knowledge;

/// The units with which an expression can start without a word of the lexicon (2018年, 第一季度, 前7个月,
/// “九五”, '96年), one bit each: most of a page is passed over by this table alone.
constexpr auto figure_starts = [] {
  std::array<std::uint64_t, 0x10000 / 64> bits{};
  for (const char16_t c : std::u16string_view(u"0123456789〇○零一二两三四五六七八九十第前头'‘’\"“「『")) {
    bits[c / 64] |= std::uint64_t{1} << (c % 64);
  }
  return bits;
}();

bool starts_figures(char16_t c) {
  return (figure_starts[c / 64] >> (c % 64) & 1) != 0;
}

/// Finds the expressions with the words that bound them: 截至|今年5月|底之前.
class PeriodScanner {
 public:
  PeriodScanner(std::u16string_view text, const Knowledge& knowledge)
      : text_(text), knowledge_(knowledge), core_(text, knowledge, found_) {}

  std::vector<PeriodMention> run() {
    const auto size = static_cast<std::uint32_t>(text_.size());
    for (std::uint32_t at = 0; at < size;) {
      const bool figures = starts_figures(text_[at]);
      const auto word = read_word(text_, at, time_words | bound_words, knowledge_);
      if (!figures && !word) {
        ++at;
      } else if (word && word->reading == none) {
        at = word->end;
      } else {
        PeriodMention mention;
        const bool found = read(at, mention);
        if (found) found_.push_back(mention);
        at = found ? mention.span.end : behind_number(at);
      }
    }
    return std::move(found_);
  }

 private:
  /// The expression that starts at `at`.
  bool read(std::uint32_t at, PeriodMention& mention) const {
    const auto bound = read_word(text_, at, bound_words, knowledge_);
    if (bound && bound->reading == last) return read_last_years(at, *bound, mention);
    if (bound && read_bounded(at, *bound, mention)) return true;
    return read_from(at, at, false, mention);
  }

  bool read_bounded(std::uint32_t at, const PeriodWord& bound, PeriodMention& mention) const {
    switch (bound.reading) {
      case until:
      case reach:
      case from:
      case than:
      case outer_than:
        break;
      default:
        return false;
    }
    if (!read_from(at, skip_spaces(text_, bound.end), true, mention)) return false;
    if (mention.shape == PeriodShape::clock) return true;
    mention.use(bound.entry);
    const bool is_point = mention.first_day > 0 || mention.shape == PeriodShape::until;
    const bool taken = bound.reading == than || bound.reading == until ||
                       (bound.reading == reach && is_point) ||
                       (bound.reading == from && (mention.shape == PeriodShape::since || mention.end_year));
    if (bound.reading == than || bound.reading == outer_than) {
      mention.shape = PeriodShape::base;
    } else if (taken && bound.reading != from && mention.shape == PeriodShape::over) {
      mention.shape = PeriodShape::until;
    }
    // 到 and 高于 say more than the time: where they do not bound it they are left to the words.
    if (!taken) mention.span.start = skip_spaces(text_, bound.end);
    return true;
  }

  bool read_from(std::uint32_t start, std::uint32_t core, bool bounded, PeriodMention& mention) const {
    const std::uint32_t end = core_.read(core, bounded, mention);
    if (end == no_place) return false;
    if (mention.same_period && (mention.relative_year.value_or(0) < 0 || mention.year)) {
      mention.shape = PeriodShape::base;
    }
    mention.span = {start, read_behind(end, mention)};
    return true;
  }

  /// The words behind an expression: 以来, 之前, 相比, 期间.
  std::uint32_t read_behind(std::uint32_t at, PeriodMention& mention) const {
    if (mention.shape == PeriodShape::clock) return at;
    if (unit_at(text_, at) == u'比' && is_comma(unit_at(text_, at + 1))) {  // 与2005年比，
      mention.shape = PeriodShape::base;
      return at + 1;
    }
    if (is_times(at)) {
      mention.shape = PeriodShape::base;
      return at;
    }
    const auto word = read_word(text_, at, bound_words, knowledge_);
    if (!word) return at;
    const PeriodShape shape = mention.shape;
    const std::uint32_t end = bound_by(*word, at, mention);
    if (end != at || mention.shape != shape) mention.use(word->entry);
    return end;
  }

  std::uint32_t bound_by(const PeriodWord& word, std::uint32_t at, PeriodMention& mention) const {
    switch (word.reading) {
      case since_behind:
        // 2018年至今年6月: 至今 is no word there.
        if (unit_at(text_, word.end) == u'年' || mention.shape == PeriodShape::base) return at;
        bound_by_years(word.end, mention);
        return word.end;
      case until_behind: {
        // 2019年前十位 counts from the front; 10月底前6个 does not.
        const bool is_point = mention.first_day > 0 || mention.shape == PeriodShape::until;
        if (!is_point && starts_count(unit_at(text_, word.end))) return at;
        if (mention.shape == PeriodShape::over) mention.shape = PeriodShape::until;
        return word.end;
      }
      case than_behind:
        mention.shape = PeriodShape::base;
        return word.end;
      case prices:
        mention.shape = PeriodShape::base;
        return at;
      case span_behind:
        return word.end;
      case dateline:
        if (mention.first_day > 0 && mention.shape == PeriodShape::over) mention.shape = PeriodShape::clock;
        return at;
      default:
        return at;
    }
  }

  /// 2010年以来连续5年: with the number of years the end is known too.
  void bound_by_years(std::uint32_t at, PeriodMention& mention) const {
    constexpr std::u16string_view running = u"连续";
    mention.shape = PeriodShape::since;
    const auto number = at + static_cast<std::uint32_t>(running.size());
    const bool runs = mention.year && mention.first_month == 0 && text_.substr(at).starts_with(running);
    if (!runs || !starts_count(unit_at(text_, number))) return;
    const Count count = read_count(text_, number);
    if (count.value < 1 || count.value > 99 || unit_at(text_, count.end) != u'年') return;
    mention.shape = PeriodShape::over;
    mention.end_year = *mention.year + count.value - 1;
  }

  /// 2015年的2.3倍: the year is what the multiple is of.
  bool is_times(std::uint32_t at) const {
    if (unit_at(text_, at) != u'的' || !starts_count(unit_at(text_, at + 1))) return false;
    const std::uint32_t end = read_count(text_, at + 1).end;
    return unit_at(text_, unit_at(text_, end) == u'多' ? end + 1 : end) == u'倍';
  }

  /// 近三年, 过去五年来.
  bool read_last_years(std::uint32_t at, const PeriodWord& bound, PeriodMention& mention) const {
    if (!starts_count(unit_at(text_, bound.end))) return false;
    const Count count = read_count(text_, bound.end);
    if (count.value < 1 || count.value > 99 || unit_at(text_, count.end) != u'年') return false;
    mention.last_years = count.value;
    mention.use(bound.entry);
    const std::uint32_t end = count.end + 1;
    const bool has_lai = unit_at(text_, end) == u'来' || unit_at(text_, end) == u'间';
    mention.span = {at, has_lai ? end + 1 : end};
    return true;
  }

  /// Past a whole number and its 年 (26年 is a duration), else past one unit.
  std::uint32_t behind_number(std::uint32_t at) const {
    if (!starts_count(text_[at])) return at + 1;
    const Count count = read_count(text_, at);
    return unit_at(text_, count.end) == u'年' ? count.end + 1 : count.end;
  }

  std::u16string_view text_;
  const Knowledge& knowledge_;
  std::vector<PeriodMention> found_;
  CoreReader core_;
};

/// 2019, 2019-05, 2019Q1, 2019H1.
std::optional<PeriodMention> read_short_form(std::u16string_view text) {
  PeriodMention mention;
  const Count year = text.empty() || !is_digit(text[0]) ? Count{} : read_count(text, 0);
  if (year.digits != 4 || !is_year(year.value)) return std::nullopt;
  mention.year = year.value;
  const std::u16string_view rest = text.substr(year.end);
  if (rest.empty()) return mention;
  if (rest.size() < 2 || !is_digit(rest[1])) return std::nullopt;
  const Count part = read_count(rest, 1);
  const int months = rest[0] == u'Q' ? 3 : rest[0] == u'H' ? 6 : rest[0] == u'-' ? 1 : 0;
  if (months == 0 || part.end != rest.size() || part.value < 1 || part.value * months > 12)
    return std::nullopt;
  mention.last_month = part.value * months;
  mention.first_month = mention.last_month - months + 1;
  return mention;
}

std::u16string_view trimmed(std::u16string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::vector<PeriodMention> find_periods(std::u16string_view text, const Knowledge& knowledge) {
  return PeriodScanner(text, knowledge).run();
}

std::optional<Period> parse_period(std::u16string_view text, const Knowledge& knowledge,
                                   std::optional<Day> published) {
  const std::u16string_view whole = trimmed(text);
  if (const auto mention = read_short_form(whole)) return resolve(*mention, published, std::nullopt);
  const std::vector<PeriodMention> found = find_periods(whole, knowledge);
  if (found.size() != 1 || found[0].span != Span{0, static_cast<std::uint32_t>(whole.size())})
    return std::nullopt;
  return resolve(found[0], published, std::nullopt);
}

}  // namespace mujun::scan
