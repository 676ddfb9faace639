#include "core/submission/submission.hpp"

#include <algorithm>

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

bool says_something(const CheckedSubmission& s) {
    const auto has_result = [&](const CheckedResult& result) {
        return result.figure_count > 0 || !result.raw->summary.empty();
    };
    return s.raw->nil || std::any_of(s.results.begin(), s.results.end(), has_result) ||
           !s.raw->difficulties.empty() || !s.raw->proposals.empty() || !s.raw->next.empty();
}

bool says_something(const Submission& s) {
    const auto has_result = [](const Result& result) {
        return !result.figures.empty() || !result.summary.empty();
    };
    return s.nil || std::any_of(s.results.begin(), s.results.end(), has_result) ||
           !s.difficulties.empty() || !s.proposals.empty() || !s.next.empty();
}

CitedPaper cite(const CheckedSubmission& s) {
    CitedPaper out;
    static_cast<Paper&>(out) = s.paper;
    if (s.raw->span.source != nullptr) out.origin.file = s.raw->span.source->name();
    out.origin.line = s.raw->line;
    out.document = to_nfc(s.raw->document_number);
    out.errors = s.errors;
    return out;
}

Submission keep(const CheckedSubmission& s, Extent extent) {
    const auto& raw = *s.raw;
    Submission out;
    static_cast<CitedPaper&>(out) = cite(s);
    if (extent != Extent::whole) return out;
    out.nil = raw.nil;
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
