// One report as it was received: as read (texts with their places), and as understood against a
// plan (indices and days).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/plan.hpp"
#include "core/schedule.hpp"

namespace plantool {

/// Where a submission stands: its file and the line on which it begins.
struct Origin {
    std::string file;
    int line = 1;
};

struct RawFigure {
    enum class Kind { number, quoted, other };
    Text indicator;
    Text value;                ///< as written; for `other` what stands there: "a list"
    Kind kind = Kind::number;  ///< a number may still not be one
};

struct RawResult {
    std::optional<Text> task;
    std::string summary;
    std::vector<RawFigure> figures;
    Span span;
};

struct Attachment {
    Text file;
    Text sha256;
};

/// A submission whose shape was read. A field that is absent or could not be read is empty; what
/// was wrong with it is among the diagnostics.
struct RawSubmission {
    Origin origin;
    Span span;
    std::optional<Text> agency;
    std::optional<Text> obligation;
    std::optional<Text> period;
    std::string document_number;
    std::optional<Spanned<Day>> document_date;
    std::optional<Spanned<Day>> received;  ///< already a day of the plan's timezone
    std::string via;
    std::vector<Attachment> attachments;
    std::vector<RawResult> results;
    std::string difficulties;
    std::string proposals;
    std::string next;
    std::string note;
};

// Spans here may be asked only while the submission is being read: their source goes with it.

struct Figure {
    IndicatorIx indicator = 0;
    double value = 0;
    Span span = {};
};

struct Result {
    ObligationIx task = 0;
    std::string summary;
    std::vector<Figure> figures;
    Span span = {};  ///< of the task's id
};

/// A submission understood. Whatever could not be is absent; then `valid` is false.
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
    std::vector<Code> errors;  ///< codes of the errors found, each once, in order
};

}  // namespace plantool
