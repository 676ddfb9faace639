// Folds submissions into the rows of a schedule and says the state of each
// (semantics.md, sections 5 to 8). It keeps what the rows cost, never the submissions.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/laid_plan.hpp"
#include "core/status/state.hpp"
#include "core/submission/returns.hpp"
#include "core/submission/submission.hpp"

namespace plantool {

/// A submission without errors, as an assessment takes it in. Its texts need not outlive the call.
struct Arrival {
    Paper paper;  ///< its agency, obligation and moment are known
    std::string_view document;
    std::span<const ObligationIx> tasks;  ///< those of its results
    bool has_content = true;              ///< it says something: see Receipt::content
    bool nil = false;
    std::string_view file;
    int line = 1;
    std::uint64_t ordinal = 0;
};

/// What became of a submission that was taken in. A later one may still take its place.
struct Standing {
    bool counts = false;    ///< for a row
    bool first = false;     ///< of those that count: timeliness comes from it
    bool content = false;   ///< content comes from it
    bool returned = false;  ///< it was sent back by as-of
};

/// What is kept of the first submission that counts.
struct Filing : FilingOrder {
    std::string document;
    std::uint32_t file = 0;  ///< Assessment::file_of says which
    int line = 1;
};

/// What was received for a row up to as-of.
struct Receipt {
    std::optional<Filing> first;  ///< timeliness comes from it
    std::optional<FilingOrder>
        content;       ///< the last that says something: an empty one erases nothing
    bool nil = false;  ///< that content is that there is nothing to report
    int count = 0;
    int rejected = 0;
    int returned = 0;
};

struct StatusRow {
    RowIx row = 0;
    State state = State::upcoming;
    std::optional<int> days_late;
};

struct ActivityRow {
    ObligationIx obligation = 0;
    AgencyIx agency = 0;
    std::optional<Day> last_activity;
    int quiet_days = 0;
    int quiet_after = 0;
    State state = State::active;
};

struct Summary {
    int expected = 0;
    std::array<int, kRowStates> by_state{};
    int rejected = 0;

    Summary& operator+=(const Summary& more);
    int of(State state) const { return by_state[static_cast<std::size_t>(state)]; }
    int accountable() const;
    /// In ten-thousandths, rounded half up; nothing when nothing is accountable.
    std::optional<int> reporting_rate() const;
    std::optional<int> on_time_rate() const;
};

/// num/den in ten-thousandths, rounded half up; nothing when den is 0.
std::optional<int> rate(std::int64_t num, std::int64_t den);

class Assessment {
  public:
    /// So many refused papers are kept; the others are counted (cli.md: refused).
    static constexpr std::size_t kMostRefused = 10'000;

    /// The plan must outlive it.
    Assessment(const LaidPlan& laid, Day as_of) : Assessment(laid.plan, laid.schedule, as_of) {}
    /// The same with a schedule of the plan that is not its own: that of another day of asking.
    Assessment(const Plan& plan, const Schedule& schedule, Day as_of);

    /// Whatever was received after as-of is passed over: nobody could have known it on that day.
    Standing add(const Arrival& arrival);
    /// So many more papers count for the row, of which none is the first or has its content.
    void count_more(RowIx row, int papers) { receipts_[row].count += papers; }
    /// On that day the agency was heard of the obligation, where that is a continuous one.
    void note_activity(ObligationIx obligation, AgencyIx agency, Day day);
    /// Of the refused papers only those are kept that came after this day: what is new since then.
    /// All are counted.
    void keep_refused_after(Day day) { refused_after_ = day; }
    /// A submission that validation refused, or what could not be read as one.
    void refuse(CitedPaper paper);

    /// Whether the row exists on as-of (events that are not raised yet have none, nor have periods
    /// that an amendment lifted). The schedule is that of as-of, or of a later day where the plan
    /// has neither amendments nor decisions of a day.
    bool is_expected(RowIx ix) const;
    /// The rows that exist on as-of, in the order of every table.
    std::vector<StatusRow> rows() const;
    StatusRow row(RowIx ix) const;
    /// One for each agency that answers for a continuous obligation on as-of, in plan order.
    std::vector<ActivityRow> activity() const;
    const Receipt& receipt(RowIx row) const { return receipts_[row]; }
    const std::string& file_of(const Filing& filing) const { return files_[filing.file]; }
    /// The first of the refused papers, and how many there are in all.
    const std::vector<CitedPaper>& refused() const { return refused_; }
    std::int64_t refused_count() const { return refused_count_; }
    const Returns& returns() const { return returns_; }
    /// The papers that each of the plan's returns strikes by as-of.
    const std::vector<std::vector<Origin>>& struck() const { return struck_; }
    /// Why the row's agency was late, as it explained by as-of; null where it did not.
    const Explanation* explanation_of(RowIx row) const;

    const Plan& plan() const { return plan_; }
    const Schedule& schedule() const { return schedule_; }
    Day as_of() const { return as_of_; }

  private:
    /// Notes it, too.
    bool is_struck(const Arrival& arrival);
    void index_explanations();
    /// Of the agency and of those that it succeeds; min: none.
    Day last_activity(ObligationIx obligation, AgencyIx agency) const;

    const Plan& plan_;
    const Schedule& schedule_;
    Day as_of_;
    Returns returns_;
    std::vector<std::vector<Origin>> struck_;  ///< by return
    std::map<std::pair<SlotIx, AgencyIx>, const Explanation*> explanations_;
    std::vector<Receipt> receipts_;
    std::vector<std::vector<Day>> last_activity_;  ///< by obligation and agency; min: none
    std::vector<std::string> files_;               ///< of the filings kept
    std::vector<CitedPaper> refused_;
    std::int64_t refused_count_ = 0;
    std::optional<Day> refused_after_;
};

/// The state of a row from its dates and first filing (semantics.md, section 7).
State state_of(const ExpectedRow& row, const Slot& slot, std::optional<int> due_at,
               const Receipt& receipt, Day as_of, int soon);

}  // namespace plantool
