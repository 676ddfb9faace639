// Why a row has its state, or an activity its own: the facts, in no language, from which
// `explain` writes texts and JSON (semantics.md, sections 4 to 8).
#pragma once

#include <optional>
#include <vector>

#include "core/status/assessment.hpp"
#include "core/status/why/subject.hpp"

namespace plantool {

/// Why nothing is expected of the agency.
enum class WhyNot {
    not_named,            ///< neither is it named nor does it follow one that is
    not_begun,            ///< it begins after the reference day
    ended,                ///< it ended before that; others answer in its place, or nobody
    predecessor_answers,  ///< the one that it follows was still there on that day
    lifted,               ///< by an amendment
    not_raised,           ///< the event arises after as-of
};

/// What became of a paper.
enum class Verdict {
    counts,
    refused,    ///< it has errors
    repeats,    ///< the error is that it was read before
    returned,   ///< sent back by as-of
    later,      ///< received after as-of
    other_row,  ///< it belongs to the row of another agency
    unplaced,   ///< no row takes it on as-of
};

struct JudgedPaper {
    CitedPaper paper;
    Verdict verdict = Verdict::counts;
    bool timeliness = false;  ///< the first that counts, or the last activity
    bool content = false;     ///< content comes from it
    bool says_something = false;
    bool nil = false;
    bool direct = true;  ///< of the obligation itself; else as a result in another's
    const Return* returned = nullptr;
    std::optional<Origin> first;     ///< of a repetition: where it was read first
    std::optional<AgencyIx> holder;  ///< whose row takes it, where that is another than the sender
};

/// How the due day came about.
struct DueReason {
    const DueRule* rule = nullptr;  ///< none where the period or event has a day of its own
    const Spanned<Day>* own = nullptr;
    DueDerivation derivation;
    Day day;                ///< with the extension
    std::optional<int> at;  ///< minutes of the day until which a paper is on time
    Day closes;
    Amount closes_after;
    std::optional<Day> unamended;  ///< without any amendment, where that is another day
};

/// An agency that the obligation or event names, and by way of whom the subject's answers for it:
/// both are in the chain, which has one entry where it answers for itself.
struct AnswersFor {
    std::vector<AgencyIx> chain;
};

/// What is quiet or active.
struct ActivityReason {
    enum class From { plan, obligation, amendment };
    ActivityRow row;
    Day since;               ///< from which days are counted
    From from = From::plan;  ///< who says after how many days it is quiet
};

struct Reasoning {
    Subject subject;
    Day reference;  ///< who answers on this day owes the report; as-of for what is continuous
    std::optional<WhyNot> why_not;    ///< nothing is expected
    std::vector<AgencyIx> answering;  ///< in the agency's place, where it does not itself
    std::vector<AnswersFor> answers_for;
    std::vector<const Amendment*> amendments;  ///< that hold, in the order in which they do
    std::optional<DueReason> due;              ///< none for what is continuous
    const Exception* extension = nullptr;
    const Exception* waiver = nullptr;
    const Explanation* explanation = nullptr;  ///< of its lateness
    std::optional<ActivityReason> activity;
    std::optional<StatusRow> row;  ///< none where nothing is expected, and for what is continuous
    const Receipt* receipt = nullptr;  ///< likewise
    std::vector<JudgedPaper> papers;   ///< as they follow one another, without a day last
};

/// `papers` are those that a PaperPicker wants, as the assessment took them in.
Reasoning reason(const Assessment& assessment, const Subject& subject,
                 std::vector<Submission> papers);

/// The papers' part of it: used by `reason` alone.
std::vector<JudgedPaper> judge(const Assessment& assessment, const Subject& subject,
                               std::vector<Submission> papers);

}  // namespace plantool
