// A paper as a reader of `import` hands it on: what it says of itself, before it is held against
// the plans and against what is there.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cli/papers/shelf.hpp"
#include "core/submission/composed.hpp"
#include "core/submission/imported.hpp"

namespace plantool {

/// A cell, for those who have to look at it.
struct SheetPlace {
    std::string sheet;
    std::string cell;
};

struct Incoming {
    std::string source;
    std::string part;
    std::string stem;  ///< what a draft is called whose agency is not known
    ComposedSubmission submission;
    std::vector<Reason> doubts;     ///< found on reading
    std::vector<PaperCopy> papers;  ///< to lie beside the submission
    std::string sha256;             ///< of the paper itself; empty: a line of a list
    /// Where nothing is taken, why: the submission says nothing then.
    std::optional<Outcome> settled;
    /// Of a workbook: where the value of a key stands, `results/0/figures/hoi-nghi`.
    std::map<std::string, SheetPlace> places;
};

using IncomingSink = std::function<void(Incoming)>;

/// The outcome of something that is no submission, whatever the plans say.
inline Incoming settled(Outcome outcome, std::string source, std::string part = {},
                        std::vector<Reason> why = {}) {
    Incoming out;
    out.source = std::move(source);
    out.part = std::move(part);
    out.doubts = std::move(why);
    out.settled = outcome;
    return out;
}

}  // namespace plantool
