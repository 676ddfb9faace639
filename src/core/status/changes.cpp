#include "core/status/changes.hpp"

#include <array>

namespace plantool {
namespace {

constexpr std::array<std::string_view, 7> kIds = {"expected", "dropped",   "due",     "state",
                                                  "received", "revisions", "returned"};

/// A row as one of the days has it.
struct Look {
    Look(const Assessment& day, RowIx row)
        : due(day.schedule().rows[row].due),
          state(day.row(row).state),
          revisions(day.receipt(row).count > 0 ? day.receipt(row).count - 1 : 0),
          returned(day.receipt(row).returned) {
        if (day.receipt(row).first) received = day.receipt(row).first->received.day;
    }

    ChangeValue due;
    ChangeValue state;
    ChangeValue received;
    ChangeValue revisions;
    ChangeValue returned;
};

}  // namespace

std::string_view changed_id(Changed what) {
    return kIds.at(static_cast<std::size_t>(what));
}

std::vector<Change> changes_between(const Assessment& before, const Assessment& now) {
    std::vector<Change> out;
    for (RowIx row = 0; row < now.schedule().rows.size(); ++row) {
        const bool was = before.is_expected(row);
        const bool is = now.is_expected(row);
        if (!was && !is) continue;
        if (!was) {
            out.push_back({row, Changed::expected, {}, Look(now, row).state});
            continue;
        }
        const Look old(before, row);
        if (!is) {
            out.push_back({row, Changed::dropped, old.state, {}});
            continue;
        }
        const Look fresh(now, row);
        const auto compare = [&](Changed what, const ChangeValue& from, const ChangeValue& to) {
            if (from != to) out.push_back({row, what, from, to});
        };
        compare(Changed::due, old.due, fresh.due);
        compare(Changed::state, old.state, fresh.state);
        compare(Changed::received, old.received, fresh.received);
        compare(Changed::revisions, old.revisions, fresh.revisions);
        compare(Changed::returned, old.returned, fresh.returned);
    }
    return out;
}

}  // namespace plantool
