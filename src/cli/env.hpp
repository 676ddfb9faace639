// The world as the commands see it: time, terminal, environment and the two outputs enter here and
// nowhere else.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "text/labels.hpp"

namespace plantool {

struct StoreDoor;

struct Env {
    /// A variable of the environment; an empty one counts as unset.
    std::function<std::optional<std::string>(const char*)> variable;
    /// Data. Throws IoError when it cannot be written; what nobody reads any more is dropped.
    std::function<void(std::string_view)> out;
    std::function<void(std::string_view)> err;  ///< everything else
    /// Told now and then how many submissions were read so far, and nothing at the end; there only
    /// where somebody watches, who reads that language.
    std::function<void(std::optional<std::int64_t>, Language)> progress;
    /// Shows the words to who sits at the terminal and gives the line that is typed; nothing at the
    /// end of the input. There only where somebody sits there.
    std::function<std::optional<std::string>(std::string_view)> ask;
    /// Told the language that people are spoken to in, once a plan has been read; may be missing.
    std::function<void(Language)> speak;
    /// Shared stores, in the program that knows them; null in the other, which
    const StoreDoor* store = nullptr;
    /// lets that one take its place. Comes back only by an IoError.
    std::function<void()> start_store_program;
    std::chrono::sys_seconds now{};
    bool out_is_terminal = false;
    bool err_is_terminal = false;
    int threads = 1;  ///< that may work at the same time
    int columns = 0;  ///< width of the terminal; 0: unknown or none
    /// Keeps back what is printed from now on, for a pager to show it where it is longer than the
    /// screen; there only where somebody looks at one.
    std::function<void()> page;
    /// Shows what was kept back, and comes back when it was read.
    std::function<void()> end_page;
};

/// The environment of this process.
Env process_env();

}  // namespace plantool
