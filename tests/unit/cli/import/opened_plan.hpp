// A plan opened as a command does, without submissions.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>

#include "cli/options.hpp"
#include "cli/session.hpp"
#include "support.hpp"

namespace plantool::testing {

struct OpenedPlan {
    /// Asked about on 1 December 2022.
    explicit OpenedPlan(const std::string& yaml) {
        GlobalOptions options;
        options.plans = {folder.write("plan.yaml", yaml).string()};
        Env env;
        env.variable = [](const char*) { return std::nullopt; };
        env.now = std::chrono::sys_seconds{day("2022-12-01")};
        session = open_session(options, env, Submissions::none, Asking::all);
        REQUIRE(session->plans_are_valid());
    }

    const SessionPlan& plan() const { return *session->plans.front(); }

    TempFolder folder;
    std::unique_ptr<Session> session;
};

}  // namespace plantool::testing
