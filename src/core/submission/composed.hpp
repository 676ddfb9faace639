// A submission that is to be written: put together from what somebody typed, from a form or from a
// paper. Texts of its own; an empty one is absent. Nothing is checked here: it is written, read
// back and judged as any other.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace plantool {

struct ComposedFigure {
    std::string indicator;
    std::string value;   ///< a number in JSON's grammar; else as it was written
    bool number = true;  ///< false: a text, which the reader will refuse as one
};

struct ComposedResult {
    std::optional<std::string> task;  ///< none: of the report as a whole
    std::string summary;
    std::vector<ComposedFigure> figures;
};

/// A paper that lies beside the submission.
struct StoredPaper {
    std::string file;  ///< relative to the submission's folder
    std::string sha256;
};

struct ComposedSubmission {
    std::string plan;
    std::string agency;
    std::string obligation;
    std::string period;
    std::string document_number;
    std::string document_date;
    std::string received;
    std::string via;
    bool nil = false;
    std::vector<ComposedResult> results;
    std::string difficulties;
    std::string proposals;
    std::string next;
    std::string note;
    std::vector<StoredPaper> attachments;

    /// The result of that task, made where there is none.
    ComposedResult& result_of(const std::optional<std::string>& task) {
        for (auto& result : results) {
            if (result.task == task) return result;
        }
        auto& made = results.emplace_back();
        made.task = task;
        return made;
    }
};

}  // namespace plantool
