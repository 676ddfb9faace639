// What reads the papers of each kind.
#pragma once

#include "cli/import/inbox.hpp"
#include "cli/import/incoming.hpp"
#include "cli/session.hpp"

namespace plantool {

/// Hands on all that the file holds: one paper at least. What cannot be opened or read is
/// `unreadable`.
void read_incoming(const InboxFile& file, const Session& session, const IncomingSink& sink);

}  // namespace plantool
