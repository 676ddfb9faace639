// What `record` is told on its command line.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"

namespace plantool {

/// A submission; empty: not given.
struct SubmissionOptions {
    std::string agency = {};
    std::string obligation = {};
    std::string period = {};
    std::string received = {};
    std::string number = {};
    std::string date = {};
    std::string via = {};
    bool nil = false;
    std::vector<std::string> summaries = {};
    std::vector<std::string> figures = {};
    std::string difficulties = {};
    std::string proposals = {};
    std::string next = {};
    std::string note = {};
};

/// What an office decides: a paper goes back, a report is waived or its day moved.
struct DecisionOptions {
    std::optional<std::string> returned = {};  ///< the number of the document
    bool waive = false;
    std::optional<std::string> extended_to = {};
    std::string on = {};
    std::string reason = {};

    bool any() const { return returned || waive || extended_to; }
};

struct RecordOptions {
    SubmissionOptions submission = {};
    DecisionOptions decision = {};
    std::string plan = {};  ///< its id, where `--plan` named one by it
    std::vector<std::string> files = {};
    std::optional<std::string> json = {};
    bool dry_run = false;
};

}  // namespace plantool
