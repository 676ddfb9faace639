// `plantool validate`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/session.hpp"
#include "core/cross_check.hpp"
#include "read/excerpts.hpp"
#include "read/plan.hpp"
#include "text/utf8.hpp"
#include "write/diagnostics.hpp"

namespace plantool {
namespace {

struct ValidateOptions {
    std::vector<std::string> files;
    std::string format = "text";
    bool strict = false;
};

void check_format_name(const std::string& format) {
    for (const auto* known : {"text", "json", "sarif", "github"}) {
        if (format == known) return;
    }
    throw UsageError{fmt::format("there is no format `{}`", printable(format)),
                     "write one of: text, json, sarif, github"};
}

/// A plan and what is judged with it.
struct Judgement {
    GlobalOptions options;
    bool with_submissions = true;
};

/// The files that were named, by what they say they are; without any, all that the plan leads to.
std::vector<Judgement> judgements(const ValidateOptions& own, GlobalOptions options) {
    if (own.files.empty()) return {{std::move(options), true}};
    std::vector<std::string> plans;
    options.submissions.clear();
    for (const auto& file : own.files) {
        const auto format = format_of(file);
        if (format.starts_with("plantool/plan@")) {
            plans.push_back(file);
        } else if (format.starts_with("plantool/events@")) {
            options.events.push_back(file);
        } else if (format.starts_with("plantool/holidays@")) {
            options.holidays.push_back(file);
        } else {
            options.submissions.push_back(file);
        }
    }
    const bool with_submissions = !options.submissions.empty();
    if (plans.empty()) return {{std::move(options), with_submissions}};
    if (plans.size() > 1 && plans.size() < own.files.size()) {
        throw UsageError{"several plans were named, and files that belong to one plan",
                         "name one plan with them"};
    }
    std::vector<Judgement> out;
    for (const auto& plan : plans) {
        options.plan = plan;
        out.push_back({options, with_submissions});
    }
    return out;
}

void judge(const Judgement& judgement, const Env& env, Diagnostics& found,
           ValidationCounts& counts) {
    const auto session = open_session(judgement.options, env, judgement.with_submissions);
    const auto& files = session->files;
    counts.files += static_cast<std::int64_t>(session->plan.sources.size() + files.files.size()) +
                    (files.standard_input ? 1 : 0);
    found.append(std::move(session->diagnostics));
    if (!found.has_errors()) {
        CrossChecker cross(session->plan, session->schedule);
        counts.submissions += take_in(*session, {.findings = &found, .cross = &cross});
        auto crossed = cross.findings();
        crossed.regrade(session->plan.severities);
        found.append(std::move(crossed));
        return;
    }
    // What a submission says cannot be held against a plan that says nothing certain; how it is
    // written can be judged all the same.
    const auto read = read_forms(*session, found);
    counts.submissions += read;
    if (read > 0 && !judgement.options.quiet) {
        env.err("plantool: the plan has errors, so only the form of the submissions was checked\n");
    }
}

std::string plural(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

void print_text(const Diagnostics& found, const ValidationCounts& counts,
                const GlobalOptions& options, const Env& env) {
    const bool color = use_color(options, env, env.out_is_terminal);
    for (const auto& diagnostic : found.all()) env.out(to_text(diagnostic, color) + "\n");
    env.out(fmt::format("{}, {}: {}, {}, {}\n",
                        plural(static_cast<std::size_t>(counts.files), "file"),
                        plural(static_cast<std::size_t>(counts.submissions), "submission"),
                        plural(found.count(Severity::error), "error"),
                        plural(found.count(Severity::warning), "warning"),
                        plural(found.count(Severity::info), "info")));
}

int run_validate(const ValidateOptions& own, const GlobalOptions& options, const Env& env) {
    check_format_name(own.format);
    Diagnostics found;
    ValidationCounts counts;
    for (const auto& judgement : judgements(own, options)) judge(judgement, env, found, counts);
    found.sort();
    if (own.format == "text") read_excerpts(found);
    if (own.format == "json") {
        env.out(to_json(found, counts));
    } else if (own.format == "sarif") {
        env.out(to_sarif(found));
    } else if (own.format == "github") {
        env.out(to_github(found));
    } else {
        print_text(found, counts, options, env);
    }
    const bool failed = found.has_errors() || (own.strict && found.count(Severity::warning) > 0);
    return failed ? 1 : 0;
}

}  // namespace

Runner setup_validate(CLI::App& app) {
    auto own = std::make_shared<ValidateOptions>();
    app.add_option("FILE", own->files, "Check just these: a plan, or submissions")->take_all();
    app.add_option("--format", own->format, "text, json, sarif or github")->type_name("FORMAT");
    app.add_flag("--strict", own->strict, "Warnings count as errors");
    return [own](const GlobalOptions& options, const Env& env) {
        return run_validate(*own, options, env);
    };
}

}  // namespace plantool
