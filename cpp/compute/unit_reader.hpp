// Reads a unit as people write it.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "compute/unit.hpp"
#include "knowledge/knowledge.hpp"

namespace mujun::compute {

/// quotient = product { ("/" | "每") product }; product = factor { "·" factor };
/// factor = "(" quotient ")" | { 十 百 千 万 亿 } unit.
class UnitReader {
 public:
  explicit UnitReader(std::string_view text);
  /// Throws InputError naming the part that is no unit.
  Unit read();

 private:
  Unit quotient();
  Unit product();
  Unit factor();
  Unit named(std::u16string_view name) const;
  std::optional<Unit> known(std::u16string_view name) const;
  /// 人年, 人天: a classifier that is called by a thing and a time counts their product.
  std::optional<Unit> thing_by_time(const knowledge::Unit& unit) const;
  [[noreturn]] void refuse(std::u16string_view part) const;

  bool done() const { return at_ >= text_.size(); }
  bool takes(std::u16string_view any_of);
  /// From here to the next of these signs, or the end.
  std::u16string_view up_to(std::u16string_view any_of) const;

  std::string written_;
  std::shared_ptr<const knowledge::Knowledge> knowledge_;
  std::u16string text_;  // folded, without spaces
  std::size_t at_ = 0;
};

}  // namespace mujun::compute
