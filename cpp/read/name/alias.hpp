// Short names that a page itself introduces: 青禾轴承 for 浙江青禾轴承有限公司(简称青禾轴承), 路桥 where
// 路桥区 stands.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/knowledge.hpp"
#include "read/name/subject.hpp"

namespace mujun::name {

class Aliases {
 public:
  Aliases(std::u16string_view text, const knowledge::Knowledge& knowledge)
      : text_(text), knowledge_(knowledge) {}

  /// Takes up the short names that a full mention gives.
  void learn(const Subject& subject);

  /// Adds every mention of the short names that overlaps no mention yet and sorts. `name_end` tells where an
  /// organisation's name that goes on behind a position ends (泉山 in 泉山经济开发区), or gives the position
  /// back.
  void add_mentions(std::vector<Subject>& subjects,
                    const std::function<std::uint32_t(std::uint32_t)>& name_end) const;

 private:
  struct Alias {
    std::u16string text;
    std::uint32_t from;  // where it was introduced
    Subject whose;
  };
  void introduce_short(const Subject& organisation);
  void introduce_brand(std::u16string_view whole, const Subject& firm);
  bool is_called(std::u16string_view brand, std::u16string_view whole) const;
  void introduce(std::u16string alias, std::uint32_t from, const Subject& whose);

  std::u16string_view text_;
  const knowledge::Knowledge& knowledge_;
  std::vector<Alias> aliases_;
  std::vector<std::u16string> tried_;  // as a brand
};

}  // namespace mujun::name
