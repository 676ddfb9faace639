// A plan made ready for a command, and its submissions read through.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>

#include "cli/env.hpp"
#include "cli/intake.hpp"
#include "cli/options.hpp"
#include "core/assess.hpp"
#include "core/plan.hpp"
#include "core/schedule.hpp"
#include "read/workspace.hpp"

namespace plantool {

/// Everything that a command asks of: the plan with its events, its schedule, the day, the files.
struct Session {
    Plan plan;
    Schedule schedule;
    Day as_of;
    Language language = Language::vi;
    SubmissionFiles files;
    int threads = 1;
    std::function<void(std::optional<std::int64_t>)> progress;  ///< see Env; none when quiet
    Diagnostics diagnostics;  ///< of the plan and its files, in order

    bool plan_is_valid() const { return !diagnostics.has_errors(); }
};

/// Finds and reads the plan, its calendar and events. Throws UsageError when there is no plan or
/// several fit, IoError when a file cannot be read. A plan with errors is returned all the same.
std::unique_ptr<Session> open_session(const GlobalOptions& options, const Env& env,
                                      bool with_submissions);

/// Reads all the submissions of a session, in reading order: their form alone, whatever the plan.
/// Gives how many there were.
std::int64_t read_forms(const Session& session, Diagnostics& found);

/// Reads and checks all the submissions of a session with a valid plan. Gives how many there were.
std::int64_t take_in(const Session& session, IntakeSinks sinks);

/// Says on standard error how many submissions were refused, if any were.
void report_refused(const Assessment& assessment, const GlobalOptions& options, const Env& env);

/// Prints the plan's errors to standard error and gives the exit status 2; 0 when there are none.
/// Warnings are printed too unless `quiet`.
int report_plan_faults(Session& session, const GlobalOptions& options, const Env& env);

}  // namespace plantool
