// Text that was once read in a wrong encoding, put right where the bytes lead back and the result is Chinese.
#pragma once

#include <optional>

#include "knowledge/knowledge.hpp"
#include "model/text.hpp"
#include "read/fold/recode.hpp"

namespace mujun::fold {

/// Looks for damage at one place after the other, in time linear in the page.
class Mender {
 public:
  Mender(const PageView& page, const knowledge::Lexicon& lexicon) : page_(page), lexicon_(lexicon) {}

  /// Whether damage may begin with this character; the others need not be asked about.
  static bool may_begin(char16_t c);
  /// The damage that begins at `at`. Places are asked about in order.
  std::optional<Repair> repair(std::size_t at);
  /// The end of a run from `at` on that is hardly text and that repair() could do nothing for; `at` where it
  /// is text.
  std::size_t garbled_end(std::size_t at);

 private:
  const PageView& page_;
  const knowledge::Lexicon& lexicon_;
  // What a failed reading went over is not read again.
  std::size_t tried_as_shift_ = 0;
  std::size_t tried_as_bytes_ = 0;
  std::size_t garbled_end_ = 0;
};

}  // namespace mujun::fold
