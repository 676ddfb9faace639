// What is wrong in the world, not in the user's data: caught once, in cli::run, and exit 2.
#pragma once

#include <stdexcept>
#include <system_error>
#include <utility>

#include "text/message.hpp"

namespace plantool {

/// A file cannot be opened, read or written. The message says which, why, and where it helps, what
/// to do; `what()` says it in English.
class IoError : public std::runtime_error {
  public:
    explicit IoError(Message message)
        : std::runtime_error(say(message, Language::en)), message_(std::move(message)) {}

    const Message& message() const { return message_; }

  private:
    Message message_;
};

/// Why the system did not do something, by its number (`errno`): in our own words where they are
/// there, else in the system's.
Message reason(int error);
Message reason(const std::error_code& error);

}  // namespace plantool
