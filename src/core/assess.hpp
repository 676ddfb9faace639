// Folds submissions into the rows of a schedule and says the state of each (semantics.md, sections
// 5 to 8). It keeps what the rows cost, never the submissions.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/schedule.hpp"
#include "core/state.hpp"
#include "core/submission.hpp"

namespace plantool {

/// What an assessment takes in of a submission that counts. Its texts need not outlive the call.
struct Arrival {
    AgencyIx agency = 0;
    ObligationIx obligation = 0;
    std::optional<RowIx> row;
    Day received;
    std::optional<Day> document_date;
    std::string_view document;
    std::span<const ObligationIx> tasks;  ///< those of its results
    std::string_view file;
    int line = 1;
    std::uint64_t order = 0;  ///< in reading order
};

/// A submission that validation refused, or a file or line that could not be read as one.
struct Refusal {
    Origin origin;
    std::vector<Code> errors;
    std::optional<RowIx> row;
    std::optional<Day> received;
};

/// Filings follow one another by received day, then document date, then reading order.
struct FilingOrder {
    Day received;
    Day document_date = Day::min();  ///< when there is none
    std::uint64_t order = 0;

    auto operator<=>(const FilingOrder&) const = default;
};

/// What is kept of the first submission that counts.
struct Filing : FilingOrder {
    std::string document;
    std::uint32_t file = 0;  ///< Assessment::file_of says which
    int line = 1;
};

/// What was received for a row up to as-of.
struct Receipt {
    std::optional<Filing> first;      ///< timeliness comes from it
    std::optional<FilingOrder> last;  ///< content comes from it
    int count = 0;
    int rejected = 0;
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

struct RefusedEntry {
    Origin origin;
    std::vector<Code> errors;
};

struct Summary {
    int expected = 0;
    std::array<int, kRowStates> by_state{};
    int rejected = 0;

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
    /// The plan and schedule must outlive it.
    Assessment(const Plan& plan, const Schedule& schedule, Day as_of);

    /// Whatever was received after as-of is passed over: nobody could have known it on that day.
    void add(const Arrival& arrival);
    void refuse(Refusal refusal);

    /// Whether the row exists on as-of (events that are not raised yet have none).
    bool is_expected(RowIx ix) const;
    /// The rows that exist on as-of, in the order of every table.
    std::vector<StatusRow> rows() const;
    StatusRow row(RowIx ix) const;
    /// One for each agency of a continuous obligation that is active on as-of, in plan order.
    std::vector<ActivityRow> activity() const;
    const Receipt& receipt(RowIx row) const { return receipts_[row]; }
    const std::string& file_of(const Filing& filing) const { return files_[filing.file]; }
    const std::vector<RefusedEntry>& refused() const { return refused_; }

    const Plan& plan() const { return plan_; }
    const Schedule& schedule() const { return schedule_; }
    Day as_of() const { return as_of_; }

  private:
    void note_activity(ObligationIx obligation, AgencyIx agency, Day day);

    const Plan& plan_;
    const Schedule& schedule_;
    Day as_of_;
    std::vector<Receipt> receipts_;
    std::vector<std::vector<Day>> last_activity_;  ///< by obligation and agency; min: none
    std::vector<std::string> files_;               ///< of the filings kept
    std::vector<RefusedEntry> refused_;
};

/// The state of a row from its dates and first filing: the table of section 7, first match wins.
State state_of(const ExpectedRow& row, const Slot& slot, const Receipt& receipt, Day as_of,
               int soon);

}  // namespace plantool
