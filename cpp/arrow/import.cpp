#include "arrow/import.hpp"

#include <cmath>
#include <utility>

#include "arrow/import_cells.hpp"
#include "arrow/import_types.hpp"
#include "model/text.hpp"

namespace mujun::arrow {
namespace {

/// A struct of the C interface that is released exactly once, wherever its owner goes.
template <class Exported>
class Owned {
 public:
  Owned() = default;
  explicit Owned(Exported* taken) : value_(*taken) { taken->release = nullptr; }
  Owned(Owned&& other) noexcept : value_(std::exchange(other.value_, Exported{})) {}
  Owned& operator=(Owned&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~Owned() {
    if (value_.release != nullptr) value_.release(&value_);
  }
  Exported* operator->() { return &value_; }
  const Exported* operator->() const { return &value_; }
  Exported* get() { return &value_; }
  const Exported& operator*() const { return value_; }

 private:
  Exported value_{};
};

std::string message_of(Owned<ArrowArrayStream>& stream, int code) {
  const char* said = stream->get_last_error == nullptr ? nullptr : stream->get_last_error(stream.get());
  return said == nullptr ? std::string("error ") + std::to_string(code) : std::string(said);
}

bool is_utf8(std::string_view text) {
  for (Utf8Reader reader(text); !reader.done();) {
    if (!reader.next()) return false;
  }
  return true;
}

}  // namespace

struct Frame::Held {
  struct Column {
    std::string name;
    Type type;
  };
  std::vector<Column> columns;
  std::vector<Owned<ArrowArray>> batches;
  std::int64_t rows = 0;

  void take_schema(const ArrowSchema& schema);
  void take_batch(Owned<ArrowArray> batch);
  /// Calls visit(row, cell) for every value of the column that is there.
  template <class Visit>
  void each(std::size_t column, Visit&& visit) const;
};

void Frame::Held::take_schema(const ArrowSchema& schema) {
  if (schema.format == nullptr || std::string_view(schema.format) != "+s") {
    throw ImportError("not a frame: the stream holds single values, not named columns");
  }
  for (std::int64_t i = 0; i < schema.n_children; ++i) {
    if (schema.children == nullptr || schema.children[i] == nullptr) {
      throw ImportError("the frame's schema lacks a column that it counts");
    }
    const ArrowSchema& child = *schema.children[i];
    const std::string_view name = child.name == nullptr ? "" : child.name;
    if (!is_utf8(name)) throw ImportError("column " + std::to_string(i + 1) + ": its name is no UTF-8");
    columns.push_back({std::string(name), type_of(child)});
  }
}

void Frame::Held::take_batch(Owned<ArrowArray> batch) {
  if (!has_sane_extent(*batch)) throw ImportError("a batch of a negative or endless length or offset");
  if (batch->n_children != static_cast<std::int64_t>(columns.size())) {
    throw ImportError("a batch has other columns than its schema");
  }
  // The specification knows no null rows of a frame: only values are null.
  if (batch->null_count > 0) throw ImportError("a batch has rows that are null as a whole");
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (batch->children == nullptr || batch->children[i] == nullptr) {
      throw ImportError("a batch lacks the column " + columns[i].name);
    }
    check_array(*batch->children[i], columns[i].type, batch->offset + batch->length, columns[i].name);
  }
  rows += batch->length;
  batches.push_back(std::move(batch));
}

template <class Visit>
void Frame::Held::each(std::size_t column, Visit&& visit) const {
  std::size_t row = 0;
  for (const Owned<ArrowArray>& batch : batches) {
    const ArrowArray& array = *batch->children[column];
    for (std::int64_t i = 0; i < batch->length; ++i, ++row) {
      const auto cell = cell_of(array, columns[column].type, batch->offset + i, columns[column].name);
      if (cell) visit(row, *cell);
    }
  }
}

Frame Frame::read(ArrowArrayStream* taken) {
  if (taken->release == nullptr) throw ImportError("the stream has been read already: give the frame anew");
  Owned<ArrowArrayStream> stream(taken);
  auto held = std::make_shared<Held>();
  {
    Owned<ArrowSchema> schema;
    if (const int code = stream->get_schema(stream.get(), schema.get()); code != 0) {
      throw ImportError("the frame gives no schema: " + message_of(stream, code));
    }
    held->take_schema(*schema);
  }
  while (true) {
    Owned<ArrowArray> batch;
    if (const int code = stream->get_next(stream.get(), batch.get()); code != 0) {
      throw ImportError("the frame gives no more rows: " + message_of(stream, code));
    }
    if (batch->release == nullptr) break;
    held->take_batch(std::move(batch));
  }
  return Frame(std::move(held));
}

std::int64_t Frame::rows() const {
  return held_->rows;
}

std::size_t Frame::columns() const {
  return held_->columns.size();
}

std::string_view Frame::name(std::size_t column) const {
  return held_->columns[column].name;
}

std::string_view Frame::format(std::size_t column) const {
  return held_->columns[column].type.format;
}

Kind Frame::kind(std::size_t column) const {
  const Type& type = held_->columns[column].type;
  const Physical physical = type.values.value_or(type.physical);
  if (physical == Physical::other || type.physical == Physical::other) return Kind::other;
  if (physical == Physical::boolean) return Kind::boolean;
  return is_text(physical) ? Kind::text : Kind::number;
}

std::optional<std::size_t> Frame::find(std::string_view name) const {
  for (std::size_t i = 0; i < columns(); ++i) {
    if (held_->columns[i].name == name) return i;
  }
  return std::nullopt;
}

Numbers Frame::numbers(std::size_t column) const {
  const Kind found = kind(column);
  if (found != Kind::number && found != Kind::boolean) {
    throw ImportError("column " + std::string(name(column)) + " holds " +
                      (found == Kind::text ? "text" : "values of Arrow type " + std::string(format(column))) +
                      " where numbers are needed");
  }
  Numbers numbers;
  const auto size = static_cast<std::size_t>(rows());
  numbers.present.assign(size, 0);
  const Type& type = held_->columns[column].type;
  if (held_->batches.size() == 1 && type.physical == Physical::float64 && size > 0) {
    const ArrowArray& batch = *held_->batches.front();
    const ArrowArray& array = *batch.children[column];
    numbers.values = {static_cast<const double*>(array.buffers[1]) + array.offset + batch.offset, size};
    numbers.owner = held_;
    mark_present(array, batch.offset, numbers.present);
    for (std::size_t row = 0; row < size; ++row) numbers.present[row] &= !std::isnan(numbers.values[row]);
    return numbers;
  }
  auto copy = std::make_shared<std::vector<double>>(size);
  held_->each(column, [&](std::size_t row, const Cell& cell) {
    (*copy)[row] = number_of(cell);
    numbers.present[row] = !std::isnan((*copy)[row]);
  });
  numbers.values = *copy;
  numbers.owner = std::move(copy);
  return numbers;
}

Texts Frame::texts(std::size_t column) const {
  const Kind found = kind(column);
  if (found == Kind::other) {
    throw ImportError("column " + std::string(name(column)) + " holds values of Arrow type " +
                      std::string(format(column)) + " where texts are needed");
  }
  Texts texts;
  const auto size = static_cast<std::size_t>(rows());
  texts.values.resize(size);
  texts.present.assign(size, 0);
  if (found == Kind::text) {
    texts.owner = held_;
    held_->each(column, [&](std::size_t row, const Cell& cell) {
      texts.values[row] = text_of(cell, name(column));
      texts.present[row] = 1;
    });
    return texts;
  }
  // The written numbers stand one behind another; views are made when the text no longer moves.
  auto all = std::make_shared<std::string>();
  std::vector<std::size_t> ends(size);
  held_->each(column, [&](std::size_t row, const Cell& cell) {
    *all += written(cell);
    ends[row] = all->size();
    texts.present[row] = 1;
  });
  std::size_t start = 0;
  for (std::size_t row = 0; row < size; ++row) {
    if (!texts.present[row]) continue;
    texts.values[row] = std::string_view(*all).substr(start, ends[row] - start);
    start = ends[row];
  }
  texts.owner = std::move(all);
  return texts;
}

}  // namespace mujun::arrow
