// Tables out through the Arrow C data interface, without a copy.
#pragma once

#include <memory>

#include "arrow/abi.hpp"
#include "arrow/column_list.hpp"

namespace mujun::arrow {

/// Fills `out` with the table's schema: a struct with one child a column. The caller releases it.
void export_schema(const ColumnList& list, ArrowSchema* out);

/// Fills `out` with a stream of one batch (some consumers read no more than the first). The stream and the
/// batch each keep the table alive until they are released.
void export_stream(std::shared_ptr<const ColumnList> list, ArrowArrayStream* out);

}  // namespace mujun::arrow
