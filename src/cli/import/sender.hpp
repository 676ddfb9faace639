// Which agency a paper is from.
#pragma once

#include <optional>

#include "cli/import/incoming.hpp"
#include "cli/import/paper_file.hpp"
#include "core/plan/plan.hpp"
#include "read/paper/paper_facts.hpp"

namespace plantool {

/// By the head of the paper, else by the sender's address, else by who signs. Nothing, with the
/// doubt added, where two of them disagree or a name is that of several agencies; nothing without a
/// doubt where none is known.
std::optional<AgencyIx> sender_of(const Plan& plan, const PaperFile& paper, const PaperFacts& facts,
                                  std::vector<Reason>& doubts);

}  // namespace plantool
