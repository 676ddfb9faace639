// Loading into a store: what was read and checked is copied to the server, which takes in what is
// new, in one transaction (store.md, section 3).
#pragma once

#include "intake/shared_store.hpp"

namespace plantool {

/// Opens the transaction, in which no other load is under way. Throws IoError.
Loading load_into_store(const LoadWishes& wishes);

}  // namespace plantool
