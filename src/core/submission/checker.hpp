// What is wrong with a submission, beyond its shape (formats.md, section 3).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/agency_match.hpp"
#include "core/plan/laid_plan.hpp"
#include "core/plan/obligation_match.hpp"
#include "core/submission/submission.hpp"
#include "text/string_map.hpp"
#include "text/suggest.hpp"

namespace plantool {

/// Checks submissions one by one, each for itself: what shows only beside others is for Repetitions
/// and CrossChecker. It remembers how names were understood, so each thread needs one of its own.
class SubmissionChecker {
  public:
    /// Of one code in one file as many names are suggested, where nothing else is said.
    static constexpr std::size_t kMostSuggested = 1000;

    /// What came after `today` is told. The plan must outlive it. `suggestions`: for how many
    /// findings of one code in one file it is worth finding out what was meant.
    SubmissionChecker(const LaidPlan& laid, Day today, std::size_t suggestions = kMostSuggested);

    /// What is checked from now on stands in another file.
    void begin_file();

    /// Understands the submission and adds what is wrong with it. `found` may hold the faults of
    /// its shape already, and grades what is found: with an error the submission is not valid.
    /// `out` looks at `raw`; it may be used again and again.
    void check(const RawSubmission& raw, Diagnostics& found, CheckedSubmission& out);

    /// How the plan fits what a submission says of itself (semantics.md, section 10).
    struct Fit {
        std::optional<Cadence> cadence;  ///< of its obligation; none where the plan has none such
        bool has_period = false;         ///< the obligation has the period that it names
        std::optional<Day> received;     ///< in the zone of the plan
    };
    Fit fit(const RawSubmission& raw);

  private:
    const AgencyMatch& match_of(std::string_view written);
    Message suggest_agency(std::string_view written);
    void look_up(const RawSubmission& raw, CheckedSubmission& out);
    std::optional<ObligationIx> find_obligation(std::string_view id);
    std::optional<SlotIx> find_slot(ObligationIx obligation, std::string_view period);
    void check_agency(const RawSubmission& raw, std::optional<Day> received, Diagnostics& found);
    void check_obligation(const RawSubmission& raw, const CheckedSubmission& out,
                          Diagnostics& found) const;
    /// The row that it belongs to, where that is not simply the sender's own (semantics.md, section
    /// 6); refuses a paper that belongs to none on any day, or to several. In row_finder.cpp.
    void find_row(const RawSubmission& raw, CheckedSubmission& out, Diagnostics& found) const;
    void refuse_owner(const RawSubmission& raw, const CheckedSubmission& out,
                      Diagnostics& found) const;
    void check_period(const RawSubmission& raw, const CheckedSubmission& out,
                      Diagnostics& found) const;
    void refuse_period(const RawSubmission& raw, const Obligation& obligation, ObligationIx ix,
                       Diagnostics& found) const;
    void check_dates(const RawSubmission& raw, const CheckedSubmission& out,
                     Diagnostics& found) const;
    void check_results(const RawSubmission& raw, CheckedSubmission& out, Diagnostics& found);
    /// Whether the submission has a result of the task; `note_task` says that it has.
    bool has_result_of(ObligationIx task) const { return told_in_[task] == submission_; }
    void note_task(ObligationIx task) { told_in_[task] = submission_; }
    std::optional<ObligationIx> find_task(std::string_view id) const;
    void refuse_task(const TextView& task, std::size_t result, Diagnostics& found) const;
    void check_coverage(const RawSubmission& raw, const CheckedSubmission& out,
                        Diagnostics& found) const;
    /// Adds the figure to `out` unless it cannot be read. `result`: which of the results has it,
    /// from 0.
    void check_figure(const RawFigure& raw, std::size_t result, std::optional<ObligationIx> task,
                      Diagnostics& found, std::vector<Figure>& out) const;

    const Plan& plan_;
    const Schedule& schedule_;
    Day today_;
    Zone zone_;
    std::optional<ObligationTitles> obligation_titles_;  ///< made when first needed
    SuggestionBudget agencies_;
    std::optional<Suggester> agency_names_;  ///< made when first needed
    mutable LimitedSuggester obligation_ids_;
    mutable LimitedSuggester task_ids_;
    mutable LimitedSuggester indicator_ids_;
    mutable SuggestionBudget periods_;
    StringMap<AgencyMatch> matches_;  ///< of names that are no ids
    StringMap<Message> suggested_;
    std::vector<std::uint64_t> told_in_;  ///< by task: the number of the last that told of it
    std::uint64_t submission_ = 0;        ///< the number of the one that is checked
    AgencyMatch match_;                   ///< the last one, when there is no room to remember more
    bool named_by_id_ = false;            ///< the agency looked up last
    ObligationIx last_obligation_ = 0;    ///< files run by obligation and period
    SlotIx last_slot_ = 0;
};

}  // namespace plantool
