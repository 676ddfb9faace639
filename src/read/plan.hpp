// The plan file and the files it leads to: holidays and events (formats.md, section 1).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/plan.hpp"
#include "diag/diagnostic.hpp"

namespace plantool {

/// Reads the plan and its holidays file. Texts are as written; nothing is resolved. What is wrong
/// goes to `diagnostics`; the plan holds whatever could be read. Throws IoError when a file cannot
/// be read.
Plan read_plan(const std::filesystem::path& path, Diagnostics& diagnostics);

/// Adds the events, waivers and extensions of an events file to the plan.
void read_events(const std::filesystem::path& path, Plan& plan, Diagnostics& diagnostics);

/// Adds a holidays file's days to the plan's calendar.
void read_holidays(const std::filesystem::path& path, Plan& plan, Diagnostics& diagnostics);

/// What a YAML file says it is in its line `format: …`, such as `plantool/plan@1`; empty when it
/// has none near its start, or is no YAML file. Throws IoError when it cannot be read.
std::string format_of(const std::filesystem::path& path);

}  // namespace plantool
