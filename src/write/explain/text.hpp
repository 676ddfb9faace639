// The lines of an explanation. Only write/explain uses this.
#pragma once

#include <string>
#include <string_view>

#include "text/words.hpp"
#include "write/explain/explanation.hpp"

namespace plantool {

/// Lines of an explanation as they are put together.
struct ExplainedLines {
    const Explained& of;
    Language language;
    std::string text;

    const Plan& plan() const { return of.assessment->plan(); }
    std::string day(Day day) const { return short_date(day, language); }
    /// The name that the agency bears on the reference day.
    const std::string& name_of(AgencyIx agency) const {
        return plan().agencies[agency].name_on(of.reasoning.reference).value;
    }
    /// "nội dung: …"; nothing where there is nothing to say.
    void line(Word what, std::string_view said);
};

/// Who answers for whom, amendments, extension, waiver, explanation of lateness.
void add_decisions(ExplainedLines& out);
/// Each paper, and what became of it.
void add_papers(ExplainedLines& out);
/// With the place behind it, in brackets, where that is known.
std::string with_place(std::string text, const Span& span);
/// Names one after the other.
std::string names_of(const ExplainedLines& out, const std::vector<AgencyIx>& agencies);

}  // namespace plantool
