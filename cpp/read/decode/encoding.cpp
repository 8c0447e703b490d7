#include "read/decode/encoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <stdexcept>

namespace mujun::decode {
namespace {

constexpr char32_t replacement = 0xFFFD;
constexpr std::string_view utf8_name = "utf-8";

// ICU's own "Big5" takes the bytes 80 and FF for characters; IBM's form of it has the same pairs and takes
// them for what they are, no text. GBK is read as GB18030, which holds all of it: pages that say gb2312 or
// gbk use characters of either.
constexpr std::array encodings{
    Encoding{utf8_name, "", "UTF-8", "\xEF\xBB\xBF"},
    Encoding{"utf-16le", "utf16 ucs2 unicode", "UTF-16LE", "\xFF\xFE"},
    Encoding{"utf-16be", "", "UTF-16BE", "\xFE\xFF"},
    Encoding{"gbk", "gb2312 gb231280 euccn cp936 ms936 windows936 xgbk csgb2312 chinese", "gb18030", ""},
    Encoding{"gb18030", "gb180302000 gb180302005", "gb18030", "\x84\x31\x95\x33"},
    Encoding{"big5", "xxbig5 csbig5 cp950 windows950 big5tw", "ibm-1373_P100-2002", ""},
    Encoding{"big5-hkscs", "hkscs big5hk", "Big5-HKSCS", ""},
};

/// Names are compared by their letters and digits.
std::string plain(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c))) {
      out.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
    }
  }
  return out;
}

bool bears(const Encoding& encoding, const std::string& plain_name) {
  if (plain(encoding.name) == plain_name) return true;
  const std::string aliases = ' ' + std::string(encoding.aliases) + ' ';
  return aliases.find(' ' + plain_name + ' ') != std::string::npos;
}

void append_broken(std::size_t byte, std::u32string& text, Notices& notices) {
  const auto at = static_cast<std::uint32_t>(text.size());
  notices.push_back({NoticeCode::undecodable_bytes, {at, at + 1}, byte});
  text.push_back(replacement);
}

void append_utf8_text(std::string_view bytes, std::size_t first_byte, std::u32string& text,
                      Notices& notices) {
  for (Utf8Reader reader(bytes); !reader.done();) {
    const std::size_t byte = first_byte + reader.at();
    if (const std::optional<char32_t> c = reader.next()) {
      text.push_back(*c);
    } else {
      append_broken(byte, text, notices);
    }
  }
}

class Converter {
 public:
  explicit Converter(const char* name) : converter_(ucnv_open(name, &status_), &ucnv_close) {
    // Stops at what is no text, so that its byte offset is known.
    ucnv_setToUCallBack(converter_.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status_);
    if (U_FAILURE(status_)) throw std::runtime_error("ICU has no converter " + std::string(name));
  }

  void append(std::string_view bytes, std::size_t first_byte, std::u32string& text, Notices& notices) {
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    std::array<char16_t, 4096> units;
    do {
      char16_t* target = units.data();
      status_ = U_ZERO_ERROR;
      ucnv_toUnicode(converter_.get(), &target, units.data() + units.size(), &source, end, nullptr, true,
                     &status_);
      append_units({units.data(), target}, text);
      if (U_SUCCESS(status_) || status_ == U_BUFFER_OVERFLOW_ERROR) continue;
      std::array<char, 16> broken;
      auto length = static_cast<std::int8_t>(broken.size());
      UErrorCode status = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter_.get(), broken.data(), &length, &status);
      const auto after = static_cast<std::size_t>(source - bytes.data());
      append_broken(first_byte + after - static_cast<std::size_t>(length), text, notices);
    } while (status_ == U_BUFFER_OVERFLOW_ERROR || source < end);
  }

 private:
  /// A pair of surrogates may come in two chunks.
  static void append_units(std::u16string_view units, std::u32string& text) {
    for (const char16_t unit : units) {
      if (U16_IS_TRAIL(unit) && !text.empty() && U16_IS_LEAD(text.back())) {
        text.back() = static_cast<char32_t>(U16_GET_SUPPLEMENTARY(text.back(), unit));
      } else {
        text.push_back(unit);
      }
    }
  }

  UErrorCode status_ = U_ZERO_ERROR;
  std::unique_ptr<UConverter, decltype(&ucnv_close)> converter_;
};

}  // namespace

std::span<const Encoding> all_encodings() {
  return encodings;
}

const Encoding* find_encoding(std::string_view name) {
  const std::string wanted = plain(name);
  const auto at = std::ranges::find_if(encodings, [&](const Encoding& e) { return bears(e, wanted); });
  return wanted.empty() || at == encodings.end() ? nullptr : at;
}

const Encoding* marked_encoding(std::string_view bytes) {
  const auto at = std::ranges::find_if(
      encodings, [&](const Encoding& e) { return !e.mark.empty() && bytes.starts_with(e.mark); });
  return at == encodings.end() ? nullptr : at;
}

void append_text(const Encoding& encoding, std::string_view bytes, std::size_t first_byte,
                 std::u32string& text, Notices& notices) {
  if (encoding.name == utf8_name) {
    append_utf8_text(bytes, first_byte, text, notices);
  } else {
    Converter(encoding.converter).append(bytes, first_byte, text, notices);
  }
}

}  // namespace mujun::decode
