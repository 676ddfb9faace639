// `plantool plan`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/format_option.hpp"
#include "cli/session.hpp"
#include "text/utf8.hpp"
#include "write/output_formats.hpp"

namespace plantool {
namespace {

struct PlanOptions {
    std::string format;
    bool assumptions = false;
};

/// Several documents of JSON, one after the other, are none.
void refuse_several(const std::vector<const SessionPlan*>& plans) {
    if (plans.size() < 2) return;
    std::vector<std::string> files;
    for (const auto* plan : plans) files.push_back(printable(plan->file()));
    throw UsageError{{Word::json_of_one_plan, plans.size()},
                     {Word::name_one_with, fmt::format("{}", fmt::join(files, ", "))}};
}

int run_plan(const PlanOptions& own, const Call& call) {
    const auto& [options, env, session] = call;
    const auto& format = parse_format(plan_formats(), own.format);
    const auto asked = session->asked();
    if (format.name == "json") refuse_several(asked);
    bool first = true;
    for (const auto* laid : asked) {
        if (!first) env.out("\n");
        first = false;
        env.out(own.assumptions ? format.assumptions(laid->plan, session->language)
                                : format.outline(laid->plan, laid->schedule, session->language));
    }
    return 0;
}

}  // namespace

Runner setup_plan(CLI::App& app, Language language) {
    auto own = std::make_shared<PlanOptions>();
    add_format_option(app, language, plan_formats(), own->format);
    app.add_flag("--assumptions", own->assumptions, say(Word::help_for_assumptions, language));
    return {[own](const Call& call) { return run_plan(*own, call); },
            [own](const Call&) { parse_format(plan_formats(), own->format); }};
}

}  // namespace plantool
