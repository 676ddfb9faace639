// Pieces and the records of their readings as rows of the tables `text` and `submission`.
#pragma once

#include <cstdint>
#include <string>

#include "intake/record.hpp"
#include "store/copied_rows.hpp"

namespace plantool {

void add_text(CopiedRows& rows, std::int64_t number, const Piece& piece);

/// `laid`: the plan that it belongs to; null where it names one that is not known.
void add_submission(CopiedRows& rows, std::int64_t text, const std::string& file,
                    const EntryRecord& record, const LaidPlan* laid);

}  // namespace plantool
