// One table from every BMP character to its folded form, filled from ICU once.
#pragma once

#include <array>
#include <string>
#include <unordered_map>

namespace mujun::fold {

class ScriptTable {
 public:
  /// Built on first use (a few milliseconds), then shared by all threads.
  static const ScriptTable& instance();

  /// The folded form of a character that folds to one unit; `several` where expansion() holds more than one,
  /// and `dropped` where nothing is left of it.
  char16_t operator[](char16_t unit) const { return single_[unit]; }
  const std::u16string& expansion(char16_t unit) const { return expansions_.at(unit); }

  /// Its word decides, not the character: 着力 but 著名, 干净 but 乾隆. It stays here; the words of class
  /// script_phrase turn it.
  static bool depends_on_its_word(char16_t unit);

  // Noncharacters, so no text can hold them.
  static constexpr char16_t several = 0xFFFE;
  static constexpr char16_t dropped = 0xFFFF;

 private:
  ScriptTable();
  std::array<char16_t, 65536> single_;
  std::unordered_map<char16_t, std::u16string> expansions_;
};

}  // namespace mujun::fold
