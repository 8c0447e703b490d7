// What the clock hears: each period told, and what it goes on to.
#include <algorithm>

#include "model/characters.hpp"
#include "read/bind/when/clock.hpp"

namespace mujun::bind {
namespace {

constexpr std::uint32_t reach_of_last_year = 16;
constexpr std::uint32_t reach_of_this_year = 10;
constexpr std::uint32_t reach_of_lead = 40;
constexpr std::uint32_t longest_description = 14;
constexpr std::uint32_t longest_event = 60;

}  // namespace

void Clock::hear(std::uint32_t up_to) {
  const auto& mentions = page_.scan.periods;
  for (; next_ < mentions.size() && mentions[next_].span.start < up_to; ++next_) {
    const scan::PeriodMention& mention = mentions[next_];
    if (mention.shape == scan::PeriodShape::base || mention.shape == scan::PeriodShape::clock) continue;
    const layout::Line* line = page_.layout.line_at(mention.span.start);
    if (!line || line->kind == layout::LineKind::furniture || line->kind == layout::LineKind::dateline)
      continue;
    hear(mention, *line);
  }
}

void Clock::hear(const scan::PeriodMention& mention, const layout::Line& line) {
  if (last_ && last_->article != line.article) {
    year_.reset();
    spoken_of_year_ = spoken_of_earlier_ = 0;
  }
  if (last_ && last_->passage != line.passage && year_is_passing_) year_.reset();
  if (!year_) year_is_passing_ = false;
  // 近日, 成立之初: of its sentence no time is known.
  if (mention.shape == scan::PeriodShape::vague) {
    last_ = Heard{{}, line.passage, line.article, mention.span, &mention};
    return;
  }
  const std::optional<int> year = is_just_over(mention) || runs_on(mention) ? std::nullopt : year_;
  std::optional<Period> period = scan::resolve(mention, written_[line.article], year);
  // 本月, in a report on 1-9月: September.
  if (mention.relative_month == 0 && period && period->start && lead_ && lead_->article == line.article &&
      *lead_->period.end < *period->start) {
    const Day last = *lead_->period.end;
    period = Period{Day::of(last.year(), last.month(), 1), last};
  }
  if (!period || period->empty()) {
    const bool relative =
        !mention.same_period && (mention.relative_year || mention.last_years || mention.now);
    missed_anchor_ = missed_anchor_ || (relative && !page_.published);
    // 1997年撤地设市，现辖5县: what cannot be told is not what was told before.
    if (relative) last_ = Heard{{}, line.passage, line.article, mention.span, &mention};
    return;
  }
  const Heard heard{*period,      line.passage, line.article,
                    mention.span, &mention,     opens(mention.span) && is_topic(mention.span)};
  if (mention.of_clause) {
    of_clause_ = heard;
    return;
  }
  // 从上年的286亿元跃升至…: it is the start's alone.
  if (mention.span.start > 0 &&
      (page_.folded.text[mention.span.start - 1] == u'从' ||
       page_.folded.text[mention.span.start - 1] == u'由') &&
      is_followed_by_figure(mention, reach_of_last_year)) {
    of_start_ = heard;
    return;
  }
  if (is_aside(mention)) return;
  count_year(heard);
  const bool background = is_background(heard);
  // 年末 is that of the year spoken of, where one was.
  const bool of_context = mention.year_in_context && year_;
  const bool names_year = mention.year || (mention.relative_year && !of_context) || mention.end_year;
  if (names_year && period->end) {
    year_ = period->end->year();
    year_is_passing_ = page_.published && (*year_ > page_.published->year() || !background) &&
                       *year_ != page_.published->year();
  }
  // Months that the article speaks of again are what it reports on.
  const bool again =
      !lies_ahead(*period) && months_ && months_->article == heard.article && months_->period == heard.period;
  const bool one_day = is_one_day(*period);
  // 8月当月, in a report on 1-8月: told beside what it reports on.
  const bool within_lead = lead_ && lead_->article == heard.article && lead_->period.start && period->start &&
                           *lead_->period.start < *period->start && *lead_->period.end == *period->end;
  if (background || (again && !one_day && !within_lead && !mention.last_years && !is_wide(*period))) {
    background_ = heard;
    topic_.reset();
  } else if (!one_day && is_topic(mention.span) && !reaches_back(mention, *period)) {
    topic_ = heard;
  }
  const bool new_year = mention.first_month == 1 && mention.first_day == 1 && !mention.year;  // 年初
  if (!period->start && !new_year && is_topic(mention.span)) day_ = heard;
  const bool is_event = mention.first_day > 0 && mention.first_month > 0 && one_day && period->start &&
                        mention.shape == scan::PeriodShape::over;
  if (is_event && tells_of_event(mention.span)) event_ = heard;
  if (!one_day) months_ = heard;
  if (!one_day && !(lead_ && lead_->article == heard.article) && !lies_ahead(*period) &&
      !mention.last_years && leads_to_figure(mention))
    lead_ = heard;
  const bool told = line.kind != layout::LineKind::title;
  if (told && (!first_ || first_->article != heard.article)) first_ = heard;
  last_ = heard;
}

/// 1-3月 in a page of April: this year's, whatever year another sentence spoke of.
bool Clock::is_just_over(const scan::PeriodMention& mention) const {
  if (!page_.published || mention.first_month != 1 || mention.first_day != 0) return false;
  if (mention.last_month == 1 || page_.published->month() <= mention.last_month) return false;
  if (year_ && *year_ > page_.published->year()) return true;  // behind 2026年…的目标
  if (page_.published->month() != mention.last_month + 1) return false;
  const layout::Sentence* sentence = sentence_at(mention.span.start);
  if (!last_ || !sentence || !sentence->span.contains(last_->span)) return true;
  // 去年生产16亿副；上半年出口…
  const std::u16string_view between = page_.folded.view({last_->span.end, mention.span.start});
  return std::ranges::any_of(between, [](char16_t c) { return is_one_of(c, u"；;"); });
}

/// 全年, behind 到2015年…的目标 of another sentence: that of the year that runs.
bool Clock::runs_on(const scan::PeriodMention& mention) const {
  if (!mention.year_in_context || mention.relative_year != 0 || !page_.published) return false;
  if (!year_ || *year_ <= page_.published->year()) return false;
  const layout::Sentence* sentence = sentence_at(mention.span.start);
  return !(last_ && sentence && sentence->span.contains(last_->span));
}

bool Clock::lies_ahead(const Period& period) const {
  return page_.published && period.start && *period.start > *page_.published;
}

void Clock::count_year(const Heard& heard) {
  if (!page_.published || !heard.period.end || is_one_day(heard.period)) return;
  const layout::Line* line = page_.layout.line_at(heard.span.start);
  if (!line || line->kind != layout::LineKind::prose) return;
  (heard.period.end->year() < page_.published->year() ? spoken_of_earlier_ : spoken_of_year_) += 1;
}

/// 2013年以来: how it has gone since then, while what follows is told of this year.
bool Clock::reaches_back(const scan::PeriodMention& mention, const Period& period) const {
  // 去年以来，盘活土地5230亩: what follows is told of all that time.
  const layout::Sentence* sentence = sentence_at(mention.span.start);
  const bool of_last_year = mention.relative_year == -1 && sentence &&
                            is_followed_by_figure(mention, sentence->span.end - mention.span.end);
  return mention.shape == scan::PeriodShape::since && !mention.last_years && !of_last_year &&
         page_.published && period.start->year() < page_.published->year();
}

/// A whole year goes on, unless it lies ahead, is only looked back from (近三年, 2013年以来), or passes by in
/// a story of this year.
bool Clock::is_background(const Heard& heard) const {
  const scan::PeriodMention& mention = *heard.mention;
  if (is_of_title(heard)) return true;
  // 今年中秋、国庆首尾相连, under 国庆假期旅游市场综述: it only says of which year that was.
  const bool of_title = background_ && background_->article == heard.article &&
                        !is_wide(background_->period) && is_of_title(*background_);
  if (of_title && mention.relative_year == 0 && !mention.year_in_context &&
      !is_followed_by_figure(mention, reach_of_this_year))
    return false;
  if (mention.shape != scan::PeriodShape::over || mention.last_years || !is_wide(heard.period)) return false;
  if (!page_.published) return true;
  const int year = heard.period.end->year();
  if (year > page_.published->year()) return false;
  return year == page_.published->year() || spoken_of_year_ <= spoken_of_earlier_;
}

/// 青溪县2016年上半年预算执行情况: what the article says it is about.
bool Clock::is_of_title(const Heard& heard) const {
  const layout::Line* line = page_.layout.line_at(heard.span.start);
  return line && line->kind == layout::LineKind::title && heard.mention->shape == scan::PeriodShape::over &&
         (heard.mention->year || !heard.mention->holiday.empty()) && !is_one_day(heard.period) &&
         !lies_ahead(heard.period) && page_.published && *heard.period.end < *page_.published;
}

/// 2月20日，…集中签约仪式举行: something took place that day.
bool Clock::tells_of_event(Span day) const {
  const layout::Sentence* sentence = sentence_at(day.start);
  if (!sentence || sentence->span.end <= day.end) return false;
  const std::uint32_t end = std::min(sentence->span.end, day.end + longest_event);
  return page_.knowledge.holds(page_.folded.view({day.end, end}), knowledge::WordClass::event_noun);
}

bool Clock::is_followed_by_figure(const scan::PeriodMention& mention, std::uint32_t reach) const {
  const auto behind = page_.tokens.within({mention.span.end, mention.span.end + reach});
  return std::any_of(behind.begin(), behind.end(),
                     [](const name::Token& t) { return t.kind == name::TokenKind::quantity; });
}

/// A figure of its own; so not 今年以来 where 今年上半年 stands between it and the figure.
bool Clock::leads_to_figure(const scan::PeriodMention& mention) const {
  const layout::Sentence* sentence = sentence_at(mention.span.start);
  if (mention.shape != scan::PeriodShape::since) {
    const std::uint32_t rest =
        sentence ? sentence->span.end - std::min(sentence->span.end, mention.span.end) : 0;
    return is_followed_by_figure(mention, std::max(rest, reach_of_lead));
  }
  const auto behind = page_.tokens.within({mention.span.end, mention.span.end + reach_of_lead});
  const auto next = std::ranges::find_if(behind, [](const name::Token& t) {
    return t.kind == name::TokenKind::quantity || t.kind == name::TokenKind::period;
  });
  return next != behind.end() && next->kind == name::TokenKind::quantity;
}

/// 在上年高位增长的基础上: last year is only looked back on where no figure of its own follows; and
/// 在今年的改造 过程中 is a setting where no figure stands in its sentence.
bool Clock::is_aside(const scan::PeriodMention& mention) const {
  if (page_.folded.view(mention.span) == u"上年") return !is_followed_by_figure(mention, reach_of_last_year);
  // 延续了去年平稳增长的势头: likewise.
  const bool earlier = mention.relative_year.value_or(0) < 0 && !mention.year_in_context;
  if (earlier && mention.first_month == 0 && !opens(mention.span) &&
      !is_followed_by_figure(mention, reach_of_last_year))
    return true;
  if (describes(mention.span) || dates_a_plan(mention.span)) return true;
  // 近15年最大增幅, 近四个季度新高, 年内最高: the time that a record stands in.
  if (mention.last_years || page_.folded.view(mention.span) == u"年内") {
    const std::u16string_view record =
        page_.folded.view({mention.span.end, std::min(mention.span.end + 2,
                                                      static_cast<std::uint32_t>(page_.folded.text.size()))});
    if (record.starts_with(u'最') || record.starts_with(u"来最") || record == u"新高" || record == u"新低")
      return true;
  }
  if (mention.span.start == 0 || page_.folded.text[mention.span.start - 1] != u'在') return false;
  const layout::Sentence* sentence = sentence_at(mention.span.start);
  if (!sentence) return false;
  const std::u16string_view behind = page_.folded.view({mention.span.end, sentence->span.end});
  const auto end = std::find_if(behind.begin(), behind.end(), is_clause_end);
  if (end == behind.begin() || *std::prev(end) != u'中') return false;
  const auto tokens = page_.tokens.within({mention.span.end, sentence->span.end});
  return std::none_of(tokens.begin(), tokens.end(),
                      [](const name::Token& t) { return t.kind == name::TokenKind::quantity && !t.quoted; });
}

/// 2018年落户 of 这家2018年落户的企业，总投资8.6亿元: which one it is, and no time of its figures.
bool Clock::describes(Span mention) const {
  const std::u16string_view behind =
      page_.folded.view({mention.end, std::min(mention.end + longest_description,
                                               static_cast<std::uint32_t>(page_.folded.text.size()))});
  const std::size_t of = behind.find(u'的');
  if (of == std::u16string_view::npos || of == 0) return false;
  if (std::ranges::any_of(behind.substr(0, of), [](char16_t c) { return !is_han(c); })) return false;
  const auto noun = page_.knowledge.lexicon().longest(behind, of + 1, knowledge::WordClass::head_noun);
  // 2023年实施的项目共30个 counts those of the year.
  const std::size_t end = noun ? of + 1 + noun->length : behind.size();
  return end < behind.size() && is_comma(behind[end]);
}

/// 年初 of 年初人大任务7800万元, 年初5%的预期目标: when the plan was made; 全年 of 占全年活动计划的30%: what
/// it is for.
bool Clock::dates_a_plan(Span mention) const {
  const std::u16string_view text = page_.folded.text;
  if (page_.folded.view(mention) == u"全年" && mention.start > 0 &&
      is_one_of(text[mention.start - 1], u"占成")) {
    const std::u16string_view whole = text.substr(mention.end, reach_of_this_year);
    return page_.knowledge.holds(whole, knowledge::WordClass::plan_noun);
  }
  if (page_.folded.view(mention) != u"年初") return false;
  const auto behind = page_.tokens.within({mention.end, mention.end + reach_of_last_year});
  if (!behind.empty() && behind.front().span.start == mention.end &&
      behind.front().is(knowledge::WordClass::completion_word))
    return true;
  const std::u16string_view words = text.substr(mention.end, reach_of_last_year);
  const std::size_t of = words.find(u'的');
  return is_one_of(words.empty() ? u'\0' : words.front(), u"人预定确安制") ||
         (of != std::u16string_view::npos && words.substr(of).find(u"目标") != std::u16string_view::npos);
}

bool Clock::opens(Span mention) const {
  static constexpr CharacterSet take_a_time{u"在于到至自和与及截"};
  if (mention.start == 0) return true;
  const char16_t before = page_.folded.text[mention.start - 1];
  if (!is_han(before) || is_one_of(before, take_a_time)) return true;
  const name::Token* token = page_.tokens.ending_at(mention.start);
  return token && token->kind == name::TokenKind::subject;
}

const layout::Sentence* Clock::sentence_at(std::uint32_t at) const {
  const auto& sentences = page_.layout.sentences;
  const auto next =
      std::upper_bound(sentences.begin(), sentences.end(), at,
                       [](std::uint32_t place, const layout::Sentence& s) { return place < s.span.start; });
  return next == sentences.begin() ? nullptr : &*std::prev(next);
}

bool Clock::is_topic(Span mention) const {
  const layout::Sentence* sentence = sentence_at(mention.start);
  if (!sentence) return false;
  if (!page_.tokens.may_hold({sentence->span.start, mention.start}, name::TokenKind::quantity)) return true;
  const auto before = page_.tokens.within({sentence->span.start, mention.start});
  return std::none_of(before.begin(), before.end(),
                      [](const name::Token& t) { return t.kind == name::TokenKind::quantity; });
}

}  // namespace mujun::bind
