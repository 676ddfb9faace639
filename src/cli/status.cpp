// `plantool status` and `plantool due`.

#include "write/status.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/filter.hpp"
#include "cli/session.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

struct StatusOptions {
    FilterOptions filter;
    bool overdue = false;
    std::string format = "table";
    std::vector<std::string> fail_on;
    std::string within = "30d";
};

void check_format_name(const std::string& format) {
    const std::vector<std::string> known = {"table", "json", "ndjson", "csv", "markdown"};
    if (std::find(known.begin(), known.end(), format) != known.end()) return;
    throw UsageError{fmt::format("there is no format `{}`", printable(format)),
                     fmt::format("write one of: {}", fmt::join(known, ", "))};
}

void print_status(const Status& status, const std::string& format, const Session& session,
                  const GlobalOptions& options, const Env& env) {
    // Collected into larger writes: a row by itself is a system call.
    constexpr std::size_t kPiece = 1U << 16;
    std::string buffer;
    const TextSink sink = [&](std::string_view text) {
        buffer += text;
        if (buffer.size() < kPiece) return;
        env.out(buffer);
        buffer.clear();
    };
    if (format == "json") {
        write_status_json(status, sink);
    } else if (format == "ndjson") {
        write_status_ndjson(status, sink);
    } else if (format == "csv") {
        write_status_csv(status, sink);
    } else if (format == "markdown") {
        write_status_markdown(status, session.language, sink);
    } else {
        const TableStyle style{session.language, table_width(env),
                               use_color(options, env, env.out_is_terminal)};
        write_status_table(status, style, sink);
    }
    env.out(buffer);
}

bool meets(const Status& status, const std::vector<State>& states) {
    const auto wanted = [&](State state) {
        return std::find(states.begin(), states.end(), state) != states.end();
    };
    return std::any_of(status.rows.begin(), status.rows.end(),
                       [&](const StatusRow& row) { return wanted(row.state); }) ||
           std::any_of(status.activity.begin(), status.activity.end(),
                       [&](const ActivityRow& row) { return wanted(row.state); });
}

int run_status(const StatusOptions& own, const GlobalOptions& options, const Env& env) {
    check_format_name(own.format);
    const auto fail_on = parse_states(own.fail_on);
    use_color(options, env, false);  // a wrong --color is told before the work
    auto session = open_session(options, env, true);
    if (const int fault = report_plan_faults(*session, options, env)) return fault;
    auto filter = make_filter(own.filter, session->plan, session->schedule);
    if (own.overdue) {
        filter.states.push_back(State::overdue);
        filter.states.push_back(State::missing);
    }
    Assessment assessment(session->plan, session->schedule, session->as_of);
    take_in(*session, {.assessment = &assessment});
    const auto status = select(assessment, filter);
    print_status(status, own.format, *session, options, env);
    report_refused(assessment, options, env);
    return meets(status, fail_on) ? 1 : 0;
}

/// Keeps what is still to come and falls due by `last`, the nearest first.
void keep_due(Status& status, const Assessment& assessment, Day last) {
    const auto due = [&](const StatusRow& row) { return assessment.schedule().rows[row.row].due; };
    std::erase_if(status.rows, [&](const StatusRow& row) {
        const bool to_come = row.state == State::due_soon || row.state == State::open ||
                             row.state == State::upcoming;
        return !to_come || due(row) > last;
    });
    std::stable_sort(status.rows.begin(), status.rows.end(),
                     [&](const StatusRow& a, const StatusRow& b) { return due(a) < due(b); });
    status.activity.clear();
    status.summary = {};
    for (const auto& row : status.rows) {
        ++status.summary.expected;
        ++status.summary.by_state[static_cast<std::size_t>(row.state)];
        status.summary.rejected += assessment.receipt(row.row).rejected;
    }
}

int run_due(const StatusOptions& own, const GlobalOptions& options, const Env& env) {
    check_format_name(own.format);
    const auto within = parse_amount(own.within);
    if (!within) {
        throw UsageError{fmt::format("`{}` is no amount", printable(own.within)),
                         "write --within as 30d, 5wd, 2w or 1m"};
    }
    auto session = open_session(options, env, true);
    if (const int fault = report_plan_faults(*session, options, env)) return fault;
    const auto filter = make_filter(own.filter, session->plan, session->schedule);
    Assessment assessment(session->plan, session->schedule, session->as_of);
    take_in(*session, {.assessment = &assessment});
    auto status = select(assessment, filter);
    keep_due(status, assessment, session->plan.calendar.add(session->as_of, *within));
    print_status(status, own.format, *session, options, env);
    report_refused(assessment, options, env);
    return 0;
}

void add_format(CLI::App& app, StatusOptions& own) {
    app.add_option("--format", own.format, "table, json, ndjson, csv or markdown")
        ->type_name("FORMAT");
}

}  // namespace

Runner setup_status(CLI::App& app) {
    auto own = std::make_shared<StatusOptions>();
    add_filter_options(app, own->filter);
    app.add_flag("--overdue", own->overdue, "Only what is overdue or missing");
    add_format(app, *own);
    app.add_option("--fail-on", own->fail_on, "Exit 1 when a row has one of these states")
        ->type_name("STATE[,STATE]")
        ->expected(1)
        ->take_all();
    return [own](const GlobalOptions& options, const Env& env) {
        return run_status(*own, options, env);
    };
}

Runner setup_due(CLI::App& app) {
    auto own = std::make_shared<StatusOptions>();
    add_filter_options(app, own->filter);
    app.add_option("--within", own->within, "How far to look ahead (default 30d)")
        ->type_name("AMOUNT");
    add_format(app, *own);
    return
        [own](const GlobalOptions& options, const Env& env) { return run_due(*own, options, env); };
}

}  // namespace plantool
