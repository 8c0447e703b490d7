#include "read/pipeline.hpp"

#include "read/bind/bind.hpp"
#include "read/fold/fold.hpp"
#include "read/layout/layout.hpp"
#include "read/name/dateline.hpp"
#include "read/name/subject.hpp"
#include "read/name/tokens.hpp"
#include "read/scan/scan.hpp"

namespace mujun {

Reading read_page(const PageView& page, const PageContext& context, const knowledge::Knowledge& knowledge) {
  Reading reading;
  const Folded folded = fold::fold(page, knowledge, reading.notices);
  const layout::Layout layout = layout::lay_out(folded, knowledge);
  const scan::Scan scan = scan::scan(folded, knowledge, reading.notices);
  const name::Subjects subjects =
      name::find_subjects(folded, layout, scan, knowledge, to_utf16(context.subject));
  const name::Tokens tokens = name::find_tokens(folded, scan, subjects.mentions, knowledge);
  reading.published =
      context.published ? context.published : name::publication_day(folded.text, layout, scan);
  reading.facts =
      bind::bind({folded, layout, scan, subjects, tokens, knowledge, reading.published}, reading.notices);
  for (const layout::ArticleSpan& article : layout.articles) {
    reading.articles.push_back({folded.to_page(article.span), folded.to_page(article.title)});
  }
  return reading;
}

}  // namespace mujun
