// What `status` says of each row, column by column: the one table that its JSON, NDJSON and CSV are
// written from, so that they have the same keys in the same order and the same values.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>

#include "core/status/status.hpp"

namespace plantool {

/// A waiver or an extension.
struct ExceptionCell {
    std::string_view kind;
    const Exception* entry = nullptr;
};

/// A time of day, written "16:30".
struct TimeCell {
    int minutes = 0;

    std::string text() const;
};

/// A cell: nothing, a text, a number, yes or no, a day, a time, an exception.
using CellValue = std::variant<std::monostate, std::string_view, std::int64_t, bool, Day, TimeCell,
                               ExceptionCell>;

/// An expected report with all that its cells look at. Looks at the assessment.
struct RowView {
    RowView(const Assessment& of, const StatusRow& status);

    const Assessment& assessment;
    const StatusRow& row;
    const ExpectedRow& expected;
    const Slot& slot;
    const Obligation& obligation;
    const Agency& agency;
    const Receipt& receipt;
};

/// The same of a continuous obligation and an agency.
struct ActivityView {
    ActivityView(const Assessment& of, const ActivityRow& activity);

    const Assessment& assessment;
    const ActivityRow& row;
    const Obligation& obligation;
    const Agency& agency;
};

template <class View>
struct StatusColumn {
    std::string_view key;
    CellValue (*value)(const View&);
    bool lines_only = false;  ///< said of each line where lines stand alone: NDJSON and CSV
};

/// In the order of docs/cli.md.
std::span<const StatusColumn<RowView>> row_columns();
std::span<const StatusColumn<ActivityView>> activity_columns();

}  // namespace plantool
