// What a report keeps of the submissions that go by. Everything else is let go, so that memory is
// bounded by the report, not by what was received.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/report/scope.hpp"
#include "core/status/assessment.hpp"
#include "core/submission/submission.hpp"

namespace plantool {

/// A paper, and the note that it carries.
struct NotedPaper : CitedPaper {
    std::string note;
};

inline NotedPaper noted(const Submission& submission) {
    return {static_cast<const CitedPaper&>(submission), submission.note};
}

/// Keeps, of the submissions that go by, what a report of the scope will show: the content of the
/// one whose content counts for each row, the name of the first, and the last contact with each
/// agency; of the rows to compare with, the figures. Which is which, the assessment says.
class ContentKeeper {
  public:
    struct Kept {
        std::optional<NotedPaper> first;  ///< timeliness comes from it
        std::optional<Submission> content;
        bool figures_only = false;
    };

    ContentKeeper(const ReportScope& scope, Day as_of);
    /// How much of the submission `add` would make use of. May be asked from any thread.
    Extent wanted(const CheckedSubmission& submission) const;
    /// Takes submissions in reading order, the refused ones too.
    void add(const Submission& submission, Standing standing);

    /// The one whose content counts; nothing when none does.
    const Submission* of(RowIx row) const;
    const NotedPaper* first_of(RowIx row) const;
    /// The last that was heard of an agency, whatever it was about. A refused submission is contact
    /// too: whoever sent it can be asked about it.
    const CitedPaper* last_contact(AgencyIx agency) const;

  private:
    void note_contact(const Submission& submission);

    std::map<RowIx, Kept> kept_;
    std::map<AgencyIx, CitedPaper> contacts_;
    Day as_of_;
};

}  // namespace plantool
