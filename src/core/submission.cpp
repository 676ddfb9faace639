#include "core/submission.hpp"

#include "text/utf8.hpp"

namespace plantool {

void RawSubmission::clear() {
    auto spare_attachments = std::move(attachments);
    auto spare_results = std::move(results);
    auto spare_figures = std::move(figures);
    spare_attachments.clear();
    spare_results.clear();
    spare_figures.clear();
    *this = {};
    attachments = std::move(spare_attachments);
    results = std::move(spare_results);
    figures = std::move(spare_figures);
}

Submission keep(const CheckedSubmission& s, Extent extent) {
    const auto& raw = *s.raw;
    Submission out;
    out.valid = s.valid;
    if (raw.span.source != nullptr) out.origin.file = raw.span.source->name();
    out.origin.line = raw.line;
    out.agency = s.agency;
    out.obligation = s.obligation;
    out.slot = s.slot;
    out.row = s.row;
    out.received = s.received;
    out.document_date = s.document_date;
    out.document = to_nfc(raw.document_number);
    out.errors = s.errors;
    if (extent != Extent::whole) return out;
    out.via = raw.via;
    for (const auto& result : s.results) {
        Result kept;
        kept.task = result.task;
        kept.summary = to_nfc(result.raw->summary);
        for (const auto& figure : s.figures_of(result)) {
            kept.figures.push_back({figure.indicator, figure.value, {}});
        }
        out.results.push_back(std::move(kept));
    }
    out.difficulties = to_nfc(raw.difficulties);
    out.proposals = to_nfc(raw.proposals);
    out.next = to_nfc(raw.next);
    out.note = to_nfc(raw.note);
    return out;
}

}  // namespace plantool
