// The years that an undated report looks back on.
#pragma once

#include <optional>
#include <vector>

#include "read/bind/figures.hpp"
#include "read/bind/sentence.hpp"

namespace mujun::bind {

/// Of an article whose figures carry no dates: what it reports on.
///
/// A government reports each winter, to the people's congress in January to March, on the year before; and on
/// the five years before where a five-year plan has just ended (2021: the 13th, 2016 to 2020) or its own term
/// ends (2023: 2018 to 2022). Sources: the plans of periods.toml; Constitution, arts. 60 and 98: congresses
/// are elected for five years, the national and provincial ones in 1983, 1988 … 2023.
struct Review {
  Span span;           // of the folded copy: up to where the article turns to a later time
  Period years;        // whole years, the last of them the one before publication
  bool named = false;  // the article says 五年来, 过去五年
};

/// One for each article; nothing where its figures have dates of their own, or where it was published at
/// another season.
std::vector<std::optional<Review>> find_reviews(const Page& page, const std::vector<ArticleKind>& kinds);

/// By what day each article speaks of 今年 and 明年: the page's, but a summary of 2021 that speaks of 明年
/// was written in 2021, though it came out in January.
std::vector<std::optional<Day>> days_written(const Page& page);

/// What a figure of a review is known for: what moved or was summed up over all the years, what was reached
/// in the last. `stock` asks for its last day; empty for an average that has no years.
Period reviewed(const Review& review, const Surroundings& around, const Draft& draft, bool stock);

/// 达到, 突破, 由…扩大到…: where it stood in the end.
bool was_reached(const Surroundings& around, const Draft& draft);

/// 年均增长, 平均每年新增.
bool is_average(const Surroundings& around, const Draft& draft);

}  // namespace mujun::bind
