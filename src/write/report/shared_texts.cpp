#include "write/report/shared_texts.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "core/schedule/period_title.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"
#include "write/report/paper/paper_layout.hpp"

namespace plantool {
namespace {

const Indicator& indicator_of(const Report& report, IndicatorIx ix) {
    return report.plan().indicators[ix];
}

bool is_percent(const Indicator& indicator) {
    return indicator.unit.value == "%";
}

/// A share has a decimal wherever people read it, but for the whole; what an agency reported is
/// not rounded.
std::string figure_text(const Indicator& indicator, double value, Language language) {
    constexpr double kWhole = 100;
    const int decimals = decimals_of(value);
    if (!is_percent(indicator)) return format_number(value, decimals, language);
    const int least = value == kWhole ? 0 : 1;
    return format_number(value, std::max(decimals, least), language) + "%";
}

}  // namespace

const std::string& agency_name(const Report& report, AgencyIx agency) {
    return report.plan().agencies[agency].name.value;
}

const std::string& agency_short(const Report& report, AgencyIx agency) {
    const auto& a = report.plan().agencies[agency];
    return a.short_name.empty() ? a.name.value : a.short_name.value;
}

std::unordered_map<AgencyIx, const Group*> groups_of_agencies(const Report& report) {
    std::unordered_map<AgencyIx, const Group*> groups;
    for (const auto& standing : report.groups) {
        if (standing.group == nullptr) continue;
        for (const auto agency : standing.group->agencies) groups.emplace(agency, standing.group);
    }
    return groups;
}

std::string lead_names(const Report& report, const Obligation& task, Language language) {
    const auto& plan = report.plan();
    std::vector<std::string> names;
    for (const auto& owner : task.owners) {
        const auto group = plan.group_ids.find(owner.value);
        names.push_back(group == plan.group_ids.end()
                            ? agency_name(report, plan.names.by_id.at(owner.value))
                            : plan.groups[group->second].name.value);
    }
    return task.and_related ? say(Word::others_concerned, language, listed(names)) : listed(names);
}

AgencyIx agency_of(const Report& report, RowIx row) {
    return report.schedule().rows[row].agency;
}

const Obligation& obligation_of(const Report& report, RowIx row) {
    const auto& schedule = report.schedule();
    return report.plan().obligations[schedule.slots[schedule.rows[row].slot].obligation];
}

Day due_of(const Report& report, RowIx row) {
    return report.schedule().rows[row].due;
}

std::string report_period(const Report& report, Language language) {
    return period_title(report.plan(), report.schedule().slots[report.slot], language);
}

std::string due_in_words(const Slot& slot, Language language) {
    const auto day = short_date(slot.due.due, language);
    const bool before = slot.rule != nullptr && slot.rule->form == DueRule::Form::before &&
                        slot.due.unrolled == slot.due.due;
    if (!before) return say(Word::due_by, language, day);
    return say(Word::due_before, language,
               short_date(slot.due.due + std::chrono::days(1), language), day);
}

std::string lateness_text(const Report& report, Language language) {
    const int late = report.status.summary.of(State::late);
    const auto missing = static_cast<std::int64_t>(report.attention.size());
    return fmt::format(
        "{}; {}",
        late == 0 ? say(Word::none_late, language) : say_count(Word::came_late, language, late),
        missing == 0 ? say(Word::none_overdue, language)
                     : say_count(Word::not_come, language, missing));
}

std::string quiet_limit_text(const Report& report, Language language) {
    const auto& rows = report.quiet;
    const bool alike = std::all_of(rows.begin(), rows.end(), [&](const ActivityRow& row) {
        return row.quiet_after == rows.front().quiet_after;
    });
    if (rows.empty() || !alike) return say(Word::limit_of_each, language);
    return say(Word::limit_of_all, language, rows.front().quiet_after);
}

std::string state_symbol(State state, Language language) {
    switch (state) {
        case State::on_time:
            return say(Word::symbol_on_time, language);
        case State::late:
            return say(Word::symbol_late, language);
        case State::waived:
            return say(Word::symbol_waived, language);
        case State::missing:
            return say(Word::symbol_missing, language);
        case State::overdue:
            return say(Word::symbol_overdue, language);
        case State::due_soon:
            return say(Word::symbol_due_soon, language);
        case State::open:
            return "·";
        default:
            return "–";
    }
}

std::string state_mark(const StatusRow& row, Language language) {
    std::string mark(state_symbol(row.state, language));
    if (row.days_late.value_or(0) > 0) mark += fmt::format(" {}", *row.days_late);
    return mark;
}

std::string group_label(const Report& report, const GroupStanding& standing, Language language) {
    if (standing.group != nullptr) return standing.group->name.value;
    return std::string(report.groups.size() == 1 ? say(Word::all_agencies, language)
                                                 : say(Word::other_agencies, language));
}

std::string contact_text(const FollowUp& row, Language language) {
    if (!row.last_contact) return "";
    const auto& paper = *row.last_contact;
    auto text = paper.document.empty() ? say(Word::without_number, language) : paper.document;
    text += ", " + short_date(paper.received->day, language);
    if (!paper.valid()) text += say(Word::was_refused, language);
    return text;
}

std::string before_label(const Report& report, Language language) {
    if (!report.before) return "";
    const auto period =
        period_title(report.plan(), report.schedule().slots[report.before->slot], language);
    return report.before->year_before ? say(Word::year_before, language, period)
                                      : say(Word::period_before, language, period);
}

std::string slot_period(const Report& report, SlotIx slot, Language language) {
    return period_heading(report.plan(), report.schedule().slots[slot], language);
}

std::string total_label(Total rule, Language language) {
    switch (rule) {
        case Total::sum:
            return say(Word::total_sum, language);
        case Total::max:
            return say(Word::total_max, language);
        case Total::mean:
            return say(Word::total_mean, language);
        case Total::last:
            return say(Word::total_last, language);
    }
    return "";
}

std::string assumption_label(Assumption::Kind kind, Language language) {
    switch (kind) {
        case Assumption::Kind::plan:
            return say(Word::plan, language);
        case Assumption::Kind::obligation:
            return say(Word::obligation, language);
        case Assumption::Kind::group:
            return say(Word::group, language);
        case Assumption::Kind::agency:
            return say(Word::agency, language);
        case Assumption::Kind::indicator:
            return say(Word::indicator, language);
        case Assumption::Kind::waiver:
            return say(Word::waiver, language);
        case Assumption::Kind::extension:
            return say(Word::extension, language);
    }
    return "";
}

std::string figures_text(const Report& report, const std::vector<Figure>& figures,
                         Language language) {
    std::string out;
    for (const auto& figure : figures) {
        const auto& indicator = indicator_of(report, figure.indicator);
        if (!out.empty()) out += "; ";
        // Before a number the name's own "Số …" needs no unit after it.
        out += fmt::format("{}: {}", indicator.name.value,
                           figure_text(indicator, figure.value, language));
    }
    return out;
}

int table_decimals(const Report& report, const IndicatorTable& table) {
    const auto& indicator = indicator_of(report, table.indicator);
    int decimals = indicator.type == FigureType::decimal || is_percent(indicator) ? 1 : 0;
    for (const auto& cell : table.cells) decimals = std::max(decimals, decimals_of(cell.value));
    return decimals;
}

int total_decimals(const Report& report, const IndicatorTable& table) {
    const int decimals = table_decimals(report, table);
    const auto& indicator = indicator_of(report, table.indicator);
    const bool mean = indicator.total == Total::mean && !is_percent(indicator);
    return mean ? std::max(decimals, 2) : decimals;
}

std::vector<std::string> note_lines(const Report& report, Language language) {
    constexpr std::size_t kMost = 5;
    auto lines = report.plan().notices;
    for (const auto& note : report.notes) {
        if (lines.size() == kMost) break;
        if (note.submissions == 1 && report.notes.size() > 1) break;
        if (std::find(lines.begin(), lines.end(), note.text) != lines.end()) continue;
        lines.push_back(fmt::format("{} ({})", note.text,
                                    say_count(Word::papers_with_note, language, note.submissions)));
    }
    return lines;
}

std::string counted_for(const ReportSource& source, Language language) {
    if (source.first && source.content) return say(Word::for_time_and_content, language);
    return source.first ? say(Word::for_time, language) : say(Word::for_content, language);
}

std::string error_codes(const CitedPaper& paper) {
    std::string out;
    for (const auto code : paper.errors) {
        if (!out.empty()) out += ", ";
        out += info(code).id;
    }
    return out;
}

std::string place_of(const Origin& origin) {
    return fmt::format("{}:{}", origin.file, origin.line);
}

}  // namespace plantool
