#include "core/report_content.hpp"

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

FiledPaper paper_of(const Submission& s) {
    return {s.origin, s.document, s.document_date, *s.received, s.order, s.note};
}

FilingOrder filing_order(const FiledPaper& paper) {
    return {paper.received, paper.document_date.value_or(Day::min()), paper.order};
}

ContentKeeper::ContentKeeper(const ReportScope& scope, Day as_of) : as_of_(as_of) {
    for (const auto row : scope.rows) kept_.try_emplace(row);
    for (const auto& earlier : scope.earlier) {
        for (const auto row : earlier.rows) kept_[row].figures_only = true;
    }
}

Extent ContentKeeper::wanted(const CheckedSubmission& s) const {
    if (s.valid && s.row && kept_.contains(*s.row)) return Extent::whole;
    return Extent::paper;
}

void ContentKeeper::add(const Submission& s) {
    if (s.received && *s.received > as_of_) return;  // nobody could have known it on as-of
    note_contact(s);
    if (!s.valid) {
        refused_.push_back(
            {s.origin, s.document, s.agency, s.obligation, s.slot, s.received, s.errors});
        return;
    }
    if (!s.row) return;
    const auto found = kept_.find(*s.row);
    if (found != kept_.end()) keep(s, found->second);
}

void ContentKeeper::keep(const Submission& s, Kept& kept) {
    auto& [first, last, figures_only] = kept;
    const auto paper = paper_of(s);
    if (!first || filing_order(paper) < filing_order(*first)) first = paper;
    if (last && filing_order(paper) < filing_order(paper_of(*last))) return;
    last = figures_only ? only_figures(s) : s;
}

void ContentKeeper::note_contact(const Submission& s) {
    if (!s.agency || !s.received) return;
    auto paper = paper_of(s);
    paper.note.clear();
    const auto found = contacts_.find(*s.agency);
    const bool later =
        found == contacts_.end() || filing_order(found->second.paper) < filing_order(paper);
    if (later) {
        contacts_.insert_or_assign(*s.agency, Contact{std::move(paper), s.obligation, !s.valid});
    }
}

const Submission* ContentKeeper::of(RowIx row) const {
    const auto found = kept_.find(row);
    return found == kept_.end() || !found->second.last ? nullptr : &*found->second.last;
}

const FiledPaper* ContentKeeper::first_of(RowIx row) const {
    const auto found = kept_.find(row);
    return found == kept_.end() || !found->second.first ? nullptr : &*found->second.first;
}

const Contact* ContentKeeper::last_contact(AgencyIx agency) const {
    const auto found = contacts_.find(agency);
    return found == contacts_.end() ? nullptr : &found->second;
}

}  // namespace plantool
