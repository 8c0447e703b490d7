// What is wrong with a caller's input.
#pragma once

#include <stdexcept>

namespace mujun::compute {

/// The message names the row, column or word that is wrong and says what to do; Python sees a MujunError.
class InputError : public std::invalid_argument {
 public:
  using std::invalid_argument::invalid_argument;
};

}  // namespace mujun::compute
