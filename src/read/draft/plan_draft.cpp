#include "read/draft/plan_draft.hpp"

#include <algorithm>

#include "read/draft/draft_parts.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

std::vector<std::string> lines_of(const PlanDocument& document) {
    std::vector<std::string> out = document.head_lines;
    const auto add = [&](const std::vector<BodyPiece>& pieces) {
        for (const auto& piece : pieces) {
            out.push_back(piece.text);
            if (!piece.table) continue;
            for (const auto& row : piece.table->rows) out.insert(out.end(), row.begin(), row.end());
        }
    };
    add(document.body);
    add(document.annex);
    return out;
}

/// Tables of annexes give work; their other lines are kept as they are.
std::vector<Clause> all_clauses(const PlanDocument& document) {
    auto pieces = document.body;
    pieces.insert(pieces.end(), document.annex.begin(), document.annex.end());
    return clauses_of(pieces);
}

std::string opening_of(const std::vector<Clause>& clauses) {
    for (const auto& clause : clauses) {
        if (clause.preamble && clause.path.empty()) return clause.text;
    }
    return {};
}

void set_agencies(const AgencyBook& book, PlanDraft& out) {
    constexpr int kWidth = 160;
    out.plan.agencies = book.agencies();
    std::string last;
    for (const auto& mention : book.mentions()) {
        DraftNotes notes;
        // Agencies of one line stand below it together.
        if (mention.line != last) notes.push_back({clip_to_width(mention.line, kWidth), false});
        last = mention.line;
        out.agencies.push_back(std::move(notes));
    }
}

/// The agency that consolidates: the one charged in a clause that speaks of consolidating reports.
void find_secretariat(PlanDraft& out) {
    for (const auto& task : out.plan.obligations) {
        if (task.kind != ObligationKind::task || task.owners.size() != 1) continue;
        const WordsIn words(task.text.value);
        const bool charged = words.has_any({"giao", "đầu mối"});
        if (!charged || !words.has("tổng hợp") || !words.has("báo cáo")) continue;
        out.plan.head.secretariat = task.owners.front();
        assume(out.plan.head.why, {Word::draft_assumed_secretariat, task.why.source});
        return;
    }
}

void count_assumed(PlanDraft& out) {
    const auto count = [&](const auto& list) {
        for (const auto& entry : list) {
            if (!entry.why.assumed.empty()) ++out.assumed;
        }
    };
    if (!out.plan.head.why.assumed.empty()) ++out.assumed;
    count(out.plan.agencies);
    count(out.plan.obligations);
    count(out.plan.head.preamble);
}

}  // namespace

PlanDraft draft_of(const PlanDocument& document, Day today) {
    PlanDraft out;
    AgencyBook book;
    book.set_place(document.place);
    for (const auto& line : lines_of(document)) book.read_definitions(line);
    const auto issued = issued_in(document.date_line).value_or(DraftDay{today, false}).day;
    const auto years = years_of(document, issued);
    const auto clauses = all_clauses(document);
    // A day without a year is of the year of issue, where the plan has that.
    const int year = std::clamp(year_of(issued), years.first, years.last);
    draft_body(clauses, issuers_of(document), year, book, out);
    draft_head(document, opening_of(clauses), issued, years, book, out);
    book.put_first(out.plan.head.issuers);
    set_agencies(book, out);
    find_secretariat(out);
    for (const auto& line : document.head_lines) out.head.push_back({line, false});
    for (const auto& line : document.title_lines) out.head.push_back({line, false});
    for (const auto& line : document.signature_lines) out.signature.push_back({line, false});
    // The list itself stands below its key.
    if (!document.recipient_lines.empty()) {
        out.signature.push_back({document.recipient_lines.front(), false});
    }
    count_assumed(out);
    return out;
}

}  // namespace plantool
