// `plantool changes`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <utility>
#include <vector>

#include "cli/answer_output.hpp"
#include "cli/command.hpp"
#include "cli/session.hpp"

namespace plantool {
namespace {

struct ChangesOptions {
    std::string since;
    OutputOptions output;
    bool exit_code = false;
};

Day since_of(const ChangesOptions& own) {
    if (own.since.empty()) {
        throw UsageError{{Word::since_missing}, {Word::write_since}};
    }
    return parse_day(own.since, "--since");
}

/// A plan as it is known on the earlier day, beside the session's, which is of as-of. The papers
/// are read once for both.
struct TwoDays {
    Schedule schedule;
    Assessment before;
    Assessment now;

    TwoDays(const LaidPlan& laid, Day since, Day as_of)
        : schedule(schedule_on(laid.plan, since)),
          before(laid.plan, schedule, since),
          now(laid, as_of) {
        now.keep_refused_after(since);
    }

    static Schedule schedule_on(const Plan& plan, Day day) {
        Diagnostics told;  // when the plan was laid for as-of
        return build_schedule(plan, day, told);
    }
};

int run_changes(const ChangesOptions& own, const Call& call) {
    const auto& session = *call.session;
    const auto since = since_of(own);
    if (since > session.as_of) {
        throw UsageError{{Word::since_after_as_of, since, session.as_of},
                         {Word::turn_since_and_as_of}};
    }
    std::vector<std::unique_ptr<TwoDays>> looks;
    std::vector<PlanIntake> intakes;
    for (const auto* plan : session.asked()) {
        auto& both = *looks.emplace_back(std::make_unique<TwoDays>(*plan, since, session.as_of));
        auto& intake = intakes.emplace_back();
        intake.assessment = &both.now;
        intake.also = {&both.before};
    }
    take_in(session, std::move(intakes));
    std::vector<PlanChanges> plans;
    for (const auto& both : looks) {
        plans.push_back({&both->before, &both->now, changes_between(both->before, both->now)});
    }
    const ChangesAnswer answer{plans, since};
    write_answer(chosen_format(changes_formats(), own.output), answer,
                 style_of(own.output, session.language, call), own.output, call);
    return own.exit_code && !answer.empty() ? 1 : 0;
}

}  // namespace

Runner setup_changes(CLI::App& app, Language language) {
    auto own = std::make_shared<ChangesOptions>();
    app.add_option("--since", own->since, say(Word::help_for_since, language))
        ->type_name(say(Word::value_day, language));
    add_format_option(app, language, format_names(changes_formats()), own->output.format);
    app.add_flag("--exit-code", own->exit_code, say(Word::help_for_exit_code, language));
    return {[own](const Call& call) { return run_changes(*own, call); },
            [own](const Call& call) {
                since_of(*own);
                chosen_format(changes_formats(), own->output);
                use_color(call.options, call.env, false);
            }};
}

}  // namespace plantool
