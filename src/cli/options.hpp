// The options that every command has, and what follows from them.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/env.hpp"
#include "core/time/date.hpp"
#include "diag/source.hpp"
#include "text/labels.hpp"
#include "text/message.hpp"

namespace plantool {

/// The user asked for something that cannot be: exit 2, with the message and a way out.
struct UsageError {
    Message message;
    Message help = {};
};

/// As given on the command line or in the environment; empty: not given.
struct GlobalOptions {
    std::vector<std::string> plans;  ///< files, or folders that have plans
    std::vector<std::string> submissions;
    std::string schema = "plantool";  ///< of shared stores
    // Files that `validate` was given, besides those that the plan leads to.
    std::vector<std::string> events;
    std::vector<std::string> holidays;
    /// An events file as it would be, read in place of the one of that name or as one more.
    std::shared_ptr<const Source> proposed_events;
    std::string as_of;
    std::string language;
    std::string color = "auto";
    bool quiet = false;
    bool no_pager = false;
};

/// Fills what the command line left out from PLANTOOL_PLAN, …_SUBMISSIONS, …_AS_OF and …_LANG.
void fill_from_environment(GlobalOptions& options, const Env& env);

/// What an option was given on a command line that is not parsed yet, and may never be.
std::vector<std::string> given_to(const std::string& option,
                                  const std::vector<std::string>& arguments);

/// In which people are spoken to before a plan is read: as `language` says, which may be empty;
/// else PLANTOOL_LANG; else the locale of messages; else English (cli.md, section 1).
Language language_before_plan(const std::string& language, const Env& env);

/// The day that an option names. Throws UsageError for a text that is no date; one in the order of
/// day and month is told as it is to be written.
Day parse_day(const std::string& text, std::string_view option);
/// Throws UsageError for a text that is no date.
std::optional<Day> given_as_of(const GlobalOptions& options);
std::optional<Language> given_language(const GlobalOptions& options);

/// Whether output to standard output (or standard error) is coloured.
bool use_color(const GlobalOptions& options, const Env& env, bool terminal);

/// The width that tables may take: of the terminal; 0 where there is none, unless PLANTOOL_COLUMNS
/// says.
int table_width(const Env& env);

/// A list given in one option, `a,b`, or in several: each entry by itself. Throws UsageError for an
/// empty entry: a script whose variable is unset should hear of it.
std::vector<std::string> split_lists(const std::vector<std::string>& given);

}  // namespace plantool
