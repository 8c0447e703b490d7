#include "read/scan/period/core.hpp"

#include "model/characters.hpp"
#include "read/scan/period/bounds.hpp"

namespace mujun::scan {
namespace {

using enum PeriodReading;

bool names_whole_year(const PeriodMention& mention) {
  return mention.year && mention.first_month == 0 && mention.shape == PeriodShape::over;
}

bool is_month_end_or_over(const PeriodMention& mention) {
  return mention.first_month > 0 && mention.first_day == 0;
}

/// Makes `first` the span from its own beginning to the end of `last`, where the two are of one kind.
bool join(PeriodMention& first, const PeriodMention& last) {
  if (last.end_year || last.year_in_context || first.shape != PeriodShape::over) return false;
  const bool years = names_whole_year(first) && last.year && last.first_month == 0;
  const bool months = is_month_end_or_over(first) && is_month_end_or_over(last);
  const bool days =
      first.first_day > 0 && last.first_day > 0 && first.first_month > 0 && last.first_month > 0;
  if (!years && !months && !days) return false;
  if (last.relative_year) {
    // 去年11月至今年4月, 2018年11月至今年4月.
    const bool later = first.year || (first.relative_year && *first.relative_year < *last.relative_year);
    if (!later) return false;
    first.end_relative_year = last.relative_year;
  } else {
    if (last.year && !first.year) return false;
    const int years_between = last.year ? *last.year - *first.year : 0;
    if (years_between < 0) return false;
    if (years_between == 0 && (years || last.last_month < first.first_month)) return false;
    if (years_between > 0) first.end_year = last.year;
  }
  first.last_month = last.last_month;
  first.last_day = last.last_day;
  return true;
}

}  // namespace

std::uint32_t CoreReader::read(std::uint32_t at, bool bounded, PeriodMention& mention) const {
  const std::uint32_t end = read_one(at, bounded, mention);
  return end == no_place ? no_place : read_range_end(end, mention);
}

std::uint32_t CoreReader::read_range_end(std::uint32_t at, PeriodMention& mention) const {
  const bool dated = mention.year || mention.first_month > 0;
  if (!dated) return at;
  const std::uint32_t behind = read_range_mark(text_, at);
  if (behind == no_place) return at;
  PeriodMention last;
  const std::uint32_t end = read_one(behind, true, last);
  return end != no_place && join(mention, last) ? end : at;
}

std::uint32_t CoreReader::read_one(std::uint32_t at, bool bounded, PeriodMention& mention) const {
  const char16_t c = unit_at(text_, at);
  // Of the words only plans and congresses start with a numeral, and all of them with two.
  const bool numeral = starts_count(c);
  const bool may_be_word = !numeral || (!is_digit(c) && starts_count(unit_at(text_, at + 1)));
  std::uint32_t end = may_be_word ? read_time_word(at, bounded, mention) : no_place;
  if (end != no_place) return end;
  if (numeral) return read_number(at, bounded, mention);
  if (is_opening(c) || c == u'"') end = read_plan(at, mention);
  if (end == no_place) end = read_short_year(at, mention);
  if (end == no_place) end = read_ordinal_quarter(at, mention);
  if (end == no_place) end = read_first_months(at, mention);
  return end;
}

/// 后年 behind a verb is no year (投产后年产值): before it stands a mark, or a word that takes a time.
bool CoreReader::stands_apart(std::uint32_t at) const {
  static constexpr CharacterSet take_a_time{u"在于到至从自和与及"};
  const char16_t before = unit_before(text_, at);
  if (!is_han(before) || is_one_of(before, take_a_time)) return true;
  const auto bound = bound_before(text_, at, knowledge_);
  return bound && bound->word.reading != none;
}

std::uint32_t CoreReader::read_time_word(std::uint32_t at, bool bounded, PeriodMention& mention) const {
  const auto word = read_word(text_, at, time_words, knowledge_);
  if (!word || (word->apart && !bounded && !stands_apart(at))) return no_place;
  PeriodMention read = mention;
  read.use(word->entry);
  std::uint32_t end = word->end;
  switch (word->reading) {
    case published:
    case context:
      if (mention.year || mention.relative_year) return no_place;
      read.relative_year = word->first;
      read.year_in_context = word->reading == context;
      end = read_behind_year(end, read);
      break;
    case past_year:
    case past_year_end:
      read.past_year = true;
      [[fallthrough]];
    case year:
    case year_end:
    case year_start:
      read.relative_year = 0;
      read.year_in_context = true;
      if (word->reading == year_end || word->reading == past_year_end) read.shape = PeriodShape::until;
      if (word->reading == year_start) {
        read.shape = PeriodShape::until;
        read.first_month = read.last_month = read.first_day = read.last_day = 1;
      }
      break;
    case months:
      read.first_month = word->first;
      read.last_month = word->second;
      end = read_behind_quarter(end, read);
      break;
    case month:
      read.relative_month = word->first;
      if (unit_at(text_, end) == u'末' || unit_at(text_, end) == u'底') {
        read.shape = PeriodShape::until;
        ++end;
      }
      break;
    case quarter:
      read.relative_quarter = word->first;
      break;
    case day:
      read.relative_day = word->first;
      break;
    case same_month:
    case month_end: {
      const PeriodMention* month = month_spoken_of();
      if (month == nullptr && word->reading == same_month) return no_place;
      if (month == nullptr) {
        read.relative_month = 0;
      } else {
        read.year = month->year;
        read.relative_year = month->relative_year;
        read.year_in_context = month->year_in_context;
        read.first_month = read.last_month = month->last_month;
      }
      if (word->reading == month_end) read.shape = PeriodShape::until;
      break;
    }
    case same_period:
      read.same_period = true;
      break;
    case now:
      // 至今年底 is 至 and 今年底.
      if (unit_at(text_, end) == u'年') return no_place;
      read.now = true;
      read.shape = PeriodShape::until;
      if (word->first > 0) end = at + static_cast<std::uint32_t>(word->first);
      break;
    case vague:
      // 最近三年, 最近一个月: a time that is told.
      if (starts_count(unit_at(text_, end))) return no_place;
      read.shape = PeriodShape::vague;
      break;
    case years:
      return read_behind_plan(*word, end, mention);
    case marked_years: {
      const auto behind = read_word(text_, end, bound_words, knowledge_);
      return behind && behind->reading == span_behind ? read_behind_plan(*word, end, mention) : no_place;
    }
    case time_of_day:
      end = read_clock(text_, skip_spaces(text_, end), true);
      if (end == no_place) return no_place;
      read.shape = PeriodShape::clock;
      break;
    case holiday:
      read.holiday = word->name;
      break;
    case event:
      return read_event(*word, mention);
    default:
      return no_place;
  }
  mention = read;
  return end;
}

/// The last single month among the mentions just before.
const PeriodMention* CoreReader::month_spoken_of() const {
  constexpr std::size_t reach = 8;
  const std::size_t first = found_.size() > reach ? found_.size() - reach : 0;
  for (std::size_t i = found_.size(); i-- > first;) {
    const bool from_january = found_[i].first_month == 1;  // 1-5月份…，当月: May
    const bool one = found_[i].first_month == found_[i].last_month;
    if (found_[i].first_month > 0 && (one || from_january) && found_[i].shape != PeriodShape::base)
      return &found_[i];
  }
  return nullptr;
}

/// “九五”期间: what is in quotation marks may be any five-year plan.
std::uint32_t CoreReader::read_plan(std::uint32_t at, PeriodMention& mention) const {
  const auto word = read_word(text_, at + 1, time_words, knowledge_);
  if (!word || (word->reading != years && word->reading != marked_years)) return no_place;
  const char16_t closing = unit_at(text_, word->end);
  if (!is_closing(closing) && closing != u'"') return no_place;
  return read_behind_plan(*word, word->end + 1, mention);
}

std::uint32_t CoreReader::read_behind_plan(const PeriodWord& plan, std::uint32_t at,
                                           PeriodMention& mention) const {
  // Inside quotation marks “十四五” ends before them.
  const bool quoted = is_closing(unit_at(text_, at));
  const auto behind = read_word(text_, quoted ? at + 1 : at, bound_words, knowledge_);
  const PeriodReading reading = behind ? behind->reading : none;
  mention.use(plan.entry);
  mention.year = plan.first;
  mention.end_year = plan.second;
  if (reading != plan_behind && reading != plan_first && reading != plan_last && reading != span_behind) {
    return read_plan_end(plan, at, mention);
  }
  mention.use(behind->entry);
  if (reading == plan_behind) {
    mention.shape = PeriodShape::clock;
    return at;
  }
  if (reading == span_behind) return quoted ? at : read_plan_end(plan, behind->end, mention);
  mention.year = reading == plan_first ? plan.first : plan.second;
  mention.end_year.reset();
  return behind->end;
}

/// “十四五”末, “十四五”规划期末.
std::uint32_t CoreReader::read_plan_end(const PeriodWord& plan, std::uint32_t at,
                                        PeriodMention& mention) const {
  const std::uint32_t end = unit_at(text_, at) == u'期' ? at + 1 : at;
  if (unit_at(text_, end) != u'末') return at;
  mention.year = plan.second;
  mention.end_year.reset();
  mention.shape = PeriodShape::until;
  return end + 1;
}

std::uint32_t CoreReader::read_event(const PeriodWord& event, PeriodMention& mention) const {
  const auto behind = read_word(text_, event.end, bound_words, knowledge_);
  if (!behind || behind->reading != since_behind) return no_place;
  mention.year = event.first;
  mention.first_month = mention.last_month = event.second;
  mention.first_day = mention.last_day = event.third;
  mention.use(event.entry);
  return event.end;
}

}  // namespace mujun::scan
