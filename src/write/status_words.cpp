#include "write/status_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace plantool {

std::string_view state_label(State state, Language language) {
    return word(language, info(state).vi, info(state).en);
}

std::string days_label(int count, Language language) {
    if (language == Language::vi) return fmt::format("{} ngày", count);
    return fmt::format("{} {}", count, count == 1 ? "day" : "days");
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
        add(fmt::format("{} {}", word(language, "gia hạn đến", "extended to"),
                        short_date(expected.due, language)));
    }
    if (receipt.count > 1) {
        add(fmt::format(fmt::runtime(word(language, "{} bản bổ sung", "{} corrected")),
                        receipt.count - 1));
    }
    if (receipt.rejected > 0) {
        add(fmt::format(fmt::runtime(word(language, "{} bản không hợp lệ", "{} refused")),
                        receipt.rejected));
    }
    return note;
}

std::string summary_line(const Summary& summary, Language language) {
    auto out = fmt::format("{} {}", word(language, "Phải báo cáo", "Expected"), summary.expected);
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
    return fmt::format(
        "{} {}, {} {} ({} {})", word(language, "Tỷ lệ nộp", "Reporting rate"),
        percent(summary.reporting_rate()), word(language, "tỷ lệ đúng hạn", "on-time rate"),
        percent(summary.on_time_rate()),
        word(language, "trên số đã đến hạn:", "of those accountable:"), summary.accountable());
}

std::string status_title(const Assessment& assessment, Language language) {
    return fmt::format("{} {}: {} {}", word(language, "Kế hoạch", "Plan"),
                       assessment.plan().head.number,
                       word(language, "tình hình báo cáo đến", "reports as of"),
                       official_date(assessment.as_of(), language));
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
