// `plantool plan`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/session.hpp"
#include "text/utf8.hpp"
#include "write/plan_outline.hpp"

namespace plantool {
namespace {

struct PlanOptions {
    std::string format = "text";
    bool assumptions = false;
};

int run_plan(const PlanOptions& own, const GlobalOptions& options, const Env& env) {
    if (own.format != "text" && own.format != "json") {
        throw UsageError{fmt::format("there is no format `{}`", printable(own.format)),
                         "write text or json"};
    }
    auto session = open_session(options, env, true);
    if (const int fault = report_plan_faults(*session, options, env)) return fault;
    const auto& plan = session->plan;
    const bool json = own.format == "json";
    if (own.assumptions) {
        env.out(json ? plan_assumptions_json(plan) : plan_assumptions(plan, session->language));
    } else {
        env.out(json ? plan_outline_json(plan, session->schedule)
                     : plan_outline(plan, session->schedule, session->language));
    }
    return 0;
}

}  // namespace

Runner setup_plan(CLI::App& app) {
    auto own = std::make_shared<PlanOptions>();
    app.add_option("--format", own->format, "text or json")->type_name("FORMAT");
    app.add_flag("--assumptions", own->assumptions, "What the plan file assumes, and why");
    return [own](const GlobalOptions& options, const Env& env) {
        return run_plan(*own, options, env);
    };
}

}  // namespace plantool
