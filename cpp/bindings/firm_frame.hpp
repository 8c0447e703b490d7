// The columns of a frame of firms, as the core reckons with them.
#pragma once

#include <deque>
#include <map>
#include <string>
#include <vector>

#include "arrow/import.hpp"
#include "compute/score.hpp"

namespace mujun {

/// It keeps what `firms` points into. A column that is not there is an InputError.
class FirmFrame {
 public:
  explicit FirmFrame(const arrow::Frame& frame);

  scoring::FirmColumn column(const std::string& name);
  std::vector<scoring::FirmColumn> columns(const std::vector<std::string>& names);

  /// A firm is exempt where the column says true, a number other than 0, or any word.
  void exempt_by(const std::string& name);
  void group_by(const std::string& name);
  void name_by(const std::string& name);

  scoring::Firms firms;

 private:
  std::size_t place_of(const std::string& name) const;
  const arrow::Texts& texts(const std::string& name);

  const arrow::Frame& frame_;
  std::map<std::string, arrow::Numbers> numbers_;
  std::deque<arrow::Texts> texts_;
};

}  // namespace mujun
