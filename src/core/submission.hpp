// One report as it was received, in three stages. As read: texts with their places. As understood
// against a plan: indices and days. As kept: with texts of its own. The first two only look at the
// text that was read, so that a stream of them costs no memory.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/plan.hpp"
#include "core/schedule.hpp"

namespace plantool {

/// Where a submission stands: its file and the line on which it begins.
struct Origin {
    std::string file;
    int line = 1;
};

/// A text and where it stands, good while the submission is being looked at.
struct TextView {
    std::string_view value;
    Span span;

    bool empty() const { return value.empty(); }
};

struct RawFigure {
    enum class Kind { number, quoted, other };
    TextView indicator;
    TextView value;            ///< as written; for `other` what stands there: "a list"
    Kind kind = Kind::number;  ///< a number may still not be one
};

struct RawResult {
    std::optional<TextView> task;
    std::string_view summary;
    std::uint32_t first_figure = 0;  ///< in RawSubmission::figures
    std::uint32_t figure_count = 0;
    Span span;
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
    std::optional<TextView> agency;
    std::optional<TextView> obligation;
    std::optional<TextView> period;
    std::string_view document_number;
    std::optional<Spanned<Day>> document_date;
    std::optional<Spanned<Day>> received;  ///< already a day of the plan's timezone
    std::string_view via;
    std::vector<Attachment> attachments;
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

struct Figure {
    IndicatorIx indicator = 0;
    double value = 0;
    Span span = {};  ///< good only while the submission is being looked at
};

struct CheckedResult {
    ObligationIx task = 0;
    const RawResult* raw = nullptr;
    std::uint32_t first_figure = 0;  ///< in CheckedSubmission::figures
    std::uint32_t figure_count = 0;
};

/// A submission understood. Whatever could not be is absent; then `valid` is false.
struct CheckedSubmission {
    const RawSubmission* raw = nullptr;
    bool valid = true;
    std::optional<AgencyIx> agency;
    std::optional<ObligationIx> obligation;
    std::optional<SlotIx> slot;
    std::optional<RowIx> row;
    std::optional<Day> received;
    std::optional<Day> document_date;
    std::vector<CheckedResult> results;
    std::vector<Figure> figures;  ///< of all the results
    std::vector<Code> errors;     ///< codes of the errors found, each once, in order

    std::span<const Figure> figures_of(const CheckedResult& result) const {
        return std::span(figures).subspan(result.first_figure, result.figure_count);
    }
};

struct Result {
    ObligationIx task = 0;
    std::string summary;
    std::vector<Figure> figures;
};

/// A submission that is kept, valid or not, with everything that it says. Texts are in NFC.
struct Submission {
    bool valid = true;
    std::uint64_t order = 0;  ///< in reading order
    Origin origin;
    std::optional<AgencyIx> agency;
    std::optional<ObligationIx> obligation;
    std::optional<SlotIx> slot;
    std::optional<RowIx> row;
    std::optional<Day> received;
    std::optional<Day> document_date;
    std::string document;
    std::string via;
    std::vector<Result> results;
    std::string difficulties;
    std::string proposals;
    std::string next;
    std::string note;
    std::vector<Code> errors;
};

/// How much of a submission is kept.
enum class Extent {
    nothing,
    paper,  ///< whose it is, its day and document, and what was wrong with it
    whole,  ///< with its results and texts
};

/// The submission with texts of its own. Its order is still to be given.
Submission keep(const CheckedSubmission& submission, Extent extent);

}  // namespace plantool
