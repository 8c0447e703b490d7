#include "read/bind/bind.hpp"

#include "read/bind/drafts.hpp"
#include "read/bind/settle.hpp"

namespace mujun::bind {
namespace {

// The rules are one body of code and settling is another; each fits a processor's cache of instructions, the
// two together do not. So they take turns over this many figures.
constexpr std::size_t figures_a_turn = 64;

}  // namespace

std::vector<Fact> bind(const Page& page, Notices& notices) {
  const Surroundings around(page);
  const std::vector<ArticleKind> kinds = article_kinds(page);
  DraftReader reader(around, kinds, notices);
  Settler settler(around, kinds, notices);
  const auto settle = [&] {
    for (const Draft& draft : reader.drafts()) settler.settle(draft);
    reader.forget();
  };
  const std::vector<Cell> cells = find_cells(page, notices);
  auto cell = cells.begin();
  for (const layout::Sentence& sentence : page.layout.sentences) {
    for (; cell != cells.end() && cell->figure.clause.start < sentence.span.start; ++cell) reader.read(*cell);
    reader.read(sentence);
    if (reader.drafts().size() >= figures_a_turn) settle();
  }
  for (; cell != cells.end(); ++cell) reader.read(*cell);
  settle();
  return settler.finish();
}

}  // namespace mujun::bind
