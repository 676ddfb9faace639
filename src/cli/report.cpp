// `plantool report`.

#include "core/report/report.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/filter.hpp"
#include "cli/format_option.hpp"
#include "cli/report_files.hpp"
#include "cli/report_target.hpp"
#include "cli/session.hpp"
#include "cli/template_option.hpp"
#include "text/labels.hpp"
#include "text/message.hpp"
#include "text/utf8.hpp"
#include "write/output_formats.hpp"
#include "write/report/context/keys.hpp"

namespace plantool {
namespace {

struct ReportOptions {
    std::string period;
    std::vector<std::string> obligations;
    std::vector<std::string> formats;
    std::optional<std::string> output;
    std::string templ;
    std::vector<std::string> fail_on;
    bool if_changed = false;
    bool strict = false;
};

/// What is reported of one plan: nothing where it does not have the period.
struct PlanReports {
    PlanReports(const LaidPlan& of, Day as_of) : laid(of), assessment(of, as_of) {}

    const LaidPlan& laid;
    Assessment assessment;
    std::vector<ReportScope> scopes;
    std::vector<ContentKeeper> contents;       ///< one a scope
    const PlanReports* plan_before = nullptr;  ///< read to compare with
};

using Asked = std::vector<std::unique_ptr<PlanReports>>;

/// What is wrong with the options by themselves.
void check_options(const ReportOptions& own) {
    const auto to = report_target(own.formats, own.output);
    if (own.period.empty()) {
        throw UsageError{{Word::period_missing}, {Word::write_period}};
    }
    parse_states(own.fail_on);
    if (own.if_changed && to.kind == ReportTarget::Kind::standard_output) {
        throw UsageError{{Word::if_changed_needs_file}, {Word::name_folder_or_file_by_o}};
    }
    if (own.templ.empty()) return;
    // A template of text may be called anything.
    const auto* const needs = is_word_template(own.templ) ? "docx" : "markdown";
    const bool used = std::any_of(to.formats.begin(), to.formats.end(),
                                  [&](const auto& f) { return f.name == needs; });
    if (!used) throw UsageError{{Word::template_without_format, needs}, {Word::add_format, needs}};
}

UsageError no_such_period(const ReportOptions& own, const Asked& asked) {
    std::vector<std::string> known;
    for (const auto& one : asked) {
        for (const auto& slot : one->laid.schedule.slots) {
            const auto& o = one->laid.plan.obligations[slot.obligation];
            const auto& id = slot.period.id;
            const bool report = o.kind == ObligationKind::report;
            const bool listed = std::find(known.begin(), known.end(), id) != known.end();
            if (report && !listed) known.push_back(id);
        }
    }
    return {{Word::no_report_of_period, printable(own.period)},
            known.empty() ? Message(Word::plan_has_no_reports)
                          : Message(Word::report_periods_are, in_backquotes(known))};
}

/// What is asked of each plan.
Asked find_reports(const ReportOptions& own, const Session& session) {
    Asked asked;
    bool found = false;
    FilterOptions filter;
    filter.obligations = own.obligations;
    const auto obligations = make_filters(filter, session).of_plan;
    for (const auto* laid : session.asked()) {
        auto& one = *asked.emplace_back(std::make_unique<PlanReports>(*laid, session.as_of));
        const auto& chosen = obligations[asked.size() - 1];
        if (chosen.by_obligation && chosen.obligations.empty()) continue;
        if (own.period == "latest") {
            one.scopes =
                latest_scopes(laid->plan, laid->schedule, chosen.obligations, session.as_of);
        } else if (auto scope =
                       find_scope(laid->plan, laid->schedule, own.period, chosen.obligations)) {
            one.scopes.push_back(std::move(*scope));
        }
        for (const auto& scope : one.scopes) one.contents.emplace_back(scope, session.as_of);
        found = found || !one.scopes.empty();
    }
    if (!found && own.period != "latest") throw no_such_period(own, asked);
    return asked;
}

/// The newest of the known plans that was over before this one began and has a report of it.
SessionPlan* plan_before(const LaidPlan& plan, const Session& session) {
    SessionPlan* found = nullptr;
    for (const auto& other : session.plans) {
        if (other->plan.head.span.to >= plan.plan.head.span.from) continue;
        const auto& all = plan.plan.obligations;
        const bool goes_on = std::any_of(all.begin(), all.end(), [&](const Obligation& o) {
            return other->plan.obligation_ids.contains(o.id.value);
        });
        if (goes_on) found = other.get();
    }
    return found;
}

/// The plans with which those that are reported of are compared, to be read beside them.
Asked find_compared(const Asked& asked, const Session& session) {
    Asked compared;
    for (const auto& one : asked) {
        if (one->scopes.empty()) continue;
        auto* const before = plan_before(one->laid, session);
        if (before == nullptr) continue;
        const auto same = [&](const auto& other) { return &other->laid == before; };
        const auto known = std::find_if(asked.begin(), asked.end(), same);
        if (known != asked.end()) {
            one->plan_before = known->get();
            continue;
        }
        const auto met = std::find_if(compared.begin(), compared.end(), same);
        if (met == compared.end()) {
            before->asked = true;
            compared.push_back(std::make_unique<PlanReports>(*before, session.as_of));
            one->plan_before = compared.back().get();
        } else {
            one->plan_before = met->get();
        }
    }
    return compared;
}

PlanIntake intake_of(PlanReports& plan) {
    PlanIntake intake;
    intake.assessment = &plan.assessment;
    intake.wanted = [&plan](const CheckedSubmission& one) {
        auto most = Extent::nothing;
        for (const auto& contents : plan.contents) most = std::max(most, contents.wanted(one));
        return most;
    };
    intake.kept = [&plan](const Submission& one, Standing standing) {
        for (auto& contents : plan.contents) contents.add(one, standing);
    };
    return intake;
}

/// `bao-cao-PERIOD`, with the plan's id where several plans have that period (cli.md).
std::string file_name(const PlanReports& of, const std::string& period, const Asked& asked) {
    const auto plans = std::count_if(asked.begin(), asked.end(), [&](const auto& one) {
        return find_scope(one->laid.plan, one->laid.schedule, period, {}).has_value();
    });
    if (plans < 2) return fmt::format("bao-cao-{}", period);
    return fmt::format("bao-cao-{}-{}", of.laid.plan.head.id.value, period);
}

std::vector<NamedReport> build_reports(const Asked& asked, const Inputs& inputs) {
    std::vector<NamedReport> reports;
    for (const auto& one : asked) {
        for (std::size_t i = 0; i < one->scopes.size(); ++i) {
            auto report = build_report(one->assessment, one->scopes[i], one->contents[i]);
            report.inputs = inputs;
            if (one->plan_before != nullptr) report.plan_before = &one->plan_before->assessment;
            reports.push_back(
                {std::move(report), file_name(*one, one->scopes[i].period_id, asked)});
        }
    }
    return reports;
}

/// Whether a row that is shown has one of the states.
bool meets(const Report& report, const std::vector<State>& states) {
    const auto wanted = [&](const auto& row) {
        return std::find(states.begin(), states.end(), row.state) != states.end();
    };
    return std::any_of(report.status.rows.begin(), report.status.rows.end(), wanted) ||
           std::any_of(report.quiet.begin(), report.quiet.end(), wanted);
}

UsageError one_place_for_several(const std::vector<NamedReport>& reports) {
    std::vector<std::string> periods;
    for (const auto& one : reports) periods.push_back(one.report.period_id);
    return {{Word::one_place_for_several, reports.size(), in_backquotes(periods)},
            {Word::name_folder_or_period}};
}

/// Puts the reports where they belong; gives how many outputs there are.
int write_reports(const ReportTarget& to, const std::vector<NamedReport>& reports,
                  const Voice& voice, FileWishes wishes, const Env& env) {
    if (to.kind != ReportTarget::Kind::folder && reports.size() > 1) {
        throw one_place_for_several(reports);
    }
    if (to.kind != ReportTarget::Kind::standard_output) {
        return write_report_files(to, reports, voice, wishes, env);
    }
    env.out(to.formats.front().text(reports.front().report, voice));
    return 1;
}

/// Nothing has come due: that is no fault. Standard output is JSON all the same where that was
/// asked for.
int tell_nothing_due(const ReportTarget& to, const Call& call) {
    if (to.kind == ReportTarget::Kind::standard_output && to.formats.front().name == "json") {
        call.env.out("null\n");
    }
    if (!call.options.quiet) {
        const auto& session = *call.session;
        const Message told(Word::nothing_due_yet, session.as_of);
        call.env.err(fmt::format("plantool: {}\n", say(told, session.language)));
    }
    return 0;
}

int run_report(const ReportOptions& own, const Call& call) {
    const auto& [options, env, session] = call;
    const auto to = report_target(own.formats, own.output);
    const bool word = is_word_template(own.templ);
    const auto own_template =
        word ? "" : read_own_template(own.templ, report_keys(), session->language, env);
    const auto word_template =
        word ? read_word_template(own.templ, session->language, env) : WordTemplate();
    const auto asked = find_reports(own, *session);
    const bool none = std::all_of(asked.begin(), asked.end(),
                                  [](const auto& one) { return one->scopes.empty(); });
    if (none) return tell_nothing_due(to, call);
    Inputs inputs;
    const auto compared = find_compared(asked, *session);
    std::vector<PlanIntake> intakes;
    for (const auto* plan : session->asked()) {
        for (const auto* some : {&asked, &compared}) {
            for (const auto& one : *some) {
                if (&one->laid == plan) intakes.push_back(intake_of(*one));
            }
        }
    }
    take_in(*session, std::move(intakes), nullptr, &inputs);
    const auto reports = build_reports(asked, inputs);
    const int written = write_reports(
        to, reports, {session->language, own_template, word ? &word_template : nullptr},
        {own.if_changed, options.quiet}, env);
    if (written > 0) {
        std::int64_t refused = 0;
        for (const auto& one : asked) refused += one->assessment.refused_count();
        tell_refused(refused, *session, options, env);
    }
    const auto states = parse_states(own.fail_on);
    const bool failed = std::any_of(reports.begin(), reports.end(), [&](const NamedReport& one) {
        return meets(one.report, states) || (own.strict && !one.report.refused.empty());
    });
    return failed ? 1 : 0;
}

}  // namespace

Runner setup_report(CLI::App& app, Language language) {
    auto own = std::make_shared<ReportOptions>();
    app.add_option("--period", own->period, say(Word::help_for_report_period, language))
        ->type_name(say(Word::value_period, language));
    app.add_option("--obligation", own->obligations,
                   say(Word::help_for_report_obligation, language))
        ->type_name(say(Word::value_obligation, language))
        ->expected(1)
        ->take_all();
    add_formats_option(app, language, format_names(report_formats()),
                       default_formats(report_formats()), own->formats);
    app.add_option("-o,--output", own->output, say(Word::help_for_output, language))
        ->type_name(say(Word::value_path, language));
    app.add_option("--template", own->templ, say(Word::help_for_template, language))
        ->type_name(say(Word::value_file, language));
    app.add_flag("--if-changed", own->if_changed, say(Word::help_for_if_changed, language));
    app.add_option("--fail-on", own->fail_on, say(Word::help_for_fail_on, language))
        ->type_name(say(Word::value_states, language))
        ->expected(1)
        ->take_all();
    app.add_flag("--strict", own->strict, say(Word::help_for_report_strict, language));
    return {[own](const Call& call) { return run_report(*own, call); },
            [own](const Call&) { check_options(*own); }};
}

}  // namespace plantool
