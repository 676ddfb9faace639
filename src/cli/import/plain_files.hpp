// Submissions that come as YAML, JSON, NDJSON or CSV.
#pragma once

#include "cli/import/incoming.hpp"
#include "cli/session.hpp"

namespace plantool {

/// Hands on each of the file, and the papers that it names along with it; what cannot be read as a
/// submission is `unreadable`, and a plan, its events and holidays are no reports. Throws IoError.
void read_plain_file(const std::string& file, const Session& session, const IncomingSink& sink);

/// The faults that keep what was read from being certain.
std::vector<Reason> reasons_in(const Diagnostics& found);

}  // namespace plantool
