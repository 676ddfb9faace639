// What reads the papers of each kind.
#pragma once

#include "cli/import/desk.hpp"
#include "cli/import/inbox.hpp"
#include "cli/import/incoming.hpp"

namespace plantool {

/// Hands on all that the file holds: one paper at least. What cannot be opened or read is
/// `unreadable`.
void read_incoming(const InboxFile& file, const Session& session, const ImportSettings& settings,
                   const IncomingSink& sink);

}  // namespace plantool
