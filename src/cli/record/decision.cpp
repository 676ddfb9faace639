#include "cli/record/decision.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/answered.hpp"
#include "cli/papers/shelf.hpp"
#include "cli/record/row_line.hpp"
#include "cli/written.hpp"
#include "core/plan/agency_match.hpp"
#include "core/plan/obligation_match.hpp"
#include "read/file/file.hpp"
#include "read/file/name_forms.hpp"
#include "read/syntax/yaml_insert.hpp"
#include "text/utf8.hpp"
#include "write/kit/atomic_file.hpp"
#include "write/kit/yaml_words.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "\xEF\xBB\xBF";

/// The plan that the decision is about: the one named, else the one that has the obligation and
/// the period.
const SessionPlan& plan_of(const RecordOptions& own, const Session& session) {
    const auto& given = own.submission;
    std::vector<const SessionPlan*> having;
    std::vector<const SessionPlan*> fitting;
    for (const auto& plan : session.plans) {
        if (!own.plan.empty() && own.plan != plan->plan.head.id.value) continue;
        const auto obligation = find_obligation(plan->plan, given.obligation);
        if (!obligation) continue;
        having.push_back(plan.get());
        const auto period = given.period.empty() ? std::string("once") : given.period;
        if (plan->schedule.slot_named(plan->plan, *obligation, period))
            fitting.push_back(plan.get());
    }
    if (fitting.size() > 1) {
        std::vector<std::string> ids;
        for (const auto* plan : fitting) ids.push_back(plan->plan.head.id.value);
        throw UsageError{{Word::fits_several_plans, fmt::format("{}", fmt::join(ids, ", "))},
                         {Word::name_plan_by_id}};
    }
    if (!fitting.empty()) return *fitting.front();
    return having.empty() ? *session.plans.front() : *having.front();
}

struct Decision {
    std::string_view list;  ///< of the events file
    YamlFields fields;
    std::optional<ObligationIx> obligation;
    std::optional<AgencyIx> agency;
    std::optional<SlotIx> slot;
};

/// Ids where what was written is understood, else as it was written: the plan's check says why.
Decision decision_of(const RecordOptions& own, const SessionPlan& of, const Session& session) {
    const auto& given = own.submission;
    const auto& plan = of.plan;
    Decision out;
    out.obligation = find_obligation(plan, given.obligation);
    out.agency = find_agency(plan, given.agency).agency;
    std::string period = given.period;
    if (out.obligation) {
        out.slot = of.schedule.slot_named(plan, *out.obligation, period.empty() ? "once" : period);
        const bool once = plan.obligations[*out.obligation].cadence.value == Cadence::once;
        if (out.slot) period = once ? "" : of.schedule.slots[*out.slot].period.id;
    }
    const auto& d = own.decision;
    const auto day = d.on.empty() ? format_date(session.as_of) : d.on;
    if (session.plans.size() > 1) out.fields.emplace_back("plan", plan.head.id.value);
    out.fields.emplace_back("obligation", out.obligation
                                              ? plan.obligations[*out.obligation].id.value
                                              : given.obligation);
    out.fields.emplace_back("agency",
                            out.agency ? plan.agencies[*out.agency].id.value : given.agency);
    out.fields.emplace_back("period", period);
    if (d.returned) {
        out.list = "returns";
        out.fields.emplace_back("document", *d.returned);
        out.fields.emplace_back("returned", day);
        out.fields.emplace_back("reason", d.reason);
        return out;
    }
    out.list = d.waive ? "waivers" : "extensions";
    if (d.extended_to) out.fields.emplace_back("due", *d.extended_to);
    out.fields.emplace_back("reason", d.reason);
    out.fields.emplace_back("document", given.number);
    out.fields.emplace_back("decided", day);
    return out;
}

struct EventsText {
    fs::path path;
    std::string mark;  ///< the byte-order mark that the file begins with
    std::string text;
};

EventsText events_of(const SessionPlan& plan, const GlobalOptions& options) {
    EventsText out;
    const auto& named = plan.plan.head.events.value;
    out.path = named.empty() ? shelf_of(plan, options).folder / "events.yaml" : plan.beside(named);
    out.path = name_on_disk(out.path.generic_string());
    if (!facts_of(out.path.generic_string())) {
        out.text = "format: plantool/events@1\n";
        return out;
    }
    out.text = read_source(out.path.generic_string())->text();
    if (read_bytes(out.path.generic_string()).starts_with(kMark)) out.mark = kMark;
    return out;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string out;
    for (const auto& line : lines) out += line + "\n";
    return out;
}

/// Prints what is found now and was not before; whether an error is among it.
bool tell_new(const Diagnostics& found, const Diagnostics& before, const Session& session,
              const GlobalOptions& options, const Env& env) {
    const bool color = use_color(options, env, env.err_is_terminal);
    bool failed = false;
    for (const auto& finding : found.all()) {
        const bool known =
            std::any_of(before.all().begin(), before.all().end(), [&](const Diagnostic& other) {
                return other.code == finding.code && other.message == finding.message;
            });
        const bool error = finding.severity == Severity::error;
        failed = failed || error;
        if (known || finding.severity == Severity::info || (options.quiet && !error)) continue;
        env.err(to_text(finding, color, session.language) + "\n");
    }
    return failed;
}

Diagnostics all_findings(const Session& session) {
    Diagnostics all = session.diagnostics;
    for (const auto& plan : session.plans) {
        auto copy = plan->diagnostics;
        all.append(std::move(copy));
    }
    return all;
}

/// Of the returns that the file holds the last is the new one: whether it strikes a paper.
Diagnostics check_new_return(const SessionPlan& plan, const Assessment& assessment,
                             const Source* file) {
    Diagnostics found;
    found.grade_by(plan.plan.severities);
    check_returns(plan.plan, assessment.struck(), found);
    const auto& returns = plan.plan.returns;
    const auto last = std::find_if(returns.rbegin(), returns.rend(),
                                   [&](const Return& entry) { return entry.span.source == file; });
    const int line = last == returns.rend() ? 0 : place_of(last->span).line;
    std::erase_if(found.all(), [&](const Diagnostic& finding) {
        return finding.file != file->name() || finding.line != line;
    });
    return found;
}

void tell_rows(const Decision& decision, const Assessment& assessment, Language language,
               const Env& env) {
    if (!decision.slot || !decision.agency) return;
    const auto match = rows_for(assessment.plan(), assessment.schedule(), *decision.slot,
                                *decision.agency, std::nullopt);
    for (const auto row : match.rows)
        env.out(printable(row_line(assessment, row, language)) + "\n");
}

}  // namespace

int record_decision(const RecordOptions& own, const GlobalOptions& options, const Env& env) {
    const auto reading = own.dry_run ? Submissions::if_there : Submissions::to_add;
    const auto session = open_session(options, env, reading, Asking::all);
    tell_plan_faults(*session, options, env);
    const auto& plan = plan_of(own, *session);
    const auto decision = decision_of(own, plan, *session);
    const auto events = events_of(plan, options);
    const auto lines = yaml_lines(decision.fields);
    const auto edited =
        with_yaml_entry(events.text, decision.list, {lines, yaml_flow(decision.fields)});
    if (!edited) {
        throw UsageError{
            {Word::events_not_edited, printable(events.path.generic_string()), decision.list},
            {Word::add_by_hand, yaml_flow(decision.fields)}};
    }
    auto as_it_would_be = options;
    as_it_would_be.proposed_events =
        std::make_shared<const Source>(events.path.generic_string(), *edited);
    const auto after = open_session(as_it_would_be, env, Submissions::if_there, Asking::all);
    if (tell_new(all_findings(*after), all_findings(*session), *after, options, env)) return 1;
    return without_attachments(*after, [&] {
        const auto answered = answer_of(*after);
        std::size_t at = 0;
        while (after->plans[at]->plan.head.id.value != plan.plan.head.id.value) ++at;
        const auto& assessment = *answered.assessments[at];
        const auto of_return =
            check_new_return(*after->plans[at], assessment, as_it_would_be.proposed_events.get());
        if (tell_new(of_return, {}, *after, options, env)) return 1;
        if (own.dry_run) {
            env.out(joined(lines));
        } else {
            make_folder(events.path.parent_path());
            write_file(events.path, events.mark + *edited);
            if (!options.quiet) tell_written(events.path, after->language, env);
        }
        tell_rows(decision, assessment, after->language, env);
        return 0;
    });
}

}  // namespace plantool
