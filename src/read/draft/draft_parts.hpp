// The parts of a draft. Only read/draft uses this.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "read/draft/agency_book.hpp"
#include "read/draft/document/clauses.hpp"
#include "read/draft/plan_draft.hpp"

namespace plantool {

/// Years of the plan, by its title, else by its day.
struct DraftYears {
    int first = 0;
    int last = 0;
    bool school = false;  ///< năm học: from September to August
};
DraftYears years_of(const PlanDocument& document, Day issued);

/// The day of issue as far as the document says it; nothing where it says no month and year.
struct DraftDay {
    Day day{};
    bool whole = false;
};
std::optional<DraftDay> issued_in(const std::string& date_line);

/// What head, opening and signature say. The agencies of the body are in the book already.
void draft_head(const PlanDocument& document, const std::string& opening, Day issued,
                const DraftYears& years, AgencyBook& book, PlanDraft& out);

/// The issuing bodies as the head names them.
std::vector<std::string> issuers_of(const PlanDocument& document);

/// Preamble, tasks and reports of the clauses.
void draft_body(const std::vector<Clause>& clauses, const std::vector<std::string>& issuers,
                int year, AgencyBook& book, PlanDraft& out);

/// Adds a sentence to what an entry assumes.
void assume(Provenance& why, const Message& message);

}  // namespace plantool
