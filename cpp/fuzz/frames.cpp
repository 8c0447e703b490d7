// An Arrow stream as a careless or hostile library may hand it over → a frame, or an error that names the
// column. What the C interface lets a consumer see is drawn at will: formats, names, lengths, counts, null
// pointers, offsets, indices. What it does not (how long a buffer is) is true: every buffer is as long as its
// array says, in memory of exactly that size.
#include <fuzzer/FuzzedDataProvider.h>

#include <cmath>
#include <cstring>
#include <deque>
#include <limits>
#include <memory>
#include <string>
#include <vector>

#include "arrow/import.hpp"
#include "fuzz/invariants.hpp"

namespace {

using namespace mujun;
using arrow::ArrowArray;
using arrow::ArrowArrayStream;
using arrow::ArrowSchema;

/// Keeps all that a stream points to, and counts what is released.
class Producer {
 public:
  explicit Producer(FuzzedDataProvider& drawn) : drawn_(drawn) {
    columns_ = drawn_.ConsumeIntegralInRange<std::size_t>(0, 4);
    for (std::size_t i = 0; i < columns_; ++i) formats_.push_back(format());
    stream.get_schema = [](ArrowArrayStream* self, ArrowSchema* out) { return of(self).schema(out); };
    stream.get_next = [](ArrowArrayStream* self, ArrowArray* out) { return of(self).next(out); };
    if (drawn_.ConsumeBool()) stream.get_last_error = [](ArrowArrayStream*) { return "no more memory"; };
    stream.release = [](ArrowArrayStream* self) {
      ++of(self).stream_releases_;
      self->release = nullptr;
    };
    stream.private_data = this;
  }

  void check_released() const {
    fuzz::require(stream_releases_ == 1, "the stream is released once");
    fuzz::require(releases_ == given_, "every part is released once");
  }

  ArrowArrayStream stream{};

 private:
  static Producer& of(ArrowArrayStream* self) { return *static_cast<Producer*>(self->private_data); }

  std::string format() {
    static const char* const formats[] = {"n",       "b",        "c", "C",   "s",  "S", "i",  "I",
                                          "l",       "L",        "f", "g",   "u",  "U", "vu", "d:19,4",
                                          "d:38,-3", "d:9,2,64", "z", "tdD", "+l", "+s"};
    if (drawn_.ConsumeIntegralInRange(0, 15) == 0) return drawn_.ConsumeRandomLengthString(12);
    return drawn_.PickValueInArray(formats);
  }

  /// Mostly what is right, now and then anything.
  std::int64_t about(std::int64_t right) {
    if (drawn_.ConsumeIntegralInRange(0, 15) != 0) return right;
    constexpr auto most = std::numeric_limits<std::int64_t>::max();
    const std::int64_t odd[] = {-1, 0, 1, 2, 3, 7, right + 1, right - 1, most, most - 1, -most - 1};
    return drawn_.PickValueInArray(odd);
  }
  bool seldom() { return drawn_.ConsumeIntegralInRange(0, 31) == 0; }

  void* memory(std::size_t size) {
    memory_.push_back(std::make_unique<std::uint8_t[]>(size));
    drawn_.ConsumeData(memory_.back().get(), size);
    return memory_.back().get();
  }

  const char* text(std::string value) {
    texts_.push_back(std::move(value));
    return texts_.back().c_str();
  }

  template <class Struct>
  void give(Struct* out) {
    ++given_;
    out->private_data = this;
    out->release = [](Struct* self) {
      ++static_cast<Producer*>(self->private_data)->releases_;
      self->release = nullptr;
    };
  }

  /// A part of a struct is its parent's to release, so it has no release of its own.
  ArrowSchema* type(const std::string& format) {
    ArrowSchema& one = schemas_.emplace_back();
    one.format = seldom() ? nullptr : text(format);
    one.name = seldom() ? nullptr : text(drawn_.ConsumeRandomLengthString(6));
    return &one;
  }

  int schema(ArrowSchema* out) {
    *out = {};
    if (seldom()) return 5;
    give(out);
    out->format = seldom() ? "g" : "+s";
    out->n_children = seldom() ? -1 : static_cast<std::int64_t>(columns_);
    if (seldom()) return 0;  // counts children that it does not have
    auto& children = schema_lists_.emplace_back();
    for (std::size_t i = 0; i < columns_; ++i) {
      children.push_back(seldom() ? nullptr : type(formats_[i]));
      const bool coded = drawn_.ConsumeIntegralInRange(0, 3) == 0;
      if (coded && children.back() != nullptr) children.back()->dictionary = type(format());
      value_formats_.push_back(!coded || children.back() == nullptr || !children.back()->dictionary->format
                                   ? ""
                                   : children.back()->dictionary->format);
    }
    out->children = children.data();
    return 0;
  }

  /// Bytes a value of a type with one buffer of values.
  static std::size_t width_of(const std::string& format) {
    if (format == "c" || format == "C") return 1;
    if (format == "s" || format == "S") return 2;
    if (format == "i" || format == "I" || format == "f" || format == "u") return 4;
    if (format.starts_with("d:") || format == "vu") return 16;
    return 8;
  }

  template <class Offset>
  std::size_t settle_offsets(void* values, std::size_t count) {
    std::size_t most = 0;
    for (std::size_t i = 0; i < count; ++i) {
      Offset* offset = static_cast<Offset*>(values) + i;
      *offset = static_cast<Offset>(*offset % 64);
      if (*offset > 0) most = std::max(most, static_cast<std::size_t>(*offset));
    }
    return most;
  }

  /// An array of `rows` rows, or nearly so.
  ArrowArray* array(const std::string& format, std::int64_t rows) {
    ArrowArray& one = arrays_.emplace_back();
    const std::int64_t offset = drawn_.ConsumeIntegralInRange(0, 9);
    one.offset = about(offset);
    one.length = about(rows);
    one.null_count = about(-1);
    // Buffers for what it says of itself; where that is beyond any memory there are none.
    constexpr std::int64_t limit = 4096;
    const bool any = one.length >= 0 && one.length < limit && one.offset >= 0 && one.offset < limit;
    const std::size_t count = any ? static_cast<std::size_t>(one.length + one.offset) : 0;
    auto& buffers = buffer_lists_.emplace_back();
    std::int64_t given = format == "n" ? 0 : 2;
    if (given > 0) {
      const bool bits_given = any && drawn_.ConsumeBool();
      buffers.push_back(bits_given ? memory((count + 7) / 8) : nullptr);
      const std::size_t values = format == "b" ? (count + 7) / 8 : (count + 1) * width_of(format);
      buffers.push_back(any && !seldom() ? memory(values) : nullptr);
    }
    if (format == "u" || format == "U") {
      std::size_t bytes = 0;
      if (buffers[1] != nullptr) {
        void* values = const_cast<void*>(buffers[1]);
        bytes = format == "u" ? settle_offsets<std::int32_t>(values, count + 1)
                              : settle_offsets<std::int64_t>(values, count + 1);
      }
      // Without bytes there may be no buffer either.
      buffers.push_back(bytes == 0 && drawn_.ConsumeBool() ? nullptr : memory(bytes));
      given = 3;
    }
    if (format == "vu") {
      const std::int64_t size = drawn_.ConsumeIntegralInRange(0, 40);
      void* sizes = memory(sizeof size);
      std::memcpy(sizes, &size, sizeof size);
      buffers.push_back(memory(static_cast<std::size_t>(size)));
      buffers.push_back(seldom() ? nullptr : sizes);
      given = 4;
    }
    // A count of buffers may be too small; a greater one no consumer can see through.
    one.n_buffers = seldom() ? drawn_.ConsumeIntegralInRange<std::int64_t>(-1, given) : given;
    one.buffers = seldom() ? nullptr : buffers.data();
    return &one;
  }

  int next(ArrowArray* out) {
    *out = {};
    if (seldom()) return 12;
    if (batches_++ == 3 || drawn_.ConsumeIntegralInRange(0, 2) == 0) return 0;  // the end
    give(out);
    const std::int64_t rows = drawn_.ConsumeIntegralInRange(0, 20);
    out->offset = seldom() ? 3 : 0;
    out->length = about(rows);
    out->null_count = seldom() ? 1 : 0;
    out->n_children = seldom() ? 0 : static_cast<std::int64_t>(columns_);
    if (seldom()) return 0;
    auto& children = array_lists_.emplace_back();
    for (std::size_t i = 0; i < columns_; ++i) {
      children.push_back(seldom() ? nullptr : array(formats_[i], out->offset + rows));
      if (i < value_formats_.size() && !value_formats_[i].empty() && children.back() != nullptr && !seldom())
        children.back()->dictionary = array(value_formats_[i], drawn_.ConsumeIntegralInRange(0, 9));
    }
    out->children = children.data();
    return 0;
  }

  FuzzedDataProvider& drawn_;
  std::size_t columns_ = 0;
  std::vector<std::string> formats_, value_formats_;
  std::vector<std::unique_ptr<std::uint8_t[]>> memory_;
  std::deque<std::string> texts_;
  std::deque<ArrowSchema> schemas_;
  std::deque<ArrowArray> arrays_;
  std::deque<std::vector<ArrowSchema*>> schema_lists_;
  std::deque<std::vector<ArrowArray*>> array_lists_;
  std::deque<std::vector<const void*>> buffer_lists_;
  int batches_ = 0, given_ = 0, releases_ = 0, stream_releases_ = 0;
};

void read_numbers(const arrow::Frame& frame, std::size_t column) {
  try {
    const arrow::Numbers numbers = frame.numbers(column);
    fuzz::require(numbers.values.size() == static_cast<std::size_t>(frame.rows()) &&
                      numbers.present.size() == numbers.values.size(),
                  "a column has a value a row");
    for (std::size_t row = 0; row < numbers.values.size(); ++row) {
      fuzz::require(!numbers.present[row] || !std::isnan(numbers.values[row]), "NaN counts as missing");
    }
  } catch (const arrow::ImportError& error) {
    fuzz::require(*error.what() != '\0', "an error says what is wrong");
  }
}

void read_texts(const arrow::Frame& frame, std::size_t column) {
  try {
    const arrow::Texts texts = frame.texts(column);
    fuzz::require(texts.values.size() == static_cast<std::size_t>(frame.rows()) &&
                      texts.present.size() == texts.values.size(),
                  "a column has a text a row");
    std::string all;
    for (const std::string_view text : texts.values) all += text;  // touches every byte
  } catch (const arrow::ImportError& error) {
    fuzz::require(*error.what() != '\0', "an error says what is wrong");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  FuzzedDataProvider drawn(data, size);
  Producer producer(drawn);
  try {
    const arrow::Frame frame = arrow::Frame::read(&producer.stream);
    for (std::size_t column = 0; column < frame.columns(); ++column) {
      fuzz::require(frame.find(frame.name(column)).value_or(column) <= column, "a column is found by name");
      read_numbers(frame, column);
      read_texts(frame, column);
    }
  } catch (const arrow::ImportError& error) {
    fuzz::require(*error.what() != '\0', "an error says what is wrong");
  }
  producer.check_released();
  return 0;
}
