#include "cli/filter.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "core/plan/agency_match.hpp"
#include "core/plan/obligation_match.hpp"
#include "text/labels.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// An option that may be given several times.
struct ListOption {
    const char* name;
    std::vector<std::string> FilterOptions::*into;
    Word help;
    Word value;
};

constexpr std::array kListOptions = {
    ListOption{"--agency", &FilterOptions::agencies, Word::help_for_agency, Word::value_agency},
    ListOption{"--group", &FilterOptions::groups, Word::help_for_group, Word::value_group},
    ListOption{"--obligation", &FilterOptions::obligations, Word::help_for_obligation,
               Word::value_obligation},
    ListOption{"--period", &FilterOptions::periods, Word::help_for_period, Word::value_period},
    ListOption{"--state", &FilterOptions::states, Word::help_for_state, Word::value_state},
};

/// Each entry of the lists by itself. A title may hold commas, so that the whole is looked at
/// before its parts.
template <class Knows>
std::vector<std::string> obligation_list(const std::vector<std::string>& given,
                                         const Knows& knows) {
    std::vector<std::string> out;
    for (const auto& list : given) {
        if (knows(list)) {
            out.push_back(list);
            continue;
        }
        for (auto& entry : split_lists({list})) out.push_back(std::move(entry));
    }
    return out;
}

using SessionPlans = std::vector<const SessionPlan*>;

/// What a word means in each of the plans; nothing where a plan does not know it.
template <class T>
using Meanings = std::vector<std::optional<T>>;

/// Asks each plan; where none of them knows the word, the first says why not.
template <class T, class Find, class Fault>
Meanings<T> meanings(const SessionPlans& plans, const Find& find, const Fault& fault) {
    Meanings<T> out;
    for (const auto* plan : plans) out.push_back(find(*plan));
    const bool known = std::any_of(out.begin(), out.end(),
                                   [](const std::optional<T>& meaning) { return !!meaning; });
    if (!known) throw fault(*plans.front());
    return out;
}

std::optional<std::size_t> find_group(const std::string& id, const Plan& plan) {
    const auto found = plan.group_ids.find(id);
    return found == plan.group_ids.end() ? std::nullopt : std::optional(found->second);
}

UsageError unknown_group(const std::string& id, const Plan& plan) {
    std::vector<std::string> known;
    for (const auto& group : plan.groups) known.push_back(group.id.value);
    const auto all = known.empty() ? Message() : Message(Word::write_one_of, in_backquotes(known));
    return {{Word::no_group, printable(id)}, suggestion(id, known, all)};
}

UsageError unknown_period(const std::string& text, const SessionPlans& plans) {
    std::vector<std::string> known;
    for (const auto* plan : plans) {
        for (const auto& slot : plan->schedule.slots) known.push_back(slot.period.id);
    }
    return {{Word::no_period, printable(text)}, suggestion(text, known)};
}

/// The agencies that were named, less those outside the groups that were named.
std::vector<AgencyIx> both(const std::vector<AgencyIx>& named, const std::vector<AgencyIx>& grouped,
                           const FilterOptions& options) {
    if (options.agencies.empty()) return grouped;
    if (options.groups.empty()) return named;
    std::vector<AgencyIx> out;
    std::copy_if(named.begin(), named.end(), std::back_inserter(out), [&](AgencyIx ix) {
        return std::find(grouped.begin(), grouped.end(), ix) != grouped.end();
    });
    return out;
}

/// Reads the options word by word, for all the plans at once.
class FilterReader {
  public:
    FilterReader(const FilterOptions& options, SessionPlans plans)
        : options_(options), plans_(std::move(plans)), out_{} {
        out_.of_plan.resize(plans_.size());
    }

    Filters run() {
        read_agencies();
        const auto knows = [&](const std::string& text) {
            return std::any_of(plans_.begin(), plans_.end(), [&](const SessionPlan* plan) {
                return find_obligation(plan->plan, text).has_value();
            });
        };
        for (const auto& written : obligation_list(options_.obligations, knows)) {
            read_obligation(written);
        }
        for (const auto& period : split_lists(options_.periods)) read_period(period);
        std::vector<std::string> states;
        for (const auto state : parse_states(options_.states)) {
            for (auto& filter : out_.of_plan) filter.states.push_back(state);
            states.emplace_back(info(state).id);
        }
        ask("agency", std::move(agencies_));
        ask("group", split_lists(options_.groups));
        ask("obligation", std::move(obligations_));
        ask("period", std::move(periods_));
        ask("state", std::move(states));
        return std::move(out_);
    }

  private:
    void ask(std::string_view key, std::vector<std::string> chosen) {
        if (!chosen.empty()) out_.asked.push_back({key, std::move(chosen)});
    }

    /// The id that the first of the plans has for what they all mean.
    template <class T, class IdOf>
    std::string first_id(const Meanings<T>& found, const IdOf& id_of) const {
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (found[i]) return id_of(plans_[i]->plan, *found[i]);
        }
        return {};
    }

    void read_agencies() {
        std::vector<std::vector<AgencyIx>> named(plans_.size());
        std::vector<std::vector<AgencyIx>> grouped(plans_.size());
        for (const auto& written : options_.agencies) {
            const auto found = meanings<AgencyIx>(
                plans_, [&](const SessionPlan& p) { return find_agency(p.plan, written).agency; },
                [&](const SessionPlan& p) { return unknown_agency(written, p.plan); });
            for (std::size_t i = 0; i < found.size(); ++i) {
                if (found[i]) named[i].push_back(*found[i]);
            }
            agencies_.push_back(first_id(
                found, [](const Plan& plan, AgencyIx ix) { return plan.agencies[ix].id.value; }));
        }
        for (const auto& id : split_lists(options_.groups)) {
            const auto found = meanings<std::size_t>(
                plans_, [&](const SessionPlan& p) { return find_group(id, p.plan); },
                [&](const SessionPlan& p) { return unknown_group(id, p.plan); });
            for (std::size_t i = 0; i < found.size(); ++i) {
                if (!found[i]) continue;
                const auto& members = plans_[i]->plan.groups[*found[i]].agencies;
                grouped[i].insert(grouped[i].end(), members.begin(), members.end());
            }
        }
        for (std::size_t i = 0; i < plans_.size(); ++i) {
            out_.of_plan[i].by_agency = !options_.agencies.empty() || !options_.groups.empty();
            out_.of_plan[i].agencies = both(named[i], grouped[i], options_);
        }
    }

    void read_obligation(const std::string& id) {
        const auto found = meanings<ObligationIx>(
            plans_, [&](const SessionPlan& p) { return find_obligation(p.plan, id); },
            [&](const SessionPlan& p) { return unknown_obligation(id, p.plan); });
        for (std::size_t i = 0; i < found.size(); ++i) {
            out_.of_plan[i].by_obligation = true;
            if (found[i]) out_.of_plan[i].obligations.push_back(*found[i]);
        }
        obligations_.push_back(first_id(found, [](const Plan& plan, ObligationIx ix) {
            return plan.obligations[ix].id.value;
        }));
    }

    void read_period(const std::string& text) {
        bool known = false;
        for (const auto* plan : plans_) {
            for (const auto& slot : plan->schedule.slots) {
                if (!names_period(plan->plan, slot, text)) continue;
                known = true;
                const auto& id = slot.period.id;
                if (std::find(periods_.begin(), periods_.end(), id) == periods_.end()) {
                    periods_.push_back(id);
                }
            }
        }
        if (!known) throw unknown_period(text, plans_);
        for (auto& filter : out_.of_plan) filter.periods.push_back(text);
    }

    const FilterOptions& options_;
    SessionPlans plans_;
    Filters out_;
    std::vector<std::string> agencies_;     ///< ids of those that were named
    std::vector<std::string> obligations_;  ///< likewise
    std::vector<std::string> periods_;      ///< likewise, each once, in the order of the plans
};

}  // namespace

void add_filter_options(CLI::App& app, Language language, FilterOptions& options) {
    for (const auto& list : kListOptions) {
        app.add_option(list.name, options.*list.into, say(list.help, language))
            ->type_name(say(list.value, language))
            ->expected(1)
            ->take_all();
    }
}

std::vector<State> parse_states(const std::vector<std::string>& words) {
    std::vector<State> states;
    for (const auto& word : split_lists(words)) {
        const auto state = parse_state(word);
        if (!state) {
            std::vector<std::string> known;
            for (const auto& entry : all_states()) known.emplace_back(entry.id);
            throw UsageError{{Word::no_state, printable(word)},
                             suggestion(word, known, {Word::states_are, in_backquotes(known)})};
        }
        states.push_back(*state);
    }
    return states;
}

UsageError unknown_obligation(const std::string& written, const Plan& plan) {
    auto known = obligation_ids(plan);
    for (const auto& o : plan.obligations) known.push_back(o.title.value);
    return {{Word::no_obligation, printable(written)}, suggestion(written, known)};
}

std::vector<ObligationIx> parse_obligations(const std::vector<std::string>& ids, const Plan& plan) {
    std::vector<ObligationIx> out;
    const auto knows = [&](const std::string& text) { return find_obligation(plan, text); };
    for (const auto& written : obligation_list(ids, knows)) {
        const auto found = find_obligation(plan, written);
        if (!found) throw unknown_obligation(written, plan);
        out.push_back(*found);
    }
    return out;
}

UsageError unknown_agency(const std::string& written, const Plan& plan) {
    const auto match = find_agency(plan, written);
    if (!match.candidates.empty()) {
        std::vector<std::string> ids;
        for (const auto ix : match.candidates) ids.push_back(plan.agencies[ix].id.value);
        return {{Word::several_agencies, printable(written)},
                {Word::name_by_id, in_backquotes(ids)}};
    }
    std::vector<std::string> known;
    for (const auto& agency : plan.agencies) {
        known.push_back(agency.id.value);
        known.push_back(agency.name.value);
    }
    return {{Word::no_agency, printable(written)}, suggestion(written, known)};
}

AgencyIx parse_agency(const std::string& written, const Plan& plan) {
    const auto match = find_agency(plan, written);
    if (!match.agency) throw unknown_agency(written, plan);
    return *match.agency;
}

Filters make_filters(const FilterOptions& options, const Session& session) {
    return FilterReader(options, session.asked()).run();
}

}  // namespace plantool
