// The consolidated report of a period: the one model that every format is written from, so that
// they cannot disagree.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/report/contents.hpp"
#include "core/report/scope.hpp"
#include "core/report/standing.hpp"
#include "core/status/assessment.hpp"
#include "core/status/status.hpp"
#include "core/submission/submission.hpp"

namespace plantool {

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

    // The same of the earlier period that the report is compared with, by the same rule.
    std::vector<Value<AgencyIx>> before_by_agency;
    std::vector<Value<ObligationIx>> before_by_task;
    std::optional<double> before;
};

/// The earlier period that the figures are held against.
struct ComparedPeriod {
    SlotIx slot = 0;           ///< the first of its slots: it names the period
    bool year_before = false;  ///< the same period of the year before; else the period just before
    int submissions = 0;       ///< that count in it; at least one
};

/// An expected report that is overdue or missing, and when its agency was last heard of.
struct FollowUp : StatusRow {
    std::optional<CitedPaper> last_contact;  ///< refused, when it has errors
};

/// A submission that counts. A row has one, or its first and the one whose content counts; the
/// others changed neither timeliness nor content.
struct ReportSource {
    RowIx row = 0;
    NotedPaper paper;
    bool first = false;    ///< timeliness comes from it
    bool content = false;  ///< content comes from it
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

/// A file that the report was made from.
struct InputFile {
    std::string name;
    std::string sha256;  ///< 64 lower-case hexadecimal digits
};

/// What the report was made from. The digest is the SHA-256 of the lines that `sha256sum` writes of
/// the files in this order, so that anybody can check it. Without a digest part of the submissions
/// came by standard input and cannot be read again.
struct Inputs {
    std::vector<InputFile>
        files;  ///< plan, events and calendar, then submissions as they were read
    std::string digest;
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
    std::vector<SlotIx> slots;        ///< one an obligation
    Status status;                    ///< the rows of this report alone, counted; no activity
    std::vector<FollowUp> attention;  ///< overdue and missing, most days late first
    std::vector<ActivityRow> quiet;   ///< continuous tasks gone quiet, longest first
    std::vector<GroupStanding> groups;
    ReceiptCurve receipt;
    Timeliness timeliness;
    std::vector<TaskSection> tasks;         ///< every task that the reports cover, in plan order
    std::vector<TaskContribution> general;  ///< results that name no task: of the whole
    std::vector<Remarks> remarks;
    std::vector<IndicatorTable> indicators;  ///< those that apply to one of the tasks
    std::optional<ComparedPeriod> before;    ///< nothing when no submission of one counts
    std::vector<ReportSource> counted;       ///< in the order of the rows
    std::vector<SharedNote> notes;  ///< of the submissions whose content is shown, commonest first
    std::vector<CitedPaper> refused;  ///< those of this report, and those that named no period
    int refused_elsewhere = 0;        ///< refused submissions that are another report's
    std::vector<Assumption> assumptions;
    Inputs inputs;  ///< filled in by whoever read them
    /// The plan that was in force before this one, and what came in it, where that is known; filled
    /// in by whoever read it, and must outlive the report.
    const Assessment* plan_before = nullptr;

    const Plan& plan() const { return assessment->plan(); }
    const Schedule& schedule() const { return assessment->schedule(); }
    Day as_of() const { return assessment->as_of(); }
};

/// Brings together what the assessment and the keeper of the same scope saw. An annual report has
/// the figures of the annual papers alone: those of shorter periods are in them already.
Report build_report(const Assessment& assessment, const ReportScope& scope,
                    const ContentKeeper& contents);

/// The total of figures by an indicator's rule, free of the noise of binary sums; nothing for no
/// figure. `last` is the last of them.
std::optional<double> total_of(Total rule, const std::vector<double>& figures);

}  // namespace plantool
