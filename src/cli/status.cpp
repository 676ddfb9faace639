// `plantool status` and `plantool due`.

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/answer_output.hpp"
#include "cli/answered.hpp"
#include "cli/command.hpp"
#include "cli/filter.hpp"
#include "cli/session.hpp"
#include "text/utf8.hpp"
#include "write/output_formats.hpp"

namespace plantool {
namespace {

struct StatusOptions {
    FilterOptions filter;
    bool overdue = false;
    bool all = false;
    OutputOptions output;
    std::vector<std::string> fail_on;
    std::string within = "30d";
};

Amount amount_of(const std::string& within) {
    const auto amount = parse_amount(within);
    if (!amount) {
        throw UsageError{{Word::no_amount, printable(within)}, {Word::write_within}};
    }
    return *amount;
}

void print_status(const StatusAnswer& answer, const StatusOptions& own, const Call& call) {
    constexpr int kLong = 200;  // rows; more are shown in brief to who looks at a terminal
    auto style = style_of(own.output, call.session->language, call);
    style.brief = !own.all && !own.output.to_file() && call.env.out_is_terminal &&
                  answer.summary().expected > kLong;
    write_answer(chosen_format(status_formats(), own.output), answer, style, own.output, call);
}

/// Whether any row that is shown has one of the states.
bool meets(const std::vector<Status>& plans, const std::vector<State>& states) {
    const auto wanted = [&](const auto& row) {
        return std::find(states.begin(), states.end(), row.state) != states.end();
    };
    return std::any_of(plans.begin(), plans.end(), [&](const Status& status) {
        return std::any_of(status.rows.begin(), status.rows.end(), wanted) ||
               std::any_of(status.activity.begin(), status.activity.end(), wanted);
    });
}

void check_options(const StatusOptions& own, const Call& call) {
    chosen_format(status_formats(), own.output);
    parse_states(own.fail_on);
    amount_of(own.within);
    use_color(call.options, call.env, false);
}

int run_status(const StatusOptions& own, const Call& call) {
    const auto& [options, env, session] = call;
    const auto filters = make_filters(with_overdue(own.filter, own.overdue), *session);
    const auto answered = answer_of(*session);
    const auto plans = answered.select(filters);
    print_status({.plans = plans,
                  .filters = filters.asked,
                  .elsewhere = answered.counts.elsewhere,
                  .left_out = answered.left_out,
                  .drafts = answered.drafts},
                 own, call);
    tell_refused(answered.refused, *session, options, env);
    tell_left_out(answered.left_out, *session, options, env);
    tell_drafts(answered.drafts, *session, options, env);
    return meets(plans, parse_states(own.fail_on)) ? 1 : 0;
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
    for (const auto& row : status.rows) count(status.summary, assessment, row);
}

int run_due(const StatusOptions& own, const Call& call) {
    const auto& [options, env, session] = call;
    const auto filters = make_filters(own.filter, *session);
    const auto answered = answer_of(*session);
    const auto within = amount_of(own.within);
    std::vector<Status> plans;
    for (std::size_t i = 0; i < answered.assessments.size(); ++i) {
        const auto& assessment = *answered.assessments[i];
        auto& status = plans.emplace_back(select(assessment, filters.of_plan[i]));
        keep_due(status, assessment, assessment.plan().calendar.add(session->as_of, within));
    }
    print_status({.plans = plans,
                  .filters = filters.asked,
                  .elsewhere = answered.counts.elsewhere,
                  .left_out = answered.left_out,
                  .drafts = answered.drafts},
                 own, call);
    tell_refused(answered.refused, *session, options, env);
    return 0;
}

}  // namespace

Runner setup_status(CLI::App& app, Language language) {
    auto own = std::make_shared<StatusOptions>();
    add_filter_options(app, language, own->filter);
    app.add_flag("--overdue", own->overdue, say(Word::help_for_overdue, language));
    add_output_options(app, language, format_names(status_formats()), own->output);
    app.add_flag("--all", own->all, say(Word::help_for_all, language));
    app.add_option("--fail-on", own->fail_on, say(Word::help_for_fail_on, language))
        ->type_name(say(Word::value_states, language))
        ->expected(1)
        ->take_all();
    return {[own](const Call& call) { return run_status(*own, call); },
            [own](const Call& call) { check_options(*own, call); }};
}

Runner setup_due(CLI::App& app, Language language) {
    auto own = std::make_shared<StatusOptions>();
    add_filter_options(app, language, own->filter);
    app.add_option("--within", own->within, say(Word::help_for_within, language))
        ->type_name(say(Word::value_amount, language));
    add_output_options(app, language, format_names(status_formats()), own->output);
    app.add_flag("--all", own->all, say(Word::help_for_all, language));
    return {[own](const Call& call) { return run_due(*own, call); },
            [own](const Call& call) { check_options(*own, call); }};
}

}  // namespace plantool
