// Times the stages of reading one after the other over the documents of a file.
//
//   stages DOCUMENTS REPEATS
//
// DOCUMENTS is UTF-8, a document from one form feed to the next. Prints a line a stage: its name, characters
// a second, and allocations for a thousand characters; `first` is the first call of all in milliseconds.
// `all` is a page after the other through all of them, to a table of its own, as `extract` does it.
// `copy`, `icu nfkc` and `icu breaks` are no stages but what they are held against: the characters copied in
// memory, which nothing can pass, and what ICU alone takes to fold widths and to find sentences.
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "bench/allocations.hpp"
#include "model/fact_table.hpp"
#include "read/bind/bind.hpp"
#include "read/decode/decode.hpp"
#include "read/fold/fold.hpp"
#include "read/pipeline.hpp"

namespace mujun::bench {
namespace {

/// The processor's time: a busy machine leaves it nearly as it is.
double seconds() {
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

struct Cost {
  std::string_view stage;
  double seconds = 0;
  std::uint64_t allocated = 0;
};

/// What the stages hand on to each other for one document.
struct Work {
  std::string bytes;
  std::u32string page;
  icu::UnicodeString text;
  Folded folded;
  layout::Layout layout;
  scan::Scan scan;
  name::Subjects subjects;
  name::Tokens tokens;
  std::vector<Fact> facts;
};

const PageContext context{Day::of(2024, 1, 20), {}};

/// Each stage by itself, in the order of read_page().
std::vector<Cost> run(std::vector<Work>& documents, const knowledge::Knowledge& knowledge) {
  std::vector<Cost> costs;
  const auto stage = [&](std::string_view name, const auto& step) {
    const std::uint64_t before = allocations();
    const double start = seconds();
    for (Work& work : documents) step(work);
    costs.push_back({name, seconds() - start, allocations() - before});
  };
  Notices notices;
  FactTable table;
  std::size_t copied = 0;
  stage("copy", [&](const Work& work) {
    const std::u32string copy = work.page;
    copied += copy.size();
  });
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createSentenceInstance(icu::Locale::getChina(), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC or sentence data");
  stage("icu nfkc", [&](const Work& work) {
    copied += static_cast<std::size_t>(nfkc->normalize(work.text, status).length());
  });
  stage("icu breaks", [&](const Work& work) {
    breaks->setText(work.text);
    while (breaks->next() != icu::BreakIterator::DONE) ++copied;
  });
  stage("decode", [&](const Work& work) { copied += decode::decode(work.bytes, "utf-8")->text.size(); });
  stage("fold", [&](Work& work) { work.folded = fold::fold(PageView(work.page), knowledge, notices); });
  stage("layout", [&](Work& work) { work.layout = layout::lay_out(work.folded, knowledge); });
  stage("scan", [&](Work& work) { work.scan = scan::scan(work.folded, knowledge, notices); });
  stage("name", [&](Work& work) {
    work.subjects = name::find_subjects(work.folded, work.layout, work.scan, knowledge, {});
    work.tokens = name::find_tokens(work.folded, work.scan, work.subjects.mentions, knowledge);
  });
  stage("bind", [&](Work& work) {
    work.facts = bind::bind(
        {work.folded, work.layout, work.scan, work.subjects, work.tokens, knowledge, context.published},
        notices);
  });
  stage("columns", [&](const Work& work) { table.append("page", PageView(work.page), work.facts); });
  stage("all", [&](const Work& work) {
    FactTable own;
    own.append("page", PageView(work.page), read_page(PageView(work.page), context, knowledge).facts);
  });
  if (copied == 0) std::fputs("no text\n", stderr);
  return costs;
}

std::vector<Work> read_documents(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string all{std::istreambuf_iterator<char>(file), {}};
  std::vector<Work> documents;
  for (std::size_t start = 0; start < all.size();) {
    const std::size_t end = std::min(all.find('\f', start), all.size());
    Work work;
    work.bytes = all.substr(start, end - start);
    work.page = decode::decode(work.bytes, "utf-8")->text;
    work.text = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(work.page.data()),
                                              static_cast<std::int32_t>(work.page.size()));
    documents.push_back(std::move(work));
    start = end + 1;
  }
  return documents;
}

int measure(const char* path, int repeats) {
  std::vector<Work> documents = read_documents(path);
  if (documents.empty()) {
    std::fprintf(stderr, "stages: %s holds no document\n", path);
    return 1;
  }
  std::size_t characters = 0;
  for (const Work& work : documents) characters += work.page.size();

  const double start = seconds();
  const auto knowledge = knowledge::Knowledge::builtin();
  read_page(PageView(U"2023年，我区生产总值增长5.2%。"), context, *knowledge);
  const double first = seconds() - start;

  std::vector<Cost> best = run(documents, *knowledge);
  for (int i = 1; i < repeats; ++i) {
    const std::vector<Cost> costs = run(documents, *knowledge);
    for (std::size_t at = 0; at < best.size(); ++at)
      if (costs[at].seconds < best[at].seconds) best[at] = costs[at];
  }
  std::printf("first\t%.3f\n", first * 1e3);
  for (const Cost& cost : best) {
    std::printf("%s\t%.0f\t%.2f\n", std::string(cost.stage).c_str(),
                static_cast<double>(characters) / cost.seconds,
                1e3 * static_cast<double>(cost.allocated) / static_cast<double>(characters));
  }
  return 0;
}

}  // namespace
}  // namespace mujun::bench

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: stages DOCUMENTS REPEATS\n", stderr);
    return 2;
  }
  return mujun::bench::measure(arguments[1], std::max(1, std::atoi(arguments[2])));
}
