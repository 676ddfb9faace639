// `plantool explain`: what a diagnostic code means, or why a report has its state.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/filter.hpp"
#include "cli/session.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "write/explanation.hpp"

namespace plantool {
namespace {

int explain_code(const std::string& id, const Env& env) {
    std::vector<std::string> known;
    for (const auto& code : all_codes()) {
        known.emplace_back(code.id);
        if (code.id != id && code.slug != id) continue;
        env.out(fmt::format("{} {} ({})\n{}\n", code.id, code.slug, severity_name(code.severity),
                            code.title));
        return 0;
    }
    const auto help = did_you_mean(id, known);
    throw UsageError{
        fmt::format("there is no code `{}`", printable(id)),
        help.empty() ? "for a report write: plantool explain OBLIGATION AGENCY PERIOD" : help};
}

RowIx find_row(const std::vector<std::string>& words, const Session& session) {
    const auto obligation = parse_obligations({words[0]}, session.plan).at(0);
    const auto agency = parse_agency(words[1], session.plan);
    std::vector<std::string> known;
    for (RowIx ix = 0; ix < session.schedule.rows.size(); ++ix) {
        const auto& row = session.schedule.rows[ix];
        const auto& slot = session.schedule.slots[row.slot];
        if (slot.obligation != obligation || row.agency != agency) continue;
        if (names_period(session.plan, slot, words[2])) return ix;
        known.push_back(slot.period.id);
    }
    throw UsageError{
        fmt::format("`{}` is not expected to send `{}` for `{}`",
                    session.plan.agencies[agency].id.value, printable(words[0]),
                    printable(words[2])),
        known.empty() ? "" : fmt::format("its periods are {}", fmt::join(known, ", "))};
}

int explain_row(const std::vector<std::string>& words, const GlobalOptions& options,
                const Env& env) {
    auto session = open_session(options, env, true);
    if (const int fault = report_plan_faults(*session, options, env)) return fault;
    Explanation explanation;
    explanation.row = find_row(words, *session);
    Assessment assessment(session->plan, session->schedule, session->as_of);
    fold_submissions(*session, assessment, [&](const Submission& submission) {
        if (submission.row == explanation.row) explanation.submissions.push_back(submission);
    });
    env.out(explain(assessment, explanation, session->language));
    return 0;
}

}  // namespace

Runner setup_explain(CLI::App& app) {
    auto words = std::make_shared<std::vector<std::string>>();
    app.add_option("ID", *words, "A code such as S104, or OBLIGATION AGENCY PERIOD")->take_all();
    return [words](const GlobalOptions& options, const Env& env) {
        if (words->size() == 1) return explain_code(words->front(), env);
        if (words->size() == 3) return explain_row(*words, options, env);
        throw UsageError{"explain takes a code, or an obligation, an agency and a period",
                         "for example: plantool explain S104"};
    };
}

}  // namespace plantool
