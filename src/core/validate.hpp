// What is wrong with a submission, beyond its shape (formats.md, section 3).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/agency_match.hpp"
#include "core/submission.hpp"
#include "text/string_map.hpp"
#include "text/suggest.hpp"

namespace plantool {

/// Checks submissions one by one, each for itself: what shows only beside others is for Repetitions
/// and CrossChecker. It remembers how names were understood, so each thread needs one of its own.
class SubmissionChecker {
  public:
    /// `as_of` is the day on which the question is asked. The plan and schedule must outlive it.
    SubmissionChecker(const Plan& plan, const Schedule& schedule, Day as_of)
        : plan_(plan), schedule_(schedule), as_of_(as_of) {}

    /// Understands the submission and adds what is wrong with it. `found` may hold the faults of
    /// its shape already: with an error among them the submission is not valid. `out` looks at
    /// `raw`; it may be used again and again.
    void check(const RawSubmission& raw, Diagnostics& found, CheckedSubmission& out);

  private:
    const AgencyMatch& match_of(std::string_view written);
    const std::string& suggest_agency(std::string_view written);
    /// What may have been meant among the names, which are listed when first needed.
    template <class ListNames>
    static std::string suggest(std::string_view written, std::optional<Suggester>& among,
                               ListNames list_names) {
        if (!among) among.emplace(list_names());
        return among->did_you_mean(written);
    }
    void look_up(const RawSubmission& raw, CheckedSubmission& out);
    std::optional<ObligationIx> find_obligation(std::string_view id);
    std::optional<SlotIx> find_slot(ObligationIx obligation, std::string_view period);
    void check_agency(const RawSubmission& raw, Diagnostics& found);
    void check_obligation(const RawSubmission& raw, const CheckedSubmission& out,
                          Diagnostics& found) const;
    void check_owed(const RawSubmission& raw, const CheckedSubmission& out,
                    Diagnostics& found) const;
    void check_period(const RawSubmission& raw, const CheckedSubmission& out,
                      Diagnostics& found) const;
    void report_unknown_period(const RawSubmission& raw, const Obligation& obligation,
                               ObligationIx ix, Diagnostics& found) const;
    void check_dates(const RawSubmission& raw, const CheckedSubmission& out,
                     Diagnostics& found) const;
    void check_results(const RawSubmission& raw, CheckedSubmission& out, Diagnostics& found) const;
    std::optional<ObligationIx> find_task(std::string_view id) const;
    void report_unknown_task(const TextView& task, std::size_t result, Diagnostics& found) const;
    void check_coverage(const RawSubmission& raw, const CheckedSubmission& out,
                        Diagnostics& found) const;
    /// Adds the figure to `out` unless it cannot be read. `result`: which of the results has it,
    /// from 0.
    void check_figure(const RawFigure& raw, std::size_t result, std::optional<ObligationIx> task,
                      Diagnostics& found, std::vector<Figure>& out) const;

    const Plan& plan_;
    const Schedule& schedule_;
    Day as_of_;
    std::optional<Suggester> agency_names_;  ///< made when first needed, as those below
    mutable std::optional<Suggester> obligation_ids_;
    mutable std::optional<Suggester> task_ids_;
    mutable std::optional<Suggester> indicator_ids_;
    StringMap<AgencyMatch> matches_;  ///< of names that are no ids
    StringMap<std::string> suggested_;
    AgencyMatch match_;                 ///< the last one, when there is no room to remember more
    bool named_by_id_ = false;          ///< the agency looked up last
    ObligationIx last_obligation_ = 0;  ///< files run by obligation and period
    SlotIx last_slot_ = 0;
};

}  // namespace plantool
