// The world as the commands see it: time, terminal, environment and the two outputs enter here and
// nowhere else.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace plantool {

struct Env {
    /// A variable of the environment; an empty one counts as unset.
    std::function<std::optional<std::string>(const char*)> variable;
    std::function<void(std::string_view)> out;  ///< data; throws when it cannot be written
    std::function<void(std::string_view)> err;  ///< everything else
    /// Told now and then how many submissions were read so far, and nothing at the end; there only
    /// where somebody watches.
    std::function<void(std::optional<std::int64_t>)> progress;
    std::chrono::sys_seconds now{};
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    int threads = 1;  ///< that may work at the same time
    int columns = 0;  ///< width of the terminal; 0: unknown or none
};

/// Thrown by Env::out when the reader has closed the pipe: the program ends quietly.
struct ClosedPipe {};

/// The environment of this process.
Env process_env();

}  // namespace plantool
