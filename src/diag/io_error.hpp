// What is wrong in the world, not in the user's data: caught once, in cli::run, and exit 2.
#pragma once

#include <stdexcept>
#include <string>

namespace plantool {

/// A file cannot be opened, read or written. `what()` says which, why, and where it helps, what to
/// do.
class IoError : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

}  // namespace plantool
