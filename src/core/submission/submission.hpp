// One report as it was received, in three stages. As read: texts with their places. As understood
// against a plan: the record of the paper, and figures. As kept: with texts of its own. The first
// two only look at the text that was read, so that a stream of them costs no memory.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan/plan.hpp"
#include "core/submission/paper.hpp"

namespace plantool {

/// A text and where it stands, good while the submission is being looked at.
struct TextView {
    std::string_view value;
    Span span;

    bool empty() const { return value.empty(); }
};

/// `received` as written: a day, or an instant that is a day only in the zone of a plan.
struct Received {
    Day day;
    std::optional<Instant> instant;
    Span span;
};

struct RawFigure {
    /// How the value stands there. A number, of whichever grammar, may still not be one.
    enum class Kind {
        number,      ///< in JSON's grammar
        vietnamese,  ///< in a CSV file of semicolons or tabs
        quoted,
        other,
    };
    TextView indicator;
    TextView value;  ///< as written; for `other` what stands there: "a list"
    Kind kind = Kind::number;
};

struct RawResult {
    std::optional<TextView> task;
    std::string_view summary;
    std::uint32_t first_figure = 0;  ///< in RawSubmission::figures
    std::uint32_t figure_count = 0;
    Span span;
    bool on_top = false;  ///< the figures on top of the submission, which name no task
};

struct Attachment {
    TextView file;
    TextView sha256;
};

/// A submission whose shape was read. A field that is absent or could not be read is empty; what
/// was wrong with it is among the diagnostics. Texts are as written: not yet in NFC.
struct RawSubmission {
    Span span;
    int line = 1;  ///< of its file, where it begins
    std::optional<TextView> plan;
    std::optional<TextView> agency;
    std::optional<TextView> obligation;
    std::optional<TextView> period;
    std::string_view document_number;
    std::optional<Spanned<Day>> document_date;
    std::optional<Received> received;
    std::string_view via;
    std::vector<Attachment> attachments;
    bool nil = false;  ///< nothing to report
    Span nil_span;
    std::vector<RawResult> results;
    std::vector<RawFigure> figures;  ///< of all the results
    std::string_view difficulties;
    std::string_view proposals;
    std::string_view next;
    std::string_view note;

    std::span<const RawFigure> figures_of(const RawResult& result) const {
        return std::span(figures).subspan(result.first_figure, result.figure_count);
    }
    /// Makes it empty, and keeps the room for the next one.
    void clear();
};

/// In place of a task: a result that speaks of the report as a whole.
inline constexpr ObligationIx kNoTask = std::numeric_limits<ObligationIx>::max();

struct Figure {
    IndicatorIx indicator = 0;
    double value = 0;
    Span span = {};  ///< good only while the submission is being looked at
};

struct CheckedResult {
    ObligationIx task = 0;  ///< or kNoTask
    const RawResult* raw = nullptr;
    std::uint32_t first_figure = 0;  ///< in CheckedSubmission::figures
    std::uint32_t figure_count = 0;
};

/// A submission understood. Whatever could not be is absent; then it has errors.
struct CheckedSubmission {
    const RawSubmission* raw = nullptr;
    Paper paper;
    std::vector<CheckedResult> results;
    std::vector<Figure> figures;  ///< of all the results
    std::vector<Code> errors;     ///< codes of the errors found, each once, in order

    bool valid() const { return errors.empty(); }
    std::span<const Figure> figures_of(const CheckedResult& result) const {
        return std::span(figures).subspan(result.first_figure, result.figure_count);
    }
};

struct Result {
    ObligationIx task = 0;  ///< or kNoTask
    std::string summary;
    std::vector<Figure> figures;
};

/// A submission that is kept, valid or not, with everything that it says. Texts are in NFC.
struct Submission : CitedPaper {
    bool nil = false;  ///< nothing to report
    std::string via;
    std::vector<Result> results;
    std::string difficulties;
    std::string proposals;
    std::string next;
    std::string note;
};

/// Whether a reader would miss it if an empty one came in its place (semantics.md, section 6). A
/// note alone says nothing.
bool says_something(const CheckedSubmission& submission);
bool says_something(const Submission& submission);

/// How much of a submission is kept.
enum class Extent {
    nothing,
    paper,  ///< whose it is, its day and document, and what was wrong with it
    whole,  ///< with its results and texts
};

/// The paper as others will speak of it. Its ordinal is still to be given.
CitedPaper cite(const CheckedSubmission& submission);

/// The submission with texts of its own. Its ordinal is still to be given.
Submission keep(const CheckedSubmission& submission, Extent extent);

}  // namespace plantool
