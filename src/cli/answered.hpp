// The plans that a command speaks of, each with all that came for it: what `status`, `due` and
// `rates` are answered from.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "cli/filter.hpp"
#include "cli/session.hpp"
#include "core/status/status.hpp"

namespace plantool {

struct Answered {
    std::vector<std::unique_ptr<Assessment>> assessments;  ///< of the plans asked, in their order
    IntakeCounts counts;
    std::int64_t refused = 0;
    Endings left_out;  ///< files that are not read, by their ending
    int drafts = 0;    ///< papers that wait to be completed

    /// What the filters select of each. Looks at the assessments.
    std::vector<Status> select(const Filters& filters) const;
};

/// Reads the submissions of the session. Throws IoError.
Answered answer_of(const Session& session);

/// The filters with the states of `--overdue`, where that was given.
FilterOptions with_overdue(FilterOptions filter, bool overdue);

}  // namespace plantool
