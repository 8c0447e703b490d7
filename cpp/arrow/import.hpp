// Frames in through the Arrow C stream interface: from pandas, polars, pyarrow, duckdb or any other speaker.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "arrow/abi.hpp"

namespace mujun::arrow {

/// A stream that breaks Arrow's rules, or a column of a type that is not read; the message names the column.
class ImportError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// What a column holds, as far as a computation cares.
enum class Kind : std::uint8_t { number, boolean, text, other };

/// A column of numbers as one run of doubles. What stands where nothing is present has no meaning.
struct Numbers {
  std::span<const double> values;
  std::vector<std::uint8_t> present;  // 1 or 0, one a row
  /// Keeps the memory behind `values`: the producer's own where it is one chunk of float64, else a copy.
  std::shared_ptr<const void> owner;
};

/// A column of texts (numbers and truths are written out). Empty where nothing is present.
struct Texts {
  std::vector<std::string_view> values;
  std::vector<std::uint8_t> present;
  std::shared_ptr<const void> owner;
};

/// A frame whose memory stays the producer's, kept until the frame and all that was read from it are gone.
class Frame {
 public:
  /// Reads the stream to its end and checks every batch. The stream is taken over and released exactly once,
  /// also when this throws ImportError.
  static Frame read(ArrowArrayStream* stream);

  std::int64_t rows() const;
  std::size_t columns() const;
  std::string_view name(std::size_t column) const;
  Kind kind(std::size_t column) const;
  /// The type as Arrow's format string has it, for messages.
  std::string_view format(std::size_t column) const;
  /// The column of this name; the first, should several bear it.
  std::optional<std::size_t> find(std::string_view name) const;

  /// Integers, floats and decimals as doubles, truths as 0 and 1. NaN counts as missing.
  Numbers numbers(std::size_t column) const;
  /// Also of numbers: keys are often whole numbers.
  Texts texts(std::size_t column) const;

 private:
  struct Held;
  explicit Frame(std::shared_ptr<const Held> held) : held_(std::move(held)) {}
  std::shared_ptr<const Held> held_;
};

}  // namespace mujun::arrow
