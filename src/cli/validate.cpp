// `plantool validate`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <set>

#include "cli/command.hpp"
#include "cli/session.hpp"
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
    if (format == "text" || format == "json" || format == "github") return;
    throw UsageError{fmt::format("there is no format `{}`", printable(format)),
                     "write one of: text, json, github"};
}

/// A plan that is named among the files is the plan; the others are submissions.
void apply_files(const ValidateOptions& own, GlobalOptions& options) {
    if (own.files.empty()) return;
    options.submissions.clear();
    for (const auto& file : own.files) {
        if (looks_like_plan(file)) {
            options.plan = file;
        } else {
            options.submissions.push_back(file);
        }
    }
}

std::string plural(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

void print_text(const Diagnostics& found, const ValidationCounts& counts,
                const GlobalOptions& options, const Env& env) {
    const bool color = use_color(options, env, env.out_is_terminal);
    for (const auto& diagnostic : found.all()) {
        const bool shown = diagnostic.severity == Severity::error || !options.quiet;
        if (shown) env.out(to_text(diagnostic, color) + "\n");
    }
    env.out(fmt::format("{}, {}: {}, {}, {}\n",
                        plural(static_cast<std::size_t>(counts.files), "file"),
                        plural(static_cast<std::size_t>(counts.submissions), "submission"),
                        plural(found.count(Severity::error), "error"),
                        plural(found.count(Severity::warning), "warning"),
                        plural(found.count(Severity::info), "info")));
}

int run_validate(const ValidateOptions& own, GlobalOptions options, const Env& env) {
    check_format_name(own.format);
    apply_files(own, options);
    const bool only_a_plan = !own.files.empty() && options.submissions.empty();
    auto session = open_session(options, env, !only_a_plan);
    auto found = std::move(session->diagnostics);
    ValidationCounts counts;
    counts.files = static_cast<std::int64_t>(session->plan.sources.size());
    if (!found.has_errors()) {
        counts.files += static_cast<std::int64_t>(session->files.files.size()) +
                        (session->files.standard_input ? 1 : 0);
        visit_submissions(*session, [&](const Origin&, const std::optional<Submission>& submission,
                                        Diagnostics& own_found) {
            if (submission) ++counts.submissions;
            found.append(std::move(own_found));
        });
    }
    found.sort();
    if (own.format == "json") {
        env.out(to_json(found, counts));
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
    app.add_option("--format", own->format, "text, json or github")->type_name("FORMAT");
    app.add_flag("--strict", own->strict, "Warnings count as errors");
    return [own](const GlobalOptions& options, const Env& env) {
        return run_validate(*own, options, env);
    };
}

}  // namespace plantool
