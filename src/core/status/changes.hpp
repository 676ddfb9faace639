// What is another on one day of asking than it was on an earlier one (cli.md, changes).
#pragma once

#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "core/status/assessment.hpp"

namespace plantool {

/// What of a row is another, in the order in which it is told.
enum class Changed { expected, dropped, due, state, received, revisions, returned };

/// `expected`, `dropped`, `due`, …
std::string_view changed_id(Changed what);

/// One of the two values; nothing where there is none.
using ChangeValue = std::variant<std::monostate, State, Day, int>;

struct Change {
    RowIx row = 0;
    Changed what = Changed::state;
    ChangeValue from;
    ChangeValue to;

    bool operator==(const Change&) const = default;
};

/// In the order of the rows, then of `Changed`. Both are of one plan, each with the schedule of its
/// day, and were given the same submissions. A row that one of the days alone expects has one
/// entry, `expected` or `dropped`, with its state.
std::vector<Change> changes_between(const Assessment& before, const Assessment& now);

/// What two assessments of a plan come to.
struct PlanChanges {
    const Assessment* before = nullptr;
    const Assessment* now = nullptr;  ///< keeps those refused papers that came after `before`
    std::vector<Change> changes;

    /// The papers that were refused in between; of very many, the first.
    std::span<const CitedPaper> refused() const { return now->refused(); }
    /// How many there are.
    std::int64_t refused_count() const { return now->refused_count() - before->refused_count(); }
    bool empty() const { return changes.empty() && refused_count() == 0; }
};

}  // namespace plantool
