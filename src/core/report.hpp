// The consolidated report of a period: the one model that every format is written from, so that
// they cannot disagree.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/assess.hpp"
#include "core/status.hpp"
#include "core/submission.hpp"

namespace plantool {

/// A submission as the sources of a report name it.
struct FiledPaper {
    Origin origin;
    std::string document;
    std::optional<Day> document_date;
    Day received;
    std::uint64_t order = 0;
    std::string note;
};

/// A submission that validation refused. What could not be understood of it is absent.
struct RefusedPaper {
    Origin origin;
    std::string document;
    std::optional<AgencyIx> agency;
    std::optional<ObligationIx> obligation;
    std::optional<SlotIx> slot;
    std::optional<Day> received;
    std::vector<Code> errors;
};

/// Keeps, of the submissions that go by, what a report of the chosen rows will show: the content of
/// the last one that counts for each row, the name of the first, and which were refused. Everything
/// else is let go.
class ContentKeeper {
  public:
    struct Kept {
        std::optional<FiledPaper> first;  ///< timeliness comes from it
        std::optional<Submission> last;   ///< content comes from it
    };

    ContentKeeper(const std::vector<RowIx>& rows, Day as_of);
    /// Whether `add` would make use of the submission. May be asked from any thread.
    bool wants(const CheckedSubmission& submission) const;
    /// Takes submissions in reading order, the refused ones too.
    void add(const Submission& submission);

    /// The last one that counts; nothing when none does.
    const Submission* of(RowIx row) const;
    const FiledPaper* first_of(RowIx row) const;
    const std::vector<RefusedPaper>& refused() const { return refused_; }

  private:
    std::map<RowIx, Kept> kept_;
    std::vector<RefusedPaper> refused_;
    Day as_of_;
};

/// One agency's part in a task's results.
struct TaskContribution {
    AgencyIx agency = 0;
    RowIx row = 0;
    std::string summary;
    std::vector<Figure> figures;
};

struct TaskSection {
    ObligationIx task = 0;
    std::vector<TaskContribution> contributions;  ///< agencies in plan order
};

/// What one agency says outside the tasks. At least one of them says something.
struct Remarks {
    AgencyIx agency = 0;
    RowIx row = 0;
    std::string difficulties;
    std::string proposals;
    std::string next;
};

/// One indicator's figures. The rule (`sum`, `max`, `mean`, `last`) makes one value of an agency's
/// figures, and the total of the agencies' values: a mean is the mean of the agencies.
struct IndicatorTable {
    struct Cell {
        AgencyIx agency = 0;
        ObligationIx task = 0;
        double value = 0;
    };
    template <class Ix>
    struct Value {
        Ix of = 0;
        double value = 0;
    };
    IndicatorIx indicator = 0;
    std::vector<Cell> cells;                   ///< agencies in plan order, then tasks
    std::vector<Value<AgencyIx>> by_agency;    ///< in plan order; who gave none is not there
    std::vector<Value<ObligationIx>> by_task;  ///< in plan order
    std::optional<double> total;               ///< nothing when there is no figure
    std::optional<AgencyIx> last;              ///< whose value the total is, for `last`
};

/// A submission that counts. A row has one, or its first and its last; those between them changed
/// neither timeliness nor content.
struct ReportSource {
    RowIx row = 0;
    FiledPaper paper;
    bool first = false;  ///< timeliness comes from it
    bool last = false;   ///< content comes from it
};

/// A note that submissions carry, and how many carry it.
struct SharedNote {
    std::string text;
    int submissions = 0;
};

/// Entries of the plan that were filled in where the document is silent, and that this report rests
/// on. Entries of a kind that give the same reason stand together.
struct Assumption {
    enum class Kind { plan, obligation, group, agency, indicator, waiver, extension };
    Kind kind = Kind::plan;
    std::vector<std::string> names;  ///< what the entries are called; empty for the plan itself
    Provenance why;
};

/// The report of one period. Rows are those of the chosen report obligations in that period. The
/// assessment must outlive it.
struct Report {
    const Assessment* assessment = nullptr;
    std::string period_id;
    SlotIx slot = 0;  ///< the first of its slots: it names the period
    Period period;
    Days window;
    std::vector<ObligationIx> obligations;
    std::vector<SlotIx> slots;         ///< one an obligation
    Status status;                     ///< the rows of this report alone, counted; no activity
    std::vector<StatusRow> attention;  ///< overdue and missing, most days late first
    std::vector<ActivityRow> quiet;    ///< continuous tasks gone quiet, longest first
    std::vector<TaskSection> tasks;    ///< every task that the reports cover, in plan order
    std::vector<Remarks> remarks;
    std::vector<IndicatorTable> indicators;  ///< those that apply to one of the tasks
    std::vector<ReportSource> counted;       ///< in the order of the rows
    std::vector<SharedNote> notes;  ///< of the submissions whose content is shown, commonest first
    std::vector<RefusedPaper> refused;  ///< those of this report, and those that named no period
    int refused_elsewhere = 0;          ///< refused submissions that are another report's
    std::vector<Assumption> assumptions;

    const Plan& plan() const { return assessment->plan(); }
    const Schedule& schedule() const { return assessment->schedule(); }
    Day as_of() const { return assessment->as_of(); }
};

/// The rows of a period's report: those of `obligations` (or, when empty, of every report
/// obligation) in that period. `period` is a period id as the user may write it.
struct ReportScope {
    std::string period_id;
    std::vector<ObligationIx> obligations;  ///< those that have the period, in plan order
    std::vector<SlotIx> slots;
    std::vector<RowIx> rows;
};

/// Nothing when no such obligation has that period. `latest` is the newest period (by due day,
/// then by its last day) that has come due by as-of. The part after the year alone (`H1`) will do
/// where it names one period.
std::optional<ReportScope> find_scope(const Plan& plan, const Schedule& schedule,
                                      const std::string& period,
                                      const std::vector<ObligationIx>& obligations, Day as_of);

Report build_report(const Assessment& assessment, const ReportScope& scope,
                    const ContentKeeper& contents);

/// The total of figures by an indicator's rule, free of the noise of binary sums; nothing for no
/// figure. `last` is the last of them.
std::optional<double> total_of(Total rule, const std::vector<double>& figures);

}  // namespace plantool
