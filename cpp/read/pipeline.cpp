#include "read/pipeline.hpp"

namespace mujun {

Reading read_page(const PageView& page, const PageContext& context, const knowledge::Knowledge&) {
  Reading reading;
  reading.articles.push_back({{0, static_cast<std::uint32_t>(page.size())}, {0, 0}});
  reading.published = context.published;
  return reading;
}

}  // namespace mujun
