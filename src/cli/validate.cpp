// `plantool validate`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <set>

#include "cli/command.hpp"
#include "cli/format_option.hpp"
#include "cli/session.hpp"
#include "core/submission/cross/cross_check.hpp"
#include "intake/finding_limit.hpp"
#include "read/file/excerpts.hpp"
#include "read/plan/plan_file.hpp"
#include "write/output_formats.hpp"

namespace plantool {
namespace {

struct ValidateOptions {
    std::vector<std::string> files;
    std::string format;
    bool strict = false;
};

/// The files that were named, by what they say they are; without any, all that the plans lead to.
struct Judged {
    GlobalOptions options;
    bool with_submissions = true;
};

Judged what_is_judged(const ValidateOptions& own, GlobalOptions options) {
    if (own.files.empty()) return {std::move(options), true};
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
    if (plans.size() > 1 && !options.holidays.empty()) {
        throw UsageError{{Word::plans_and_parts_named}, {Word::name_one_plan}};
    }
    if (!plans.empty()) options.plans = std::move(plans);
    const bool with_submissions = !options.submissions.empty();
    return {std::move(options), with_submissions};
}

/// What is there to hold the papers of one plan against each other.
struct PlanJudgement {
    // Papers are held against each other whenever they came: no day is the last.
    explicit PlanJudgement(const LaidPlan& laid) : assessment(laid, Day::max()), cross(laid) {}

    Assessment assessment;
    CrossChecker cross;
};

std::int64_t count_plan_files(const Session& session) {
    std::set<std::string> files;
    for (const auto& plan : session.plans) {
        for (const auto& source : plan->plan.sources) files.insert(source->name());
    }
    return static_cast<std::int64_t>(files.size());
}

void judge(Session& session, const GlobalOptions& options, const Env& env, Diagnostics& found,
           ValidationCounts& counts) {
    // What a submission says cannot be held against a plan that says nothing certain; how it is
    // written can be judged all the same.
    const bool sound = session.plans_are_valid();
    std::vector<std::unique_ptr<PlanJudgement>> plans;
    std::vector<PlanIntake> intakes;
    for (const auto& plan : session.plans) {
        auto& one = plans.emplace_back(std::make_unique<PlanJudgement>(*plan));
        auto& intake = intakes.emplace_back();
        intake.assessment = &one->assessment;
        intake.cross = &one->cross;
    }
    Diagnostics of_submissions;
    LeftOut left_out(session.files);
    const auto counted = take_in(session, std::move(intakes), &of_submissions, nullptr, &left_out);
    counts = {count_plan_files(session) + counted.files, counted.submissions};
    found.append(std::move(session.diagnostics));
    found.append(std::move(of_submissions));
    for (std::size_t i = 0; i < plans.size(); ++i) {
        auto& plan = *session.plans[i];
        found.append(std::move(plan.diagnostics));
        found.append(limited(plans[i]->cross.findings()));
        Diagnostics of_returns;
        of_returns.grade_by(plan.plan.severities);
        if (sound) check_returns(plan.plan, plans[i]->assessment.struck(), of_returns);
        found.append(std::move(of_returns));
    }
    Diagnostics of_folders;
    of_folders.grade_by(session.plans.front()->plan.severities);
    left_out.report(of_folders);
    found.append(std::move(of_folders));
    if (!sound && counts.submissions > 0 && !options.quiet) {
        env.err(fmt::format("plantool: {}\n", say(Word::only_form_checked, session.language)));
    }
}

int run_validate(const ValidateOptions& own, const Call& call) {
    const auto& options = call.options;
    const auto& env = call.env;
    Diagnostics found;
    ValidationCounts counts;
    const auto judged = what_is_judged(own, options);
    const auto submissions = judged.with_submissions ? Submissions::all : Submissions::none;
    const auto session = open_session(judged.options, env, submissions, Asking::all);
    without_attachments(*session, [&] {
        judge(*session, options, env, found, counts);
        return 0;
    });
    found.sort();
    const auto& format = parse_format(findings_formats(), own.format);
    if (format.excerpts) read_excerpts(found);
    format.write(found, counts, {use_color(options, env, env.out_is_terminal), session->language},
                 env.out);
    const bool failed = found.has_errors() || (own.strict && found.count(Severity::warning) > 0);
    return failed ? 1 : 0;
}

}  // namespace

Runner setup_validate(CLI::App& app, Language language) {
    auto own = std::make_shared<ValidateOptions>();
    app.add_option("FILE", own->files, say(Word::help_for_files, language))
        ->type_name(say(Word::value_file, language))
        ->take_all();
    add_format_option(app, language, findings_formats(), own->format);
    app.add_flag("--strict", own->strict, say(Word::help_for_strict, language));
    return {[own](const Call& call) { return run_validate(*own, call); },
            [own](const Call&) { parse_format(findings_formats(), own->format); }};
}

}  // namespace plantool
