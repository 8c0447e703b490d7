// What the knowledge files say, as constant tables. compile.py writes their contents into the build folder
// (knowledge_tables.cpp); nothing generated is in the repository. C++ never parses TOML.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace mujun::knowledge {

/// The classes of words. compile.py reads this list from here, so a new class is one new line.
enum class WordClass : std::uint8_t {
  indicator,          // indicators.toml
  unit,               // units.toml
  region,             // regions.csv
  numeral_digit,      // numerals.toml: 一 二 两 〇 廿 …, value = its number
  numeral_magnitude,  // 十 百 千 万 亿, value = its power of ten
  numeral_idiom,  // words in which the sign of a numeral or unit counts nothing: 统一 百姓 元旦 项目 …
  period_year,       // periods.toml: 今年 去年 …, value = years from the publication year
  period_part,       // 上半年 一季度 年末 …, value as scan/period reads it
  period_bound,      // 截至 以来 …
  period_lookalike,  // 年初步 项目 …: hide the period word inside them (年初, 目前)
  qualifier_before,  // qualifiers.toml: 约 近 超 不低于 …, value = a Qualifier's name
  qualifier_after,   // 以上 左右 以内 …
  growth_verb,       // verbs.toml: 增长 下降 …, direction, value = "relative" | "absolute" | "either"
  level_verb,        // 实现 完成 达到 为 …: stand between an indicator and its value
  action_verb,  // 新增 引进 建成 …: part of the indicator's wording, value = "flow" | "stock" | "light"
  growth_basis,       // comparisons.toml: 同比 环比 年均 …, value = a Basis's name
  gap_word,           // 高于 低于 快于 …, direction
  share_word,         // 占 占比 比重 …
  contribution_word,  // 拉动 贡献率 影响 …
  completion_word,    // 计划 目标任务 …: what a completion is of
  rank_word,          // 居 位居 排名 …
  range_word,         // 从 由 到 至 …: value = "from" | "to"
  list_word,          // 分别 其中 …: value = "respectively" | "among" | "and" | "example"
  status_word,        // modality.toml: 计划 力争 有望 不得 …, value = a Status's name
  maker_noun,         // 塑业 半导体 …: what a firm's name may end with, and a branch of industry
  subject_word,       // nouns.toml: 全区 我市 该镇 …, resolved to the page's place, value = a level
  subject_suffix,     // …有限公司 …园区 …街道 …: ends an organisation's or place's name
  area,               // names.toml: 长三角 日本 …: places beside the regions, where they open a clause
  predicate,          // verbs that end a counted noun to their left: 企业 参与, 学生 享受
  measure_noun,  // 产量 面积 …: of a product, which the figure before may name: 播种面积…，产量…
  stock_noun,  // 余额 存栏 面积 …: known at a day, value = "stock"; 播种面积 …: over a period, value = "flow"
  noun_stop,  // words that are never (the start of) an indicator: 目前 同时 …
  blocker,    // words that only look like one of the above: 增长点 亩均论英雄 五大发展理念 …
  other_topic,  // topics.toml: polls, matches, weather: figures of these are no indicators
  furniture,    // furniture.toml: marks of navigation, licences, copyright, editors' lines
  dateline_mark,  // furniture.toml: 发布时间 来源 …: a line with one of them and a date tells when the page
                  // came out
  deictic,         //: 该 这家 …: what they stand before was named already
  stand_in,        // 公司 联盟 小镇 …: stand for a name given before, value = its kind
  grant_word,      // 给予 补助 不得 …: a sentence that grants or demands
  condition_word,  // 方可 责令 …: what hangs on a bound
  office,          // 董事长 负责人 …: behind a name, who speaks for it
  party_mark,      // 与 占 临 …: the name behind them is another's, value = "compared" | "party" |
                   // "case"; "agency" of 新华社 and its like, whose datelines name where they write from
  head_noun,       // 项目 企业 …: end the name of what is counted
  outcome_noun,    // 就业 增收 …: what happens to people: 带动300人就业
  people_noun,     // 农民 职工 …: a number before them counts people
  sum_noun,        // 奖励 资金 …: stand behind the sum that they are: 给予30万元奖励
  past_word,       // 已 累计 …: what a clause with one of them tells is no plan
  yearly_word,     // 年均 平均每年 …: of several years
  event_word,      // 此次 当天 …: of the day that was spoken of
  going_verb,      // 销往 来自 …: where a part goes to or comes from
  whole_lead,      // 只有 仅为 按 …: lead to the whole that a share is of
  likening_verb,   // 相当于 恢复到 …: what a multiple or a share is of follows
  // From here on those that are asked for now and then, by one who knows which: they share a bit of the
  // lexicon's sets, which tells them apart last.
  outlook_word,     // 下一步 工作思路 …: what follows is still to come
  rule_title,       // 办法 条例 …: in the title of a text that sets rules
  authority,        // 财政局 政府 …: behind a place's name, whose figures are the place's
  exchange_mark,    // 股票代码 .SH …: mark a firm's code
  plain_kind,       // 重大 产业 …: with 项目 behind them they name none
  short_name_mark,  // 简称 …: gives a name's short form
  anaphor,          // 总量 总数 …: alone they are of what was spoken of last
  collective,       // 三次产业 城乡居民 …: several under one name, value = their names
  class_noun,  // 产业 行业 …: what the names of a list are called together: 三大产业高新、战新
  time_noun,   // 时间 工期 …: their values are durations
  script_phrase,  // script.toml: 著力 乾果 …, a Traditional character that its word turns; value = what it
                  // becomes
  comparability,  // comparability.toml: 增加值 规上 …, why levels and growths differ; value = the reason
  revision,       // 生产总值 …, why two levels of one period differ; value = the reason
  own_figure,     // 总投资 注册资本 …, of which every project has its own
  giving_verb,    // 以 贡献 承载 …: with so much of the one, so much of the other
  paying_verb,    // 缴纳 返还 …: what is paid as a share follows
  site_figure,    // 总投资 占地 …: what a project has once and for all
  event_noun,     // 签约 开工 …: what takes place on a day
  share_noun,     // 比重 占比 …: end a wording that is a share itself
  mean_noun,      // 平均 水平 …: end the name of an average
  milestone_noun,   // 台阶 大关 …: behind a round figure that is passed
  firm_noun,        // 企业 龙头 …: before a firm's own name
  site_word,        // 位于 落户 …: lead to where a firm is
  place_lead,       // 根据 走进 …: lead to a place's name and are no part of it
  account_title,    // 总结 汇报 …: end the title of a text that tells what was done
  media_noun,       // 日报 商报 …: behind a place's name, who prints the page
  notice_title,     // 通知 公告 …: end the title of a text that makes something known
  topic_noun,       // 情况 要求 …: end headings that name no indicator
  account_word,     // 完成 回顾 …: what stands under such a heading was reached
  done_verb,        // 建成 达产 …: what is told of the time behind it is still to come
  speed_verb,       // 回落 加快 …: behind a growth it is the growth that moves, though told in percent
  national_office,  // 国家统计局 商务部 …: whose figures are the country's
  conversion_word,  // 折合 约合 …: the same amount follows in another unit
  money_noun,       // 投资 收入 …: a number with 万 or 亿 behind one is of yuan, where no unit says
  standing_lead,    // 在建 在册 …: begin the name of what is there on a day
  plan_noun,        // 计划 任务 …: what is planned
  tier_noun,        // 县本级 …: of what was told, the part of that tier
  settlement,       // 城市 农村 …: halves of a whole, each with its own figure
  unit_word,        // 户 人: without a noun they say themselves what is counted, value = its name
  loss_noun,        // 亏损: behind a profit, which is below zero
  granting_verb,    // 给予 予以: what is granted follows
  grading_word,     // 为 列为 …: behind 的, what those of a bound are graded as follows
  caption_mark,     // 图片 供图 …: in brackets at a line's end, of a picture's caption
  column_word,  // table_heads.toml: 同比 位次 …: in a column's head, what its figures are of the indicator
};

inline constexpr WordClass first_asked = WordClass::outlook_word;

struct IndicatorRow {
  const char* code;
  const char16_t* name;   // the standard name
  const char* kind;       // total | rate | count | share | index | rank
  const char* dimension;  // money, area, money/area, ratio, count …
  bool stock;             // known at a day, not over a period
  std::int8_t better;     // +1 more is better, -1 less is better, 0 neither
  const char* numerator;  // for a ratio of two indicators: their codes, else ""
  const char* denominator;
};

/// One unit is factor_num/factor_den of its dimension's base unit, exactly.
struct UnitRow {
  const char* id;
  const char16_t* symbol;  // as the table prints it: 元 亩 % 百分点 家
  const char*
      dimension;  // money money_usd area length mass volume energy time ratio point multiple rank count …
  std::int64_t factor_num;
  std::int64_t factor_den;
  const char16_t* base;  // the base unit's symbol: 元 平方米 … ; a classifier's base is itself
};

struct RegionRow {
  const char* code;      // GB/T 2260, six digits
  const char16_t* name;  // 路桥区
  std::uint8_t level;    // 1 province, 2 prefecture, 3 county
  const char* parent;    // code, "" for provinces
};

/// A public holiday of one year.
struct HolidayRow {
  std::string_view name;
  int year;
  int first_month;
  int first_day;
  int last_month;
  int last_day;
};

/// An entry of any other class.
struct WordRow {
  WordClass word_class;
  const char* id;
  std::int8_t direction;  // +1 up, -1 down, 0
  const char* value;      // what the class says it is
};

/// `entry` is the row number in the class's own table (words for all classes but the first three).
struct SurfaceRow {
  const char16_t* text;  // folded form (Simplified, half-width)
  WordClass word_class;
  std::uint16_t entry;
};

extern const std::span<const IndicatorRow> indicator_rows;
extern const std::span<const UnitRow> unit_rows;
extern const std::span<const RegionRow> region_rows;
extern const std::span<const HolidayRow> holiday_rows;  // sorted by name and year
extern const std::span<const WordRow> word_rows;
extern const std::span<const SurfaceRow> surface_rows;  // sorted by text
extern const std::span<const char* const> class_names;  // of WordClass, in its order

}  // namespace mujun::knowledge
