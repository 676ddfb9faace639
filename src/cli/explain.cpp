// `plantool explain`: what diagnostic codes mean, or why a report has its state.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/filter.hpp"
#include "cli/session.hpp"
#include "diag/code_texts.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "write/explanation.hpp"

namespace plantool {
namespace {

/// The codes that the word names: one by its id; by its slug there may be one of plans and one of
/// submissions.
std::vector<Code> find_codes(const std::string& word) {
    std::vector<Code> found;
    for (const auto& code : all_codes()) {
        if (code.id == word || code.slug == word) found.push_back(code.code);
    }
    return found;
}

UsageError unknown_code(const std::string& word) {
    std::vector<std::string> known;
    for (const auto& code : all_codes()) known.emplace_back(code.id);
    for (const auto& code : all_codes()) known.emplace_back(code.slug);
    const auto help = did_you_mean(word, known);
    return {fmt::format("there is no code `{}`", printable(word)),
            help.empty() ? "for a report write: plantool explain OBLIGATION AGENCY PERIOD" : help};
}

/// Three words are the name of a report, unless most of them are codes.
bool name_a_row(const std::vector<std::string>& words) {
    return words.size() == 3 &&
           std::count_if(words.begin(), words.end(),
                         [](const std::string& word) { return !find_codes(word).empty(); }) < 2;
}

/// Needs no plan, so that it works however broken that is.
int explain_codes(const std::vector<std::string>& words, const GlobalOptions& options,
                  const Env& env) {
    constexpr int kUsualWidth = 80;
    const auto language = given_language(options).value_or(Language::vi);
    const int width = table_width(env) > 0 ? table_width(env) : kUsualWidth;
    std::string out;
    for (const auto& word : words) {
        const auto codes = find_codes(word);
        if (codes.empty()) throw unknown_code(word);
        for (const auto code : codes) {
            if (!out.empty()) out += '\n';
            out += explain(code, language, width);
        }
    }
    env.out(out);
    return 0;
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
    take_in(*session,
            {.assessment = &assessment,
             .wanted =
                 [&](const CheckedSubmission& one) {
                     return one.row == explanation.row ? Extent::whole : Extent::nothing;
                 },
             .kept = [&](Submission one) { explanation.submissions.push_back(std::move(one)); }});
    env.out(explain(assessment, explanation, session->language));
    return 0;
}

}  // namespace

Runner setup_explain(CLI::App& app) {
    auto words = std::make_shared<std::vector<std::string>>();
    app.add_option("ID", *words, "Codes such as S104, or OBLIGATION AGENCY PERIOD")->take_all();
    return [words](const GlobalOptions& options, const Env& env) {
        if (words->empty()) {
            throw UsageError{"explain takes codes, or an obligation, an agency and a period",
                             "for example: plantool explain S104"};
        }
        if (name_a_row(*words)) return explain_row(*words, options, env);
        return explain_codes(*words, options, env);
    };
}

}  // namespace plantool
