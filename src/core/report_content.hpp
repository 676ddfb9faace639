// What a report keeps of the submissions that go by. Everything else is let go, so that memory is
// bounded by the report, not by what was received.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/assess.hpp"
#include "core/report_scope.hpp"
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

/// The last that was heard of an agency, whatever it was about. A refused submission is contact
/// too: whoever sent it can be asked about it.
struct Contact {
    FiledPaper paper;
    std::optional<ObligationIx> obligation;
    bool refused = false;
};

/// Keeps, of the submissions that go by, what a report of the scope will show: the content of the
/// last one that counts for each row, the name of the first, which were refused, and the last
/// contact with each agency; of the rows to compare with, the figures.
class ContentKeeper {
  public:
    struct Kept {
        std::optional<FiledPaper> first;  ///< timeliness comes from it
        std::optional<Submission> last;   ///< content comes from it
        bool figures_only = false;
    };

    ContentKeeper(const ReportScope& scope, Day as_of);
    /// How much of the submission `add` would make use of. May be asked from any thread.
    Extent wanted(const CheckedSubmission& submission) const;
    /// Takes submissions in reading order, the refused ones too.
    void add(const Submission& submission);

    /// The last one that counts; nothing when none does.
    const Submission* of(RowIx row) const;
    const FiledPaper* first_of(RowIx row) const;
    const std::vector<RefusedPaper>& refused() const { return refused_; }
    const Contact* last_contact(AgencyIx agency) const;

  private:
    void keep(const Submission& submission, Kept& kept);
    void note_contact(const Submission& submission);

    std::map<RowIx, Kept> kept_;
    std::vector<RefusedPaper> refused_;
    std::map<AgencyIx, Contact> contacts_;
    Day as_of_;
};

FiledPaper paper_of(const Submission& submission);

FilingOrder filing_order(const FiledPaper& paper);

}  // namespace plantool
