// What the server folds by itself: of each row the first paper that counts, the last that says
// something, and how many there are (store.md, section 4).
#pragma once

#include "intake/shared_store.hpp"
#include "store/connection.hpp"

namespace plantool {

/// Within a transaction. Of rows of which a paper was there before, nothing. Throws IoError.
FoldedPlan fold_on_server(Connection& store, const FoldQuestion& question);

}  // namespace plantool
