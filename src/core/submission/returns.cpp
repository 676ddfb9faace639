#include "core/submission/returns.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/submission/moments.hpp"
#include "text/vietnamese.hpp"

namespace plantool {

Returns::Returns(const Plan& plan, const Schedule& schedule) {
    if (plan.returns.empty()) return;
    const auto zone = plan.zone();
    for (std::size_t i = 0; i < plan.returns.size(); ++i) {
        const auto& entry = plan.returns[i];
        if (!entry.obligation_ix || !entry.agency_ix) continue;
        const auto slot = schedule.slot_named(plan, *entry.obligation_ix, entry.period.value);
        if (!slot) continue;
        const auto until = entry.instant
                               ? moment_in(zone, *entry.instant)
                               : Moment{entry.returned, std::numeric_limits<std::int32_t>::max()};
        by_paper_[{*slot, *entry.agency_ix}].push_back({i, fold_name(entry.document.value), until});
    }
    for (auto& [paper, entries] : by_paper_) {
        std::stable_sort(entries.begin(), entries.end(),
                         [](const Entry& a, const Entry& b) { return a.until.day < b.until.day; });
    }
}

std::optional<std::size_t> Returns::find(const Paper& paper, std::string_view document) const {
    if (by_paper_.empty() || !paper.slot || !paper.agency || !paper.received) return std::nullopt;
    const auto found = by_paper_.find({*paper.slot, *paper.agency});
    if (found == by_paper_.end()) return std::nullopt;
    const auto folded = fold_name(document);
    for (const auto& entry : found->second) {
        if (entry.document == folded && *paper.received <= entry.until) return entry.index;
    }
    return std::nullopt;
}

void check_returns(const Plan& plan, const std::vector<std::vector<Origin>>& struck,
                   Diagnostics& found) {
    for (std::size_t i = 0; i < plan.returns.size(); ++i) {
        const auto& entry = plan.returns[i];
        if (!entry.obligation_ix || !entry.agency_ix) continue;  // that is told already
        if (struck[i].empty()) {
            found.add({Code::p_return_strikes_nothing,
                       entry.span,
                       {Word::return_strikes_nothing, entry.document.value, entry.agency.value,
                        entry.period.value, entry.returned},
                       {Word::check_return}});
        } else if (struck[i].size() > 1) {
            std::string papers;
            for (const auto& paper : struck[i]) {
                papers +=
                    fmt::format("{}{}:{}", papers.empty() ? "" : ", ", paper.file, paper.line);
            }
            found.add(
                {Code::p_return_strikes_several,
                 entry.span,
                 {Word::return_strikes_several, struck[i].size(), entry.document.value, papers},
                 {Word::give_return_time}});
        }
    }
}

}  // namespace plantool
