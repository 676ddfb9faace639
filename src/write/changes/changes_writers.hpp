// `changes` in its formats (cli.md, changes).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/status/changes.hpp"
#include "text/labels.hpp"
#include "write/kit/text_sink.hpp"
#include "write/status/writers.hpp"

namespace plantool {

/// The answer to `changes`.
struct ChangesAnswer {
    std::span<const PlanChanges> plans;  ///< one each, in the order of the plans; at least one
    Day since;

    Day as_of() const { return plans.front().now->as_of(); }
    /// Nothing is another, and nothing was refused.
    bool empty() const;
};

/// `plantool/changes@1` (docs/cli.md).
void write_changes_json(const ChangesAnswer& answer, const TextSink& sink);
/// For a morning's mail: what changed by report and period, those that changed alike together. One
/// line where nothing did.
void write_changes_text(const ChangesAnswer& answer, const TableStyle& style, const TextSink& sink);
void write_changes_markdown(const ChangesAnswer& answer, Language language, const TextSink& sink);

/// What became of one row: "quá hạn → trễ hạn; nhận ngày 02/7/2022".
std::string change_text(std::span<const Change> of_row, Language language);

/// Rows of one report and period that changed alike.
struct AlikeRows {
    std::string text;  ///< change_text
    std::vector<RowIx> rows;
};
struct SlotChanges {
    SlotIx slot = 0;
    std::vector<AlikeRows> alike;  ///< by their first row
};
std::vector<SlotChanges> by_slot(const PlanChanges& plan, Language language);

}  // namespace plantool
