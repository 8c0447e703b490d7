#include "fuzz/invariants.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <numeric>

#include "compute/audit.hpp"
#include "compute/derive.hpp"
#include "fuzz/input.hpp"
#include "model/characters.hpp"
#include "read/scan/scan.hpp"

namespace mujun::fuzz {
namespace {

bool is_utf8(std::string_view text) {
  for (Utf8Reader reader(text); !reader.done();) {
    if (!reader.next()) return false;
  }
  return true;
}

bool is_finite(std::optional<double> value) {
  return !value || std::isfinite(*value);
}

bool lies_in(Span span, std::size_t size) {
  return span.start <= span.end && span.end <= size;
}

void check_fact(const PageView& page, const Fact& fact, const Reading& reading, std::size_t row) {
  require(lies_in(fact.span, page.size()) && !fact.span.empty(), "a fact's span lies on the page");
  require(lies_in(fact.evidence, page.size()) && fact.evidence.contains(fact.span),
          "a fact's evidence lies on the page and holds the fact");
  require(fact.article >= 0 && static_cast<std::size_t>(fact.article) < reading.articles.size(),
          "a fact's article is one of the page's");
  require(std::isfinite(fact.value) && is_finite(fact.value_high) && std::isfinite(fact.base_value),
          "a fact's values are finite");
  require(std::isfinite(fact.precision) && fact.precision >= 0, "a fact's precision is a number");
  require(fact.confidence >= 0 && fact.confidence <= 1, "a fact's confidence is from 0 to 1");
  require(!fact.parent || (*fact.parent >= 0 && static_cast<std::size_t>(*fact.parent) < row),
          "a part's total is an earlier fact");
  require(!fact.indicator.empty() || fact.confidence < 0.5F, "a fact without an indicator is doubted");
  require(!fact.rule.empty(), "a fact has a rule");
  for (const std::string& text : {fact.indicator, fact.indicator_code, fact.subject, fact.region_code,
                                  fact.reference, fact.unit, fact.base_unit}) {
    require(is_utf8(text), "a fact's texts are UTF-8");
  }
  check_period(fact.period);
}

/// What a fact says, without its places.
auto said_by(const Fact& fact) {
  return std::tie(fact.article, fact.indicator, fact.indicator_code, fact.subject, fact.region_code,
                  fact.measure, fact.basis, fact.reference, fact.value, fact.value_high, fact.unit,
                  fact.base_value, fact.base_unit, fact.precision, fact.qualifier, fact.status, fact.period,
                  fact.group, fact.parent, fact.confidence, fact.rule, fact.entries);
}

Span moved(Span span, std::uint32_t by) {
  return {span.start + by, span.end + by};
}

void check_bounds(const Column<double>& low, const Column<double>& high, std::string_view what) {
  for (std::size_t row = 0; row < low.values.size(); ++row) {
    if (low.valid[row]) require(!std::isnan(low.values[row]), what);
    if (high.valid[row]) require(!std::isnan(high.values[row]), what);
    if (low.valid[row] && high.valid[row]) require(low.values[row] <= high.values[row], what);
  }
}

void check_finite(const Column<double>& column, std::string_view what) {
  for (std::size_t row = 0; row < column.values.size(); ++row) {
    require(!column.valid[row] || std::isfinite(column.values[row]), what);
  }
}

void check_rows(const ListColumn& lists, std::size_t rows) {
  for (const std::int64_t row : lists.values) {
    require(row >= 0 && static_cast<std::size_t>(row) < rows, "a figure comes from rows of the table");
  }
}

/// What is computed of the facts alone.
void check_computed(const FactTable& facts) {
  const knowledge::Knowledge& knowledge = *knowledge::Knowledge::builtin();
  const compute::Documents documents(facts.size(), 0);
  const compute::DerivedTable derived = compute::derive(facts, documents, knowledge);
  check_finite(derived.value, "a derived value is finite");
  check_bounds(derived.low, derived.high, "a derived figure's bounds are in order");
  check_rows(derived.from_facts, facts.size());
  const compute::AuditTable audit = compute::audit(facts, documents, {}, knowledge);
  check_finite(audit.found, "an audited value is finite");
  check_bounds(audit.expected_low, audit.expected_high, "an audit's bounds are in order");
  check_rows(audit.facts, facts.size());
  const compute::ProgressTable progress = compute::progress(facts, documents, {}, knowledge);
  check_finite(progress.completion, "a completion is finite");
  check_finite(progress.elapsed, "a time gone by is finite");
  check_rows(progress.facts, facts.size());
}

Span moved_on(Span span, std::size_t by) {
  return moved(span, static_cast<std::uint32_t>(by));
}

void check_part(const scan::Scan& part, const scan::Scan& whole, std::size_t by,
                std::array<std::size_t, 3>& next) {
  for (const Quantity& own : part.quantities) {
    require(next[0] < whole.quantities.size(), "a sentence by itself has no quantity of its own");
    const Quantity& same = whole.quantities[next[0]++];
    require(moved_on(own.span, by) == same.span && moved_on(own.outer, by) == same.outer &&
                own.low == same.low && own.high == same.high && own.last_digit == same.last_digit &&
                own.unit == same.unit && own.qualifier == same.qualifier && own.shape == same.shape,
            "a quantity is the same in its sentence by itself");
  }
  for (const scan::PeriodMention& own : part.periods) {
    require(next[1] < whole.periods.size(), "a sentence by itself has no period of its own");
    const scan::PeriodMention& same = whole.periods[next[1]++];
    require(moved_on(own.span, by) == same.span && own.shape == same.shape && own.year == same.year &&
                own.relative_year == same.relative_year && own.first_month == same.first_month &&
                own.last_month == same.last_month && own.first_day == same.first_day &&
                own.last_day == same.last_day,
            "a period is the same in its sentence by itself");
  }
  for (const scan::WordMention& own : part.words) {
    require(next[2] < whole.words.size(), "a sentence by itself has no word of its own");
    const scan::WordMention& same = whole.words[next[2]++];
    require(moved_on(own.span, by) == same.span && own.entry == same.entry,
            "a word is the same in its sentence by itself");
  }
}

/// 当月, 月底 and 月末 are of the month last spoken of, which may stand in a sentence before.
bool speaks_of_a_month_before(std::u16string_view text) {
  return std::ranges::any_of(std::array{u"当月", u"月底", u"月末"},
                             [&](std::u16string_view word) { return text.find(word) != text.npos; });
}

/// 3、4月 opens a numbered item at the start of a page, and is two months behind a sentence.
bool begins_list(std::u16string_view sentence) {
  static constexpr CharacterSet numerals{u"0123456789〇零一二两三四五六七八九十"};
  std::size_t at = 0;
  while (at < sentence.size() && is_one_of(sentence[at], numerals)) ++at;
  return at > 0 && at < sentence.size() && is_one_of(sentence[at], u"、和及");
}

}  // namespace

void require(bool holds, std::string_view what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

void check_period(const Period& period) {
  for (const auto& day : {period.start, period.end}) {
    if (day) require(day->year() >= 1 && day->year() <= 9999, "a day is one of the calendar's");
  }
  if (!period.start) return;
  require(period.end.has_value(), "a period that starts ends");
  require(*period.start <= *period.end, "a period's days are in order");
}

void check_reading(const PageView& page, const Reading& reading) {
  require(!reading.articles.empty(), "a page has an article");
  for (const Article& article : reading.articles) {
    require(lies_in(article.span, page.size()) && lies_in(article.title, page.size()),
            "an article lies on the page");
  }
  for (const Notice& notice : reading.notices) {
    require(lies_in(notice.span, page.size()), "a notice's place lies on the page");
  }
  for (std::size_t row = 0; row < reading.facts.size(); ++row) {
    check_fact(page, reading.facts[row], reading, row);
  }
}

void check_same(const Reading& reading, const Reading& other, std::uint32_t by) {
  require(reading.facts.size() == other.facts.size(), "another reading has as many facts");
  for (std::size_t row = 0; row < reading.facts.size(); ++row) {
    const Fact &fact = reading.facts[row], &same = other.facts[row];
    require(moved(fact.span, by) == same.span && moved(fact.evidence, by) == same.evidence,
            "another reading finds the facts in the same places");
    require(said_by(fact) == said_by(same), "another reading's facts say the same");
  }
  require(reading.published == other.published, "another reading finds the same day of publication");
  require(reading.notices.size() == other.notices.size(), "another reading has as many notices");
}

void check_page(std::u32string_view text, const PageContext& context) {
  const auto knowledge = knowledge::Knowledge::builtin();
  const StoredText stored(text);
  const Reading reading = read_page(stored.view(), context, *knowledge);
  check_reading(stored.view(), reading);
  check_same(reading, read_page(PageView(text), context, *knowledge), 0);

  constexpr std::uint32_t lines = 2;
  const StoredText further(std::u32string(lines, U'\n').append(text));
  check_same(reading, read_page(further.view(), context, *knowledge), lines);

  FactTable table;
  table.append("page", stored.view(), reading.facts);
  for (std::size_t row = 0; row < table.size(); ++row) {
    require(table.text[row] == stored.view().utf8(reading.facts[row].span) && is_utf8(table.text[row]),
            "a row's text is what the page says");
  }
  if (table.size() > 0) check_computed(table);  // which costs more than reading a few words
}

void check_cut_and_joined(const Folded& folded) {
  if (speaks_of_a_month_before(folded.text)) return;
  const auto knowledge = knowledge::Knowledge::builtin();
  Notices notices;
  const scan::Scan whole = scan::scan(folded, *knowledge, notices);
  std::array<std::size_t, 3> next{};
  for (std::size_t start = 0; start < folded.text.size();) {
    const std::size_t end = std::min(folded.text.find(u'。', start), folded.text.size() - 1) + 1;
    if (start > 0 && begins_list(std::u16string_view(folded.text).substr(start))) return;
    const auto places = folded.origin.begin();
    const Folded sentence{
        folded.text.substr(start, end - start),
        {places + static_cast<std::ptrdiff_t>(start), places + static_cast<std::ptrdiff_t>(end) + 1}};
    check_part(scan::scan(sentence, *knowledge, notices), whole, start, next);
    start = end;
  }
  require(next == std::array{whole.quantities.size(), whole.periods.size(), whole.words.size()},
          "the sentences by themselves have all that the whole has");
}

}  // namespace mujun::fuzz
