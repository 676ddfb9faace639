// What became of a paper that came in (cli.md, import).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time/date.hpp"
#include "text/message.hpp"

namespace plantool {

/// Every paper ends in exactly one.
enum class Outcome { taken, draft, duplicate, secret, not_a_report, unreadable };

struct OutcomeInfo {
    Outcome outcome;
    std::string_view id;
    Word label;
};
inline constexpr std::array kOutcomes = {
    OutcomeInfo{Outcome::taken, "taken", Word::outcome_taken},
    OutcomeInfo{Outcome::draft, "draft", Word::outcome_draft},
    OutcomeInfo{Outcome::duplicate, "duplicate", Word::outcome_duplicate},
    OutcomeInfo{Outcome::secret, "secret", Word::outcome_secret},
    OutcomeInfo{Outcome::not_a_report, "not-a-report", Word::outcome_not_a_report},
    OutcomeInfo{Outcome::unreadable, "unreadable", Word::outcome_unreadable},
};
constexpr const OutcomeInfo& info(Outcome outcome) {
    return kOutcomes[static_cast<std::size_t>(outcome)];
}

/// Why it was not taken: which key of a submission is missing, ambiguous or wrong, and what it may
/// be.
struct Reason {
    std::string field;
    Message message;
    std::vector<std::string> candidates = {};
};

/// Texts are empty where nothing is known.
struct ImportedPaper {
    std::string source;  ///< the file, as it was named
    std::string part;    ///< of the file: a line, a cell, an attachment
    Outcome outcome = Outcome::unreadable;
    std::string plan;
    std::string agency;
    std::string obligation;
    std::string period;
    std::string received;
    std::string document;
    std::string document_date;
    std::string file;  ///< the submission or draft
    std::vector<Reason> reasons;
};

}  // namespace plantool
