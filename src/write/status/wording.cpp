#include "write/status/wording.hpp"

#include "core/schedule/period_title.hpp"
#include "text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace plantool {
namespace {

std::string name_in(const Status& status, std::string_view key, const std::string& id,
                    Language language) {
    const auto& plan = status.assessment->plan();
    if (key == "agency") {
        const auto found = plan.names.by_id.find(id);
        if (found == plan.names.by_id.end()) return {};
        return plan.agencies[found->second].name_on(status.assessment->as_of()).value;
    }
    if (key == "group") {
        const auto found = plan.group_ids.find(id);
        return found == plan.group_ids.end() ? std::string()
                                             : plan.groups[found->second].name.value;
    }
    if (key == "obligation") {
        for (const auto& o : plan.obligations) {
            if (o.id.value == id) return obligation_mark(o);
        }
    }
    if (key == "period") {
        for (const auto& slot : status.assessment->schedule().slots) {
            if (slot.period.id == id) return period_heading(plan, slot, language);
        }
    }
    return {};
}

/// What people call it that was chosen by its id, in the first of the plans that has it.
std::string chosen_name(std::span<const Status> plans, std::string_view key, const std::string& id,
                        Language language) {
    if (key == "state") {
        const auto state = parse_state(id);
        return state ? std::string(state_label(*state, language)) : id;
    }
    for (const auto& status : plans) {
        if (auto name = name_in(status, key, id, language); !name.empty()) return name;
    }
    return id;
}

}  // namespace

std::string_view state_label(State state, Language language) {
    return language == Language::vi ? info(state).vi : info(state).en;
}

std::string row_note(const Assessment& assessment, const StatusRow& row, Language language) {
    std::string note;
    const auto add = [&](const std::string& text) {
        if (!note.empty()) note += "; ";
        note += text;
    };
    const auto& expected = assessment.schedule().rows[row.row];
    const auto& receipt = assessment.receipt(row.row);
    if (expected.extension != nullptr) {
        add(say(Word::extended_to, language, short_date(expected.due, language)));
    }
    if (receipt.count > 1) add(say(Word::corrections, language, receipt.count - 1));
    if (receipt.rejected > 0) add(say(Word::refusals, language, receipt.rejected));
    return note;
}

std::string summary_line(const Summary& summary, Language language) {
    auto out = say(Word::expected_count, language, summary.expected);
    bool first = true;
    for (const auto& state : all_states()) {
        if (static_cast<int>(state.state) >= kRowStates || summary.of(state.state) == 0) continue;
        out += fmt::format("{} {} {}", first ? ":" : ",", state_label(state.state, language),
                           summary.of(state.state));
        first = false;
    }
    return out;
}

std::string rates_line(const Summary& summary, Language language) {
    const auto percent = [&](std::optional<int> rate) {
        return rate ? format_percent(*rate, language) : std::string("-");
    };
    return say(Word::rates, language, percent(summary.reporting_rate()),
               percent(summary.on_time_rate()), summary.accountable());
}

std::string status_title(const Assessment& assessment, Language language) {
    return say(Word::status_title, language, assessment.plan().head.number,
               official_date(assessment.as_of(), language));
}

std::string plan_file_line(const Plan& plan, Language language) {
    const auto& file = plan.sources.empty() ? std::string() : plan.sources.front()->name();
    if (file.find_first_of("/\\") == std::string::npos) return {};
    return say(Word::plan_file, language, file);
}

std::string filters_line(const StatusAnswer& answer, Language language) {
    static constexpr std::array kNames = {
        std::pair{std::string_view("agency"), Word::filter_agency},
        std::pair{std::string_view("group"), Word::filter_group},
        std::pair{std::string_view("obligation"), Word::filter_obligation},
        std::pair{std::string_view("period"), Word::filter_period},
        std::pair{std::string_view("state"), Word::filter_state},
    };
    std::string chosen;
    for (const auto& filter : answer.filters) {
        std::vector<std::string> said;
        for (const auto& id : filter.chosen) {
            said.push_back(chosen_name(answer.plans, filter.key, id, language));
        }
        for (const auto& [key, name] : kNames) {
            if (key != filter.key) continue;
            chosen += fmt::format("{}{} {}", chosen.empty() ? "" : "; ", say(name, language),
                                  listed(said));
        }
    }
    return say(Word::filtered, language, chosen);
}

const std::string& obligation_mark(const Obligation& obligation) {
    return obligation.kind == ObligationKind::report ? obligation.title.value : obligation.id.value;
}

std::string obligation_label(const Obligation& obligation) {
    if (obligation.kind == ObligationKind::report) return obligation.title.value;
    return obligation.id.value + " " + obligation.title.value;
}

std::string slot_heading(const Plan& plan, const Slot& slot, const std::string& due,
                         Language language) {
    const auto& o = plan.obligations[slot.obligation];
    auto text = obligation_mark(o) + " · " + period_heading(plan, slot, language);
    if (!due.empty()) text += fmt::format(" · {} {}", say(Word::due, language), due);
    const bool titled =
        o.kind == ObligationKind::report || (slot.event != nullptr && !slot.event->title.empty());
    return titled ? text : text + " · " + o.title.value;
}

std::vector<StatusRow> most_urgent(const std::vector<StatusRow>& rows) {
    std::vector<StatusRow> urgent;
    std::copy_if(rows.begin(), rows.end(), std::back_inserter(urgent), [](const StatusRow& row) {
        return row.state == State::overdue || row.state == State::missing;
    });
    std::stable_sort(urgent.begin(), urgent.end(), [](const StatusRow& a, const StatusRow& b) {
        return a.days_late > b.days_late;
    });
    return urgent;
}

}  // namespace plantool
