#include "cli/filter.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "core/validate.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

void add_list(CLI::App& app, const char* name, std::vector<std::string>& into, const char* help,
              const char* type) {
    app.add_option(name, into, help)->type_name(type)->expected(1)->take_all();
}

const Group& parse_group(const std::string& id, const Plan& plan) {
    std::vector<std::string> known;
    for (const auto& group : plan.groups) {
        if (group.id.value == id) return group;
        known.push_back(group.id.value);
    }
    throw UsageError{fmt::format("the plan has no group `{}`", printable(id)),
                     did_you_mean(id, known)};
}

void check_period(const std::string& text, const Plan& plan, const Schedule& schedule) {
    std::vector<std::string> known;
    for (const auto& slot : schedule.slots) {
        if (names_period(plan, slot, text)) return;
        known.push_back(slot.period.id);
    }
    throw UsageError{fmt::format("nothing in the plan has the period `{}`", printable(text)),
                     did_you_mean(text, known)};
}

}  // namespace

void add_filter_options(CLI::App& app, FilterOptions& options) {
    add_list(app, "--agency", options.agencies, "Only this agency, by id or name; repeatable",
             "AGENCY");
    add_list(app, "--group", options.groups, "Only the agencies of this group; repeatable", "ID");
    add_list(app, "--obligation", options.obligations, "Only this task or report; repeatable",
             "ID");
    add_list(app, "--period", options.periods, "Only this period or event; repeatable", "ID");
    add_list(app, "--state", options.states, "Only this state; repeatable", "STATE");
}

std::vector<State> parse_states(const std::vector<std::string>& words) {
    std::vector<State> states;
    for (const auto& word : split_lists(words)) {
        const auto state = parse_state(word);
        if (!state) {
            std::vector<std::string> known;
            for (const auto& entry : all_states()) known.emplace_back(entry.id);
            throw UsageError{fmt::format("there is no state `{}`", printable(word)),
                             fmt::format("the states are {}", fmt::join(known, ", "))};
        }
        states.push_back(*state);
    }
    return states;
}

std::vector<ObligationIx> parse_obligations(const std::vector<std::string>& ids, const Plan& plan) {
    std::vector<ObligationIx> out;
    for (const auto& id : split_lists(ids)) {
        const auto found = plan.obligation_ids.find(id);
        if (found == plan.obligation_ids.end()) {
            throw UsageError{fmt::format("the plan has no task or report `{}`", printable(id)),
                             did_you_mean(id, obligation_ids(plan))};
        }
        out.push_back(found->second);
    }
    return out;
}

AgencyIx parse_agency(const std::string& written, const Plan& plan) {
    const auto match = find_agency(plan, written);
    if (match.agency) return *match.agency;
    if (!match.candidates.empty()) {
        std::vector<std::string> ids;
        for (const auto ix : match.candidates) ids.push_back(plan.agencies[ix].id.value);
        throw UsageError{fmt::format("several agencies are called `{}`", printable(written)),
                         fmt::format("name one by its id: {}", fmt::join(ids, ", "))};
    }
    std::vector<std::string> known;
    for (const auto& agency : plan.agencies) {
        known.push_back(agency.id.value);
        known.push_back(agency.name.value);
    }
    throw UsageError{fmt::format("the plan has no agency `{}`", printable(written)),
                     did_you_mean(written, known)};
}

Filter make_filter(const FilterOptions& options, const Plan& plan, const Schedule& schedule) {
    Filter filter;
    filter.by_agency = !options.agencies.empty() || !options.groups.empty();
    for (const auto& written : options.agencies) {
        filter.agencies.push_back(parse_agency(written, plan));
    }
    std::vector<AgencyIx> grouped;
    for (const auto& id : split_lists(options.groups)) {
        const auto& members = parse_group(id, plan).agencies;
        grouped.insert(grouped.end(), members.begin(), members.end());
    }
    if (options.agencies.empty()) {
        filter.agencies = grouped;
    } else if (!options.groups.empty()) {
        std::erase_if(filter.agencies, [&](AgencyIx ix) {
            return std::find(grouped.begin(), grouped.end(), ix) == grouped.end();
        });
    }
    filter.obligations = parse_obligations(options.obligations, plan);
    filter.periods = split_lists(options.periods);
    for (const auto& period : filter.periods) check_period(period, plan, schedule);
    filter.states = parse_states(options.states);
    return filter;
}

}  // namespace plantool
