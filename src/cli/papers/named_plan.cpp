#include "cli/papers/named_plan.hpp"

#include <algorithm>

#include "read/file/file.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// `[a-z0-9][a-z0-9.-]*`, and no file or folder of that name: then the path is meant.
bool is_id(const std::string& text) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
    };
    return !text.empty() && text.front() != '.' && text.front() != '-' &&
           std::all_of(text.begin(), text.end(), fits) && !text.ends_with(".yaml") &&
           !text.ends_with(".yml") && !facts_of(text);
}

}  // namespace

std::string take_plan_id(GlobalOptions& options, const Env& env) {
    std::vector<std::string> ids;
    std::erase_if(options.plans, [&](const std::string& plan) {
        if (!is_id(plan)) return false;
        ids.push_back(plan);
        return true;
    });
    if (ids.empty()) return {};
    if (ids.size() > 1) throw UsageError{{Word::option_twice, "--plan"}, {Word::give_once}};
    fill_from_environment(options, env);
    return ids.front();
}

void require_known(const std::string& id, const Session& session) {
    if (id.empty()) return;
    std::vector<std::string> known;
    for (const auto& plan : session.plans) known.push_back(plan->plan.head.id.value);
    if (std::find(known.begin(), known.end(), id) != known.end()) return;
    throw UsageError{{Word::no_plan_of_id, printable(id)}, suggestion(id, known)};
}

}  // namespace plantool
