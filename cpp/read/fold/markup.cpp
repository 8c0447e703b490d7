#include "read/fold/markup.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "model/characters.hpp"

namespace mujun::fold {
namespace {

struct Command {
  std::u32string_view name;
  char16_t meaning;
};

// Commands of LaTeX that stand around numbers and units. What others mean is not known: they stay.
constexpr std::array commands{
    Command{U"mathrm", 0},     Command{U"mathbf", 0}, Command{U"mathit", 0},  Command{U"mathsf", 0},
    Command{U"boldsymbol", 0}, Command{U"text", 0},   Command{U"textbf", 0},  Command{U"textit", 0},
    Command{U"textrm", 0},     Command{U"rm", 0},     Command{U"bf", 0},      Command{U"left", 0},
    Command{U"right", 0},      Command{U"quad", 0},   Command{U"qquad", 0},   Command{U"displaystyle", 0},
    Command{U"times", u'×'},   Command{U"sim", u'~'}, Command{U"cdot", u'·'}, Command{U"percent", u'%'},
};

bool is_one_of(char32_t c, std::u32string_view set) {
  return set.find(c) != std::u32string_view::npos;
}
bool is_ascii_letter(char32_t c) {
  return c < 0x80 && is_letter(static_cast<char16_t>(c));
}
bool is_ascii_digit(char32_t c) {
  return c < 0x80 && is_digit(static_cast<char16_t>(c));
}
bool is_url_character(char32_t c) {
  return c > 0x20 && c < 0x7F && !is_one_of(c, U"()[]<>\"");
}

}  // namespace

bool Markup::may_be_mark(char16_t c) {
  return c < 0x80 && is_one_of(c, U"![]*$\\{}^~_");
}

std::size_t Markup::link_end(std::size_t at, std::size_t& text_end) const {
  std::size_t i = at + 1;
  while (i < page_.size() && !is_one_of(page_[i], U"[]\n")) ++i;
  if (peek(i) != U']' || peek(i + 1) != U'(') return 0;
  text_end = i;
  i += 2;
  const std::size_t url = i;
  while (is_url_character(peek(i))) ++i;
  // Something of an address must be in it: [1](2) is none.
  bool is_address = i == url;
  for (std::size_t j = url; j < i; ++j) is_address = is_address || is_one_of(page_[j], U"/.#:");
  return is_address && peek(i) == U')' ? i + 1 : 0;
}

/// Of digits, signs and commands; letters and Chinese only in braces or as a command's name. US$12 and 5元
/// are none.
std::size_t Markup::formula_end(std::size_t at) const {
  if (at > 0 && is_ascii_letter(page_[at - 1])) return 0;
  bool has_figure = false, in_command = false;
  std::size_t depth = 0;
  for (std::size_t i = at + 1; i < page_.size(); ++i) {
    const char32_t c = page_[i];
    if (c == U'$') return has_figure && depth == 0 && !is_ascii_digit(peek(i + 1)) ? i : 0;
    if (c == U'{') ++depth;
    if (c == U'}' && depth-- == 0) return 0;
    in_command = c == U'\\' || (in_command && is_ascii_letter(c));
    has_figure = has_figure || is_ascii_digit(c) || in_command;
    if (depth == 0 && !in_command && !is_ascii_digit(c) && !is_one_of(c, U" .,%+-=/*~^_()<>:{}")) return 0;
    if (c == U'\n') return 0;
  }
  return 0;
}

Markup::Mark Markup::dollar_at(std::size_t at) {
  const bool is_doubled = peek(at + 1) == U'$';
  if (at != 0 && at == formula_end_) return {is_doubled ? std::size_t{2} : 1};
  const std::size_t end = formula_end(is_doubled ? at + 1 : at);
  if (end == 0) return {};
  formula_end_ = end;
  return {is_doubled ? std::size_t{2} : 1};
}

Markup::Mark Markup::command_at(std::size_t at) {
  const char32_t next = peek(at + 1);
  if (is_one_of(next, U",;:")) return {2};
  if (is_one_of(next, U"%$#&_{}*~.-+()[]!|")) {
    // The next character is text by itself; of brackets of a formula nothing is.
    return in_formula(at) && is_one_of(next, U"()[]!") ? Mark{2} : Mark{2, static_cast<char16_t>(next)};
  }
  std::size_t end = at + 1;
  while (is_ascii_letter(peek(end)) && end - at < 16) ++end;
  std::u32string name;
  for (std::size_t i = at + 1; i < end; ++i) name.push_back(page_[i]);
  const auto* const command = std::ranges::find(commands, name, &Command::name);
  if (command == commands.end()) return {};
  if (peek(end) == U'{' && !in_formula(at)) {
    ++end;
    ++open_braces_;
  } else if (peek(end) == U' ') {
    ++end;
  }
  return {end - at, command->meaning};
}

Markup::Mark Markup::mark_at(std::size_t at) {
  const char32_t c = page_[at];
  switch (c) {
    case U'[':
      if (const std::size_t end = link_end(at, link_text_end_)) {
        link_end_ = end;
        return {1};
      }
      return {};
    case U'!': {  // a picture shows no text
      std::size_t text_end = 0;
      return {peek(at + 1) == U'[' ? std::max(link_end(at + 1, text_end), at) - at : 0};
    }
    case U']':
      return at == link_text_end_ && link_end_ > at ? Mark{link_end_ - at} : Mark{};
    case U'*':
      return peek(at + 1) == U'*' ? Mark{2} : Mark{};
    case U'$':
      return dollar_at(at);
    case U'{':
      if (in_formula(at)) return {1};
      return peek(at + 1) == U',' && peek(at + 2) == U'}' ? Mark{3, u','} : Mark{};
    case U'}':
      if (in_formula(at)) return {1};
      if (open_braces_ == 0) return {};
      --open_braces_;
      return {1};
    case U'~':
    case U'_':
      return {in_formula(at) ? std::size_t{1} : 0};
    case U'^':  // 10^8 is not 108
      return {in_formula(at) && !is_ascii_digit(page_[at - 1]) ? std::size_t{1} : 0};
    case U'\\':
      return command_at(at);
    default:
      return {};
  }
}

}  // namespace mujun::fold
