// The plans made ready for a command, and their submissions read through.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "cli/env.hpp"
#include "cli/options.hpp"
#include "core/plan/laid_plan.hpp"
#include "core/report/report.hpp"
#include "core/status/assessment.hpp"
#include "intake/intake.hpp"
#include "intake/shared_store.hpp"
#include "read/plan/workspace.hpp"
#include "read/submission/left_out.hpp"
#include "write/kit/folder_lock.hpp"

namespace plantool {

/// A plan that is known, and what is wrong with it and its files.
struct SessionPlan : LaidPlan {
    Diagnostics diagnostics;
    bool asked = true;  ///< the command speaks of it; of the others only to tell papers apart

    const std::string& file() const { return plan.sources.front()->name(); }
    /// Where the plan says that something is, seen from where the program runs; empty when it says
    /// nothing.
    std::filesystem::path beside(const std::string& path) const;
};

/// Everything that a command asks of: plans with their events, laid out, the day, the files.
struct Session {
    /// Those known together, in order of their first day, then of their files; at least one.
    std::vector<std::unique_ptr<SessionPlan>> plans;
    Day as_of;
    Language language = Language::vi;
    SubmissionFiles files;
    std::vector<OpenStore> stores;  ///< read behind the files
    std::int64_t elsewhere = 0;     ///< entries of events files that name a plan that is not known
    int threads = 1;
    std::function<void(std::optional<std::int64_t>)> progress;  ///< see Env; none when quiet
    Diagnostics diagnostics;        ///< of files that several plans share
    std::vector<FolderLock> locks;  ///< of the plans' folders, while files are added

    /// Those that the command speaks of, in their order; at least one.
    std::vector<const SessionPlan*> asked() const;
    /// Whether no plan has an error.
    bool plans_are_valid() const;
};

/// Which submissions a command reads.
enum class Submissions {
    none,
    all,       ///< and it is an IoError that a path is not there
    if_there,  ///< a folder may still be to be made
    to_add,    ///< the same, and nobody else adds any while the session lives
};

/// Which of the plans that are known a command speaks of.
enum class Asking {
    live,  ///< those that are live on the day (semantics.md, section 10), and those named as files
    all,
};

/// Finds and reads the plans, their calendars and events. Throws UsageError when there is no plan,
/// IoError when a file cannot be read. Plans with errors are returned all the same.
std::unique_ptr<Session> open_session(const GlobalOptions& options, const Env& env,
                                      Submissions reading, Asking asking = Asking::live);

/// Reads all the submissions of a session: each checked against the plan that it belongs to, or,
/// where one has errors, all for their form alone. There is an intake for each plan that is asked,
/// in their order. With `inputs`, tells also what was read. `left_out`, where it is given, learns
/// which files are accounted for; with `loading`, all goes into a store. Throws AttachmentsRead.
IntakeCounts take_in(const Session& session, std::vector<PlanIntake> intakes,
                     Diagnostics* findings = nullptr, Inputs* inputs = nullptr,
                     LeftOut* left_out = nullptr, const Loading* loading = nullptr);
/// The same of what a source gives, in place of all that the session has.
IntakeCounts take_in(const Session& session, std::vector<PlanIntake> intakes,
                     const SubmissionSource& source);

/// Thrown by `take_in` where files that were read turn out to be attachments of submissions that
/// came after them: what was read is not the answer.
struct AttachmentsRead {
    std::set<std::string> files;
};

/// Runs what calls `take_in` and has told nobody anything before: again, without them, where files
/// turn out to be attachments.
int without_attachments(Session& session, const std::function<int()>& run);

/// Says on standard error how many submissions were refused, if any were.
void tell_refused(std::int64_t refused, const Session& session, const GlobalOptions& options,
                  const Env& env);

/// The digest of a plan with its events and holidays.
std::string digest_of(const Plan& plan);

/// Says on standard error which plans are not, or no more, as the stores know them.
void tell_plans_of_stores(const Session& session, const GlobalOptions& options, const Env& env);

/// Says on standard error that the only plan has closed by the day asked about.
void tell_plan_is_over(const Session& session, const GlobalOptions& options, const Env& env);

/// Says on standard error which files below the folders were not read, if any were not.
void tell_left_out(const Endings& endings, const Session& session, const GlobalOptions& options,
                   const Env& env);

/// Says on standard error how many drafts wait, if any do.
void tell_drafts(int drafts, const Session& session, const GlobalOptions& options, const Env& env);

/// A plan that has errors, where only ones without serve: exit 2.
struct PlanFault {
    Message message;
    Diagnostics findings;
};

/// Prints the plans' errors to standard error, and the warnings of those that are asked unless
/// `quiet`. Throws PlanFault, with all findings, when there are errors.
void tell_plan_faults(const Session& session, const GlobalOptions& options, const Env& env);

}  // namespace plantool
