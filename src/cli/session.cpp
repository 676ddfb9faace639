#include "cli/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <set>
#include <system_error>

#include "read/file.hpp"
#include "read/pieces.hpp"
#include "read/plan.hpp"
#include "read/submission.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

Day today_in(const Plan& plan, const Env& env) {
    return plan.zone().day_of(env.now);
}

std::string list_of(const std::vector<fs::path>& paths) {
    std::string out;
    for (const auto& path : paths) out += (out.empty() ? "" : ", ") + printable(path.string());
    return out;
}

fs::path choose_plan(const GlobalOptions& options, const Env& env) {
    if (!options.plan.empty()) return options.plan;
    const auto found = find_plans(".");
    if (found.empty()) {
        throw UsageError{"no plan was found here or in a parent folder",
                         "name it with --plan FILE, or keep it as plan.yaml or "
                         "data/plan-YEAR.yaml"};
    }
    if (found.size() == 1) return found.front();
    const auto today = Zone::find("Asia/Ho_Chi_Minh")->day_of(env.now);
    const auto day = given_as_of(options).value_or(today);
    std::vector<fs::path> fitting;
    for (const auto& path : found) {
        const auto span = peek_plan_span(path);
        if (span && span->from <= day && day <= span->to) fitting.push_back(path);
    }
    if (fitting.size() == 1) return fitting.front();
    throw UsageError{fmt::format("{} plans {} {}: {}", fitting.empty() ? "none of the" : "several",
                                 fitting.empty() ? "found holds" : "hold", format_date(day),
                                 list_of(fitting.empty() ? found : fitting)),
                     "name one with --plan FILE, or a day with --as-of DATE"};
}

/// Where submissions are: as given, else where the plan says; none when it says nothing.
SubmissionFiles locate_submissions(const GlobalOptions& options, const Plan& plan,
                                   const fs::path& plan_path) {
    if (!options.submissions.empty()) return find_submissions(options.submissions);
    if (plan.head.submissions.empty()) return {};
    const auto path = (plan_path.parent_path() / plan.head.submissions).lexically_normal();
    return find_submissions({path.string()});
}

void read_all_events(Session& session, const fs::path& plan_path,
                     const std::vector<std::string>& also) {
    std::vector<fs::path> paths;
    if (!session.plan.head.events.empty()) {
        paths.push_back(
            (plan_path.parent_path() / session.plan.head.events.value).lexically_normal());
    }
    paths.insert(paths.end(), session.files.events.begin(), session.files.events.end());
    paths.insert(paths.end(), also.begin(), also.end());
    std::set<FileIdentity> seen;
    for (const auto& path : paths) {
        const auto facts = facts_of(path.string());
        if (facts && !seen.insert(facts->identity).second) continue;
        read_events(path, session.plan, session.diagnostics);
    }
    for (const auto& source : session.plan.sources) {
        if (const auto facts = facts_of(source->name())) seen.insert(facts->identity);
    }
    std::erase_if(session.files.files,
                  [&](const SubmissionFile& file) { return seen.contains(file.facts.identity); });
}

}  // namespace

std::unique_ptr<Session> open_session(const GlobalOptions& options, const Env& env,
                                      bool with_submissions) {
    auto session = std::make_unique<Session>();
    const auto as_of = given_as_of(options);
    const auto language = given_language(options);
    const auto path = choose_plan(options, env);
    session->plan = read_plan(path, session->diagnostics);
    auto& plan = session->plan;
    if (with_submissions) session->files = locate_submissions(options, plan, path);
    read_all_events(*session, path, options.events);
    for (const auto& holidays : options.holidays) {
        read_holidays(holidays, plan, session->diagnostics);
    }
    resolve(plan, session->diagnostics);
    session->schedule = build_schedule(plan, session->diagnostics);
    session->diagnostics.regrade(plan.severities);
    session->diagnostics.sort();
    session->threads = env.threads;
    if (!options.quiet) session->progress = env.progress;
    session->as_of = as_of.value_or(today_in(plan, env));
    session->language =
        language.value_or(parse_language(plan.head.language).value_or(Language::vi));
    return session;
}

std::int64_t read_forms(const Session& session, Diagnostics& found) {
    const auto zone = session.plan.zone();
    std::int64_t count = 0;
    PieceCutter cutter(session.files);
    while (auto piece = cutter.next()) {
        Diagnostics of_piece;
        std::int64_t read = 0;
        const bool readable = read_piece(*piece, zone, [&](Reading& reading) {
            read += reading.submission != nullptr ? 1 : 0;
            of_piece.append(std::move(reading.diagnostics));
        });
        if (readable) count += read;
        found.append(readable ? std::move(of_piece)
                              : std::move(refused_file(piece->file, zone).diagnostics));
    }
    return count;
}

std::int64_t take_in(const Session& session, IntakeSinks sinks) {
    if (session.progress) sinks.progress = session.progress;
    const auto count = take_in(IntakeContext{session.plan, session.schedule, session.as_of,
                                             session.files, session.threads},
                               sinks);
    if (session.progress) session.progress(std::nullopt);
    return count;
}

void report_refused(const Assessment& assessment, const GlobalOptions& options, const Env& env) {
    const auto refused = assessment.refused().size();
    if (refused == 0 || options.quiet) return;
    env.err(
        fmt::format("plantool: {} submission{} refused and not counted; `plantool validate` "
                    "says why\n",
                    refused, refused == 1 ? " was" : "s were"));
}

int report_plan_faults(Session& session, const GlobalOptions& options, const Env& env) {
    const bool color = use_color(options, env, env.err_is_terminal);
    for (const auto& diagnostic : session.diagnostics.all()) {
        const bool shown = diagnostic.severity == Severity::error ||
                           (diagnostic.severity == Severity::warning && !options.quiet);
        if (shown) env.err(to_text(diagnostic, color) + "\n");
    }
    if (session.plan_is_valid()) return 0;
    const auto errors = session.diagnostics.count(Severity::error);
    env.err(fmt::format("plantool: the plan has {} error{}; nothing was done\n", errors,
                        errors == 1 ? "" : "s"));
    return 2;
}

}  // namespace plantool
