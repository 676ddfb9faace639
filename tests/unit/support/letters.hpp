// Submissions made in memory, in a few words, for tests of the core: what a reader would have made
// of them, as the core sees it.
//
//     const auto on_5_july = assess(plan, "2022-07-05", {{"h", "a", "2022-H1", "2022-06-29",
//     "1/BC"}}); CHECK(state_in(on_5_july, plan, "h", "a", "2022-H1") == "on-time");
#pragma once

#include <list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/report/contents.hpp"
#include "core/status/assessment.hpp"
#include "core/status/status.hpp"
#include "core/status/why/reasoning.hpp"
#include "core/submission/cross/cross_check.hpp"
#include "core/submission/submission.hpp"
#include "support/days.hpp"
#include "support/findings.hpp"
#include "support/plan.hpp"

namespace plantool::testing {

/// What a letter tells of one task. A figure is its indicator and its value as written; a value in
/// quotes, as `"\"3\""`, is a text.
struct Told {
    std::string task;
    std::string summary = {};
    std::vector<std::pair<std::string, std::string>> figures = {};
};

/// A submission as it was sent. What is empty is left out.
struct Letter {
    std::string obligation;
    std::string agency;
    std::string period;
    std::string received;  ///< a day, or an instant, of Viet Nam
    std::string document = {};
    std::string document_date = {};
    std::vector<Told> results = {};
    std::string difficulties = {};
    std::string proposals = {};
    std::string next = {};
    std::string note = {};
};

/// A letter as a reader hands it on. A finding points at what it is about by its name: `agency`,
/// `obligation`, `period`, `document date`, `received`, `task I.1`, `indicator n`, `figure n` or,
/// of the whole, `letter`.
class OpenLetter {
  public:
    /// `line`: where it would begin in its file.
    explicit OpenLetter(Letter letter, int line = 1);
    OpenLetter(const OpenLetter&) = delete;
    OpenLetter& operator=(const OpenLetter&) = delete;

    const RawSubmission& raw() const { return raw_; }

  private:
    Span named(const std::string& name, std::string_view text);
    TextView view(const std::string& name, const std::string& text);
    void open_results();

    Letter letter_;
    int line_;
    std::list<Source> sources_;
    RawSubmission raw_;
};

/// What is found wrong with the letter, for itself.
Diagnostics check(const BuiltPlan& plan, std::string_view today, const Letter& letter);
/// The same, as `S104 agency`.
Strings found_in(const BuiltPlan& plan, std::string_view today, const Letter& letter);

/// Who is given the letters; whoever is not there goes without.
struct Desks {
    Assessment* assessment = nullptr;
    ContentKeeper* contents = nullptr;
    CrossChecker* cross = nullptr;
    std::vector<Submission>* kept = nullptr;  ///< all of them, valid or not
};

/// The letters in this order, each checked and then counted or refused. They are numbered from 0
/// and stand on lines of their own, from 1.
void hand_in(const BuiltPlan& plan, std::string_view today, const std::vector<Letter>& letters,
             const Desks& desks);

/// The same, with an assessment as of that day.
Assessment assess(const BuiltPlan& plan, std::string_view as_of,
                  const std::vector<Letter>& letters);

/// Why the subject stands as it does, from those of the kept papers that have to do with it.
Reasoning reasoned(const BuiltPlan& plan, const Assessment& assessment, const Subject& subject,
                   const std::vector<Submission>& kept);

/// The state's id; `none` where no row is expected on that day.
std::string state_in(const Assessment& assessment, const BuiltPlan& plan,
                     const std::string& obligation, const std::string& agency,
                     const std::string& period);
StatusRow row_in(const Assessment& assessment, const BuiltPlan& plan, const std::string& obligation,
                 const std::string& agency, const std::string& period);
/// All rows counted, as `status` counts them without a filter.
Summary summary_of(const Assessment& assessment);

}  // namespace plantool::testing
