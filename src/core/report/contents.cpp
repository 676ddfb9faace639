#include "core/report/contents.hpp"

#include <utility>

namespace plantool {
namespace {

/// The submission without its words: the figures alone are held against later ones.
Submission only_figures(Submission s) {
    for (auto& result : s.results) result.summary.clear();
    for (auto* text : {&s.difficulties, &s.proposals, &s.next, &s.note}) text->clear();
    return s;
}

}  // namespace

ContentKeeper::ContentKeeper(const ReportScope& scope, Day as_of) : as_of_(as_of) {
    for (const auto row : scope.rows) kept_.try_emplace(row);
    for (const auto& earlier : scope.earlier) {
        for (const auto row : earlier.rows) kept_[row].figures_only = true;
    }
}

Extent ContentKeeper::wanted(const CheckedSubmission& s) const {
    if (s.valid() && s.paper.row && kept_.contains(*s.paper.row)) return Extent::whole;
    return Extent::paper;
}

void ContentKeeper::add(const Submission& s, Standing standing) {
    if (s.received && s.received->day > as_of_) return;  // nobody could have known it on as-of
    note_contact(s);
    if (!standing.counts) return;
    const auto found = kept_.find(*s.row);
    if (found == kept_.end()) return;
    auto& kept = found->second;
    if (standing.first) kept.first = noted(s);
    if (standing.content) kept.content = kept.figures_only ? only_figures(s) : s;
}

void ContentKeeper::note_contact(const Submission& s) {
    if (!s.agency || !s.received) return;
    const auto found = contacts_.find(*s.agency);
    const bool later = found == contacts_.end() || filing_order(found->second) < filing_order(s);
    if (later) contacts_.insert_or_assign(*s.agency, static_cast<const CitedPaper&>(s));
}

const Submission* ContentKeeper::of(RowIx row) const {
    const auto found = kept_.find(row);
    return found == kept_.end() || !found->second.content ? nullptr : &*found->second.content;
}

const NotedPaper* ContentKeeper::first_of(RowIx row) const {
    const auto found = kept_.find(row);
    return found == kept_.end() || !found->second.first ? nullptr : &*found->second.first;
}

const CitedPaper* ContentKeeper::last_contact(AgencyIx agency) const {
    const auto found = contacts_.find(agency);
    return found == contacts_.end() ? nullptr : &found->second;
}

}  // namespace plantool
