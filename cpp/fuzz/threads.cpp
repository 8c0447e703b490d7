// What extract_many does in the core, under ThreadSanitizer: many threads read pages at once and share what
// is built on first use. `threads FILE…`; what the threads read must be the same.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "fuzz/invariants.hpp"
#include "read/decode/decode.hpp"

namespace {

using namespace mujun;

std::string bytes_of(const char* path) {
  std::ifstream file(path, std::ios::binary);
  fuzz::require(file.good(), "a file can be read");
  return {std::istreambuf_iterator<char>(file), {}};
}

Reading read(const std::string& bytes) {
  const auto decoded = decode::decode(bytes, "");
  PageContext context;
  context.published = Day::of(2019, 5, 10);
  return read_page(PageView(decoded->text), context, *knowledge::Knowledge::builtin());
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> pages;
  for (int i = 1; i < count; ++i) pages.push_back(bytes_of(arguments[i]));
  fuzz::require(!pages.empty(), "pages are given");

  // All start together, so that what is built on first use is first used by all.
  constexpr std::size_t threads = 8;
  std::latch start(threads);
  std::vector<std::vector<Reading>> readings(threads);
  {
    std::vector<std::jthread> workers;
    for (std::vector<Reading>& own : readings) {
      workers.emplace_back([&] {
        start.arrive_and_wait();
        for (const std::string& page : pages) own.push_back(read(page));
      });
    }
  }
  for (const std::vector<Reading>& other : readings) {
    for (std::size_t page = 0; page < pages.size(); ++page) {
      fuzz::check_same(readings.front()[page], other[page], 0);
    }
  }
  std::printf("%zu pages read by %zu threads alike\n", pages.size(), threads);
}
