// What is wrong with a submission, beyond its shape (formats.md, section 3).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/submission.hpp"
#include "text/suggest.hpp"

namespace plantool {

/// How an agency's name was understood.
struct AgencyMatch {
    std::optional<AgencyIx> agency;
    std::vector<AgencyIx> candidates;  ///< when several agencies have the name
    bool exact = false;                ///< by id, or by the very spelling of its name
};

AgencyMatch find_agency(const Plan& plan, std::string_view written);

/// Checks submissions one after the other; it remembers only what tells that one was seen before.
class SubmissionChecker {
  public:
    /// `as_of` is the day on which the question is asked. The plan and schedule must outlive it.
    SubmissionChecker(const Plan& plan, const Schedule& schedule, Day as_of)
        : plan_(plan), schedule_(schedule), as_of_(as_of) {}

    /// Understands the submission and adds what is wrong with it. `found` may hold the faults of
    /// its shape already: with an error among them the submission is not valid.
    Submission check(RawSubmission raw, Diagnostics& found);

  private:
    struct Fingerprint {
        std::uint64_t high = 0;
        std::uint64_t low = 0;
        bool operator==(const Fingerprint&) const = default;
    };
    /// Where a document was read first.
    struct FirstSeen {
        std::uint32_t file = 0;  ///< in files_
        int line = 1;
    };
    struct FingerprintHash {
        std::size_t operator()(const Fingerprint& f) const { return f.low; }
    };

    std::string suggest_agency(const std::string& written) const;
    void check_agency(const RawSubmission& raw, Submission& out, Diagnostics& found) const;
    void check_obligation(const RawSubmission& raw, Submission& out, Diagnostics& found) const;
    void check_owed(const RawSubmission& raw, Submission& out, Diagnostics& found) const;
    void check_period(const RawSubmission& raw, Submission& out, Diagnostics& found) const;
    void check_dates(const RawSubmission& raw, const Submission& out, Diagnostics& found) const;
    void check_results(RawSubmission& raw, Submission& out, Diagnostics& found) const;
    void check_coverage(const RawSubmission& raw, const Submission& out, Diagnostics& found) const;
    std::optional<Figure> check_figure(const RawFigure& raw, std::optional<ObligationIx> task,
                                       Diagnostics& found) const;
    void check_repetition(const RawSubmission& raw, const Submission& out, Diagnostics& found);

    const Plan& plan_;
    const Schedule& schedule_;
    Day as_of_;
    std::uint64_t next_order_ = 0;
    std::unordered_map<Fingerprint, FirstSeen, FingerprintHash> seen_;
    std::vector<std::string> files_;
    mutable std::optional<Suggester> agency_names_;  ///< made when first needed
    mutable std::unordered_map<std::string, std::string> suggested_;
};

}  // namespace plantool
