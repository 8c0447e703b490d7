#include "arrow/export.hpp"

#include <cerrno>
#include <cstddef>
#include <new>
#include <string>
#include <utility>
#include <vector>

namespace mujun::arrow {
namespace {

/// A released struct has no release callback; a consumer that has moved a child out has cleared the child's.
template <class Node>
void release_children(Node* node) {
  for (std::int64_t i = 0; i < node->n_children; ++i) {
    Node* child = node->children[i];
    if (child->release != nullptr) child->release(child);
  }
}

/// What an exported schema owns. The children's structs live in their parent, and so stay valid for as long
/// as it does.
struct SchemaNode {
  std::string name;
  std::vector<ArrowSchema> storage;
  std::vector<ArrowSchema*> children;
};

void release_schema(ArrowSchema* schema) {
  release_children(schema);
  delete static_cast<SchemaNode*>(schema->private_data);
  schema->release = nullptr;
}

ArrowSchema make_schema(const char* format, std::string name, bool nullable,
                        const std::vector<ColumnView>& children) {
  auto* node = new SchemaNode{std::move(name), std::vector<ArrowSchema>(children.size()), {}};
  for (auto& child : node->storage) node->children.push_back(&child);
  for (std::size_t i = 0; i < children.size(); ++i) {
    const ColumnView& child = children[i];
    node->storage[i] = make_schema(child.format, child.name, child.nullable, child.children);
  }
  return {.format = format,
          .name = node->name.c_str(),
          .metadata = nullptr,
          .flags = nullable ? flag_nullable : 0,
          .n_children = static_cast<std::int64_t>(children.size()),
          .children = node->children.data(),
          .dictionary = nullptr,
          .release = release_schema,
          .private_data = node};
}

/// What an exported array owns; `list` keeps the memory behind the buffers, also of a child that outlives its
/// parent.
struct ArrayNode {
  std::shared_ptr<const ColumnList> list;
  std::vector<const void*> buffers;
  std::vector<ArrowArray> storage;
  std::vector<ArrowArray*> children;
};

void release_array(ArrowArray* array) {
  release_children(array);
  delete static_cast<ArrayNode*>(array->private_data);
  array->release = nullptr;
}

ArrowArray make_array(const std::shared_ptr<const ColumnList>& list, std::int64_t length,
                      std::int64_t null_count, std::vector<const void*> buffers,
                      const std::vector<ColumnView>& children) {
  auto* node = new ArrayNode{list, std::move(buffers), std::vector<ArrowArray>(children.size()), {}};
  for (auto& child : node->storage) node->children.push_back(&child);
  for (std::size_t i = 0; i < children.size(); ++i) {
    const ColumnView& child = children[i];
    node->storage[i] = make_array(list, child.length, child.null_count, child.buffers, child.children);
  }
  return {.length = length,
          .null_count = null_count,
          .offset = 0,
          .n_buffers = static_cast<std::int64_t>(node->buffers.size()),
          .n_children = static_cast<std::int64_t>(children.size()),
          .buffers = node->buffers.data(),
          .children = node->children.data(),
          .dictionary = nullptr,
          .release = release_array,
          .private_data = node};
}

void export_batch(const std::shared_ptr<const ColumnList>& list, ArrowArray* out) {
  *out = make_array(list, list->rows, 0, {nullptr}, list->columns);
}

struct StreamState {
  std::shared_ptr<const ColumnList> list;
  bool done = false;
};

StreamState* state_of(ArrowArrayStream* stream) {
  return static_cast<StreamState*>(stream->private_data);
}

int stream_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  try {
    export_schema(*state_of(stream)->list, out);
    return 0;
  } catch (const std::bad_alloc&) {
    return ENOMEM;
  }
}

int stream_next(ArrowArrayStream* stream, ArrowArray* out) {
  StreamState* state = state_of(stream);
  if (state->done) {
    *out = {};  // a released array marks the end
    return 0;
  }
  try {
    export_batch(state->list, out);
    state->done = true;
    return 0;
  } catch (const std::bad_alloc&) {
    return ENOMEM;
  }
}

const char* stream_error(ArrowArrayStream*) {
  return nullptr;
}

void release_stream(ArrowArrayStream* stream) {
  delete state_of(stream);
  stream->release = nullptr;
}

}  // namespace

void export_schema(const ColumnList& list, ArrowSchema* out) {
  *out = make_schema("+s", "", false, list.columns);
}

void export_stream(std::shared_ptr<const ColumnList> list, ArrowArrayStream* out) {
  *out = {.get_schema = stream_schema,
          .get_next = stream_next,
          .get_last_error = stream_error,
          .release = release_stream,
          .private_data = new StreamState{std::move(list)}};
}

}  // namespace mujun::arrow
