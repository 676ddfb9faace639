// The plan file and the files it leads to: holidays and events (formats.md, section 1).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/plan/plan.hpp"
#include "diag/diagnostic.hpp"

namespace plantool {

/// Reads the plan and its holidays file. Texts are as written; nothing is resolved. What is wrong
/// goes to `diagnostics`; the plan holds whatever could be read. Throws IoError when a file cannot
/// be read.
Plan read_plan(const std::filesystem::path& path, Diagnostics& diagnostics);

/// What an events file says, whosever it is.
struct EventsFile {
    EventEntries entries;
    std::vector<std::string> notices;
    Provenance why;
    std::shared_ptr<const Source> source;  ///< what the spans point into
    std::string digest;
};

/// Throws IoError when the file cannot be read.
EventsFile read_events(const std::filesystem::path& path, Diagnostics& diagnostics);
/// The same of a text that may be no file.
EventsFile read_events(std::shared_ptr<const Source> text, Diagnostics& diagnostics);

/// Lets the plan know the file, but for its entries.
void note_events_file(Plan& plan, const EventsFile& file);

/// Adds a holidays file's days to the plan's calendar.
void read_holidays(const std::filesystem::path& path, Plan& plan, Diagnostics& diagnostics);

/// What a YAML or JSON file says it is under its key `format`, such as `plantool/plan@1`, wherever
/// that stands; where it says nothing, what its other keys make it. Empty when neither tells, or
/// for other files. Throws IoError when it cannot be read.
std::string format_of(const std::filesystem::path& path);

}  // namespace plantool
