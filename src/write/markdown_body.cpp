// Sections I to VII of a Markdown report.

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "write/markdown_escape.hpp"
#include "write/markdown_parts.hpp"
#include "write/report_words.hpp"
#include "write/status_words.hpp"

namespace plantool::markdown {
namespace {

std::string text(std::string_view raw) {
    return escape_markdown(raw);
}

std::string percent(std::optional<int> rate, Language language) {
    return rate ? format_percent(*rate, language) : "–";
}

// ---- I -----------------------------------------------------------------------------------------

std::string direction(const Context& c) {
    const auto& head = c.report.plan().head;
    std::string out;
    if (head.implements) {
        out += paragraph(fmt::format(
            fmt::runtime(c.say("Kế hoạch số {} triển khai Chương trình số {} “{}”.",
                               "Plan No. {} carries out Programme No. {}, “{}”.")),
            text(head.number), text(head.implements->number), text(head.implements->title)));
    }
    std::size_t continuous = 0;
    for (const auto& o : c.report.plan().obligations) {
        if (o.cadence.value == Cadence::continuous) ++continuous;
    }
    return out + paragraph(fmt::format(
                     fmt::runtime(c.say(
                         "Báo cáo này nói về {} nội dung của kế hoạch. Ngoài ra kế hoạch giao {} "
                         "nhiệm vụ thường xuyên; đến nay {} lượt nhiệm vụ - đơn vị im ắng quá "
                         "ngưỡng theo dõi (Phụ lục II).",
                         "This report speaks of {} parts of the plan. The plan also sets {} "
                         "continuous tasks; {} pairs of task and agency have gone quiet "
                         "(Annex II).")),
                     c.report.tasks.size(), continuous, c.report.quiet.size()));
}

std::string situation(const Context& c) {
    const auto& summary = c.report.status.summary;
    std::string states;
    for (const auto& state : all_states().first<kRowStates>()) {
        if (summary.of(state.state) == 0) continue;
        states += fmt::format("{}{} {}", states.empty() ? "" : "; ",
                              state_label(state.state, c.language), summary.of(state.state));
    }
    std::vector<std::string> lines;
    lines.push_back(fmt::format("{}: **{}** ({})", c.say("Báo cáo phải nộp", "Reports expected"),
                                summary.expected, states.empty() ? "–" : states));
    lines.push_back(fmt::format(
        "{}: **{}**; {}: **{}** ({} {})", c.say("Tỷ lệ nộp", "Reporting rate"),
        percent(summary.reporting_rate(), c.language), c.say("tỷ lệ đúng hạn", "on-time rate"),
        percent(summary.on_time_rate(), c.language),
        c.say("trên số đã đến hạn, không kể được miễn:", "of reports accountable, waived apart:"),
        summary.accountable()));
    if (!c.report.refused.empty()) {
        lines.push_back(fmt::format("{}: {} ({})",
                                    c.say("Bản bị từ chối, không tính", "Submissions refused"),
                                    c.report.refused.size(), c.say("Phụ lục III", "Annex III")));
    }
    std::vector<std::string> late;
    for (const auto& row : c.report.attention) {
        late.push_back(agency_name(c.report, agency_of(c.report, row.row)));
    }
    if (!late.empty()) {
        lines.push_back(fmt::format("**{}** {}",
                                    c.say("Cần đôn đốc trước (quá hạn, không nộp):",
                                          "First to follow up (overdue, "
                                          "missing):"),
                                    text(fmt::format("{}", fmt::join(late, "; ")))));
    }
    return bullets(lines);
}

// ---- II ----------------------------------------------------------------------------------------

std::string contribution(const Context& c, const TaskContribution& part) {
    const auto figures = text(figures_text(c.report, part.figures, c.language));
    auto line =
        fmt::format("**{}:** {}", text(agency_name(c.report, part.agency)), text(part.summary));
    if (!figures.empty()) line += fmt::format(" *({})*", figures);
    return line;
}

std::string results(const Context& c) {
    std::string out;
    int number = 0;
    for (const auto& section : c.report.tasks) {
        const auto& task = c.report.plan().obligations[section.task];
        out += heading(3, fmt::format("{}\\. {}", ++number, text(obligation_label(task))));
        out += paragraph(fmt::format("*{}: {}.*", c.say("Chủ trì", "Lead"),
                                     text(agency_names(c.report, task.agencies))));
        std::vector<std::string> lines;
        for (const auto& part : section.contributions) lines.push_back(contribution(c, part));
        out += lines.empty() ? paragraph(c.say("Chưa đơn vị nào báo cáo nội dung này.",
                                               "No agency reports on this yet."))
                             : bullets(lines);
    }
    return out;
}

// ---- III ---------------------------------------------------------------------------------------

std::string totals(const Context& c) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& table : c.report.indicators) {
        const auto& indicator = c.report.plan().indicators[table.indicator];
        const auto total =
            table.total ? format_number(*table.total, total_decimals(c.report, table), c.language)
                        : std::string("–");
        rows.push_back({std::to_string(rows.size() + 1), text(indicator.name.value),
                        text(indicator.unit.value),
                        std::string(total_label(indicator.total, c.language)), total,
                        std::to_string(table.by_agency.size())});
    }
    return table("rlllrr",
                 {c.say("TT", "No."), c.say("Chỉ tiêu", "Indicator"), c.say("ĐVT", "Unit"),
                  c.say("Cách tính", "Rule"), c.say("Kết quả", "Result"),
                  c.say("Số đơn vị có số liệu", "Agencies with figures")},
                 rows);
}

std::string by_agency(const Context& c) {
    std::vector<std::string> header{c.say("Cơ quan, đơn vị", "Agency")};
    std::string alignment = "l";
    std::map<AgencyIx, std::vector<std::string>> rows;  // in plan order
    for (const auto& row : c.report.status.rows) rows[agency_of(c.report, row.row)];
    std::size_t column = 0;
    for (const auto& table : c.report.indicators) {
        header.push_back(text(c.report.plan().indicators[table.indicator].name.value));
        alignment += 'r';
        ++column;
        for (const auto& value : table.by_agency) {
            auto& cells = rows[value.of];
            cells.resize(column - 1);
            cells.push_back(
                format_number(value.value, table_decimals(c.report, table), c.language));
        }
    }
    std::vector<std::vector<std::string>> lines;
    for (auto& [agency, cells] : rows) {
        cells.resize(column);
        cells.insert(cells.begin(), text(agency_name(c.report, agency)));
        lines.push_back(cells);
    }
    return table(alignment, header, lines);
}

std::string figures(const Context& c) {
    if (c.report.indicators.empty()) {
        return paragraph(c.say("Kế hoạch không có chỉ tiêu cho kỳ này.",
                               "The plan has no indicators for this period."));
    }
    return paragraph(c.say("Ô trống là không có số liệu, không phải số 0.",
                           "An empty cell means no figure, not zero.")) +
           totals(c) + by_agency(c);
}

// ---- IV ----------------------------------------------------------------------------------------

std::string timeliness(const Context& c) {
    std::vector<std::vector<std::string>> rows;
    for (const auto& state : all_states().first<kRowStates>()) {
        std::vector<std::string> names;
        for (const auto& row : c.report.status.rows) {
            if (row.state != state.state) continue;
            auto name = agency_name(c.report, agency_of(c.report, row.row));
            if (row.days_late.value_or(0) > 0) {
                name += fmt::format(" ({})", days_label(*row.days_late, c.language));
            }
            names.push_back(name);
        }
        if (names.empty()) continue;
        rows.push_back({std::string(state_label(state.state, c.language)),
                        std::to_string(names.size()),
                        text(fmt::format("{}", fmt::join(names, "; ")))});
    }
    if (rows.empty()) {
        return paragraph(c.say("Không có báo cáo nào phải nộp.", "No report is expected."));
    }
    std::vector<std::string> due;
    for (const auto ix : c.report.slots) {
        const auto& slot = c.report.schedule().slots[ix];
        due.push_back(fmt::format("{}: {} {}",
                                  text(c.report.plan().obligations[slot.obligation].title.value),
                                  c.say("ngày cuối còn đúng hạn là", "last day on time:"),
                                  official_date(slot.due.due, c.language)));
    }
    return bullets(due) + table("lrl",
                                {c.say("Trạng thái", "State"), c.say("Số", "Count"),
                                 c.say("Cơ quan, đơn vị (số ngày chậm)", "Agencies (days late)")},
                                rows);
}

// ---- V to VII ----------------------------------------------------------------------------------

std::string remarks(const Context& c, std::string Remarks::*field) {
    std::vector<std::string> lines;
    for (const auto& remark : c.report.remarks) {
        const auto& said = remark.*field;
        if (said.empty()) continue;
        lines.push_back(
            fmt::format("**{}:** {}", text(agency_name(c.report, remark.agency)), text(said)));
    }
    return lines.empty() ? paragraph(c.say("Không đơn vị nào nêu.", "No agency names any."))
                         : bullets(lines);
}

}  // namespace

std::string body(const Context& c) {
    return heading(2, c.say("I. Tình hình và công tác chỉ đạo", "I. Situation and direction")) +
           direction(c) + situation(c) + heading(2, c.say("II. Kết quả thực hiện", "II. Results")) +
           results(c) + heading(2, c.say("III. Số liệu tổng hợp", "III. Figures")) + figures(c) +
           heading(2, c.say("IV. Tình hình nộp báo cáo", "IV. Timeliness of reporting")) +
           timeliness(c) +
           heading(2, c.say("V. Khó khăn, vướng mắc và nguyên nhân",
                            "V. Difficulties and their causes")) +
           remarks(c, &Remarks::difficulties) +
           heading(2, c.say("VI. Phương hướng, nhiệm vụ thời gian tới",
                            "VI. Direction for the next period")) +
           remarks(c, &Remarks::next) +
           heading(2, c.say("VII. Đề xuất, kiến nghị", "VII. Proposals")) +
           remarks(c, &Remarks::proposals);
}

}  // namespace plantool::markdown
