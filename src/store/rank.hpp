// The rank of a paper: one text, by whose bytes the papers of a row follow one another as they do
// when files are read (FilingOrder; files in the order of their paths), and in which stands what an
// answer says of the first and the last of them. So the least and the greatest of a group are all
// that a server need send, and any server can say which they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "intake/record.hpp"
#include "intake/shared_store.hpp"

namespace plantool {

/// Of a paper whose moment is known, in the text of that number.
std::string rank_of(const EntryRecord& record, std::int64_t text, const std::string& file);

/// What stands in it. Throws IoError where it is none.
FoldedPaper paper_ranked(std::string_view rank);

}  // namespace plantool
