#include "write/status/wording.hpp"
#include "text/words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace plantool {

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

std::string filters_line(const std::vector<AskedFilter>& filters, Language language) {
    static constexpr std::array kNames = {
        std::pair{std::string_view("agency"), Word::filter_agency},
        std::pair{std::string_view("group"), Word::filter_group},
        std::pair{std::string_view("obligation"), Word::filter_obligation},
        std::pair{std::string_view("period"), Word::filter_period},
        std::pair{std::string_view("state"), Word::filter_state},
    };
    std::string chosen;
    for (const auto& filter : filters) {
        for (const auto& [key, name] : kNames) {
            if (key != filter.key) continue;
            chosen += fmt::format("{}{} {}", chosen.empty() ? "" : "; ", say(name, language),
                                  fmt::join(filter.chosen, ", "));
        }
    }
    return say(Word::filtered, language, chosen);
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
