// What a store has, as a source of submissions.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "intake/shared_store.hpp"
#include "store/connection.hpp"

namespace plantool {

/// The texts of what was loaded for these plans and for plans that nobody knew, the files in the
/// order of their paths; of each text the readings that are in the store. Within a transaction, of
/// which it shows the state at its start. One at a time for each connection.
SubmissionSource stored_papers(std::shared_ptr<Connection> store,
                               const std::vector<std::string>& plans);

/// Of these plans what the server does not fold (store.md, section 4): what was refused, all papers
/// of a row of which one was there before, those of the agencies that are named, and what names a
/// plan that nobody knew.
SubmissionSource unfolded_papers(std::shared_ptr<Connection> store,
                                 const std::vector<FoldQuestion>& plans);

}  // namespace plantool
