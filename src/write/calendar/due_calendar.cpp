#include "write/calendar/due_calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "core/schedule/period_title.hpp"
#include "text/words.hpp"
#include "write/explain/due_words.hpp"
#include "write/report/shared_texts.hpp"

namespace plantool {
namespace {

/// So many agencies are named in one entry; a telephone shows no more.
constexpr std::size_t kMostNamed = 50;

class Entries {
  public:
    Entries(const Status& status, const Filter& filter, const DueCalendar& calendar,
            Language language)
        : plan_(status.assessment->plan()),
          schedule_(status.assessment->schedule()),
          filter_(filter),
          calendar_(calendar),
          language_(language) {
        for (const auto& row : status.rows) {
            rows_[schedule_.rows[row.row].slot].push_back(row.row);
        }
        add_lifted();
    }

    void add_to(std::vector<CalendarEntry>& out) const {
        for (const auto& [slot, rows] : rows_) {
            if (calendar_.by_agency) {
                for (const auto row : rows) out.push_back(entry_of_row(slot, row));
            } else {
                out.push_back(entry_of_all(slot, rows));
            }
        }
    }

  private:
    /// Who took an entry into a calendar has to learn that it is off.
    void add_lifted() {
        if (!filter_.states.empty()) return;
        for (SlotIx ix = 0; ix < schedule_.slots.size(); ++ix) {
            const auto& slot = schedule_.slots[ix];
            if (!slot.lifted || !selects_slot(filter_, plan_, slot)) continue;
            for (auto row = slot.first_row; row < slot.first_row + slot.row_count; ++row) {
                const auto agency = schedule_.rows[row].agency;
                const bool chosen =
                    !filter_.by_agency ||
                    std::ranges::find(filter_.agencies, agency) != filter_.agencies.end();
                if (chosen) rows_[ix].push_back(row);
            }
        }
    }

    CalendarEntry entry_of_row(SlotIx ix, RowIx row) const {
        const auto& slot = schedule_.slots[ix];
        const auto& expected = schedule_.rows[row];
        const auto& agency = agency_name_of(plan_, schedule_, row);
        auto entry = beginning(slot, expected.due);
        entry.uid =
            fmt::format("{}/{}@plantool", uid_of(slot), plan_.agencies[expected.agency].id.value);
        entry.summary += " – " + agency;
        entry.cancelled = slot.lifted || expected.waiver != nullptr;
        std::vector<std::string> lines;
        lines.push_back(expected.extension != nullptr ? say(Word::calendar_extended, language_,
                                                            short_date(expected.due, language_),
                                                            due_in_words(slot, language_))
                                                      : due_line(slot));
        add_reason(lines, expected.extension);
        lines.push_back(clause_line(slot));
        lines.push_back(say(Word::calendar_owed_by, language_, agency));
        if (expected.waiver != nullptr) lines.push_back(say(Word::calendar_waived, language_));
        add_reason(lines, expected.waiver);
        return ended(std::move(entry), slot, lines);
    }

    CalendarEntry entry_of_all(SlotIx ix, const std::vector<RowIx>& rows) const {
        const auto& slot = schedule_.slots[ix];
        auto entry = beginning(slot, slot.due.due);
        entry.uid = uid_of(slot) + "@plantool";
        std::vector<std::string> names;
        for (const auto row : rows) {
            if (schedule_.rows[row].waiver == nullptr) {
                names.push_back(agency_name_of(plan_, schedule_, row));
            }
        }
        entry.cancelled = slot.lifted || names.empty();
        std::vector<std::string> lines{due_line(slot), clause_line(slot)};
        if (names.empty()) {
            lines.push_back(say(Word::calendar_waived, language_));
        } else {
            lines.push_back(owed_by_all(std::move(names)));
        }
        return ended(std::move(entry), slot, lines);
    }

    CalendarEntry beginning(const Slot& slot, Day day) const {
        const auto& obligation = plan_.obligations[slot.obligation];
        CalendarEntry entry;
        entry.day = day;
        entry.summary = say(Word::calendar_summary, language_, obligation.title.value,
                            period_heading(plan_, slot, language_));
        entry.category = plan_.head.number;
        return entry;
    }

    CalendarEntry ended(CalendarEntry entry, const Slot& slot,
                        std::vector<std::string>& lines) const {
        if (slot.lifted) lines.push_back(say(Word::calendar_lifted, language_));
        for (const auto& line : lines) {
            if (line.empty()) continue;
            if (!entry.description.empty()) entry.description += '\n';
            entry.description += line;
        }
        if (entry.cancelled) return entry;
        for (const auto& amount : calendar_.alarms) {
            entry.alarms.push_back(days_before(entry.day, amount));
        }
        std::sort(entry.alarms.rbegin(), entry.alarms.rend());
        entry.alarms.erase(std::unique(entry.alarms.begin(), entry.alarms.end()),
                           entry.alarms.end());
        return entry;
    }

    /// On the first day from which on the due day is within the amount, as `due-soon` begins.
    int days_before(Day due, Amount amount) const {
        auto day = due;
        while (plan_.calendar.add(day - std::chrono::days(1), amount) >= due) {
            day -= std::chrono::days(1);
        }
        return static_cast<int>((due - day).count());
    }

    std::string uid_of(const Slot& slot) const {
        return fmt::format("{}/{}/{}", plan_.head.id.value,
                           plan_.obligations[slot.obligation].id.value, slot.period.id);
    }

    std::string due_line(const Slot& slot) const {
        auto line = capitalised(due_in_words(slot, language_));
        const auto rule =
            slot.rule == nullptr ? std::string() : rule_in_words(*slot.rule, slot.due, language_);
        if (!rule.empty()) line = say(Word::calendar_rule, language_, line, rule);
        if (slot.due.at) line = say(Word::calendar_at, language_, line, time_of_day(*slot.due.at));
        return line;
    }

    std::string clause_line(const Slot& slot) const {
        const auto& clause = plan_.obligations[slot.obligation].why.source;
        return clause.empty() ? say(Word::calendar_plan, language_, plan_.head.number)
                              : say(Word::calendar_clause, language_, clause, plan_.head.number);
    }

    std::string owed_by_all(std::vector<std::string> names) const {
        const auto count = names.size();
        if (count == 1) return say(Word::calendar_owed_by, language_, names.front());
        const auto named = std::min(count, kMostNamed);
        names.resize(named);
        auto line = say(Word::calendar_owed_by_all, language_, count, listed(names));
        if (count > named) line += say(Word::calendar_and_more, language_, count - named);
        return line;
    }

    void add_reason(std::vector<std::string>& lines, const Exception* exception) const {
        if (exception == nullptr || exception->reason.empty()) return;
        lines.push_back(say(Word::calendar_reason, language_, exception->reason));
    }

    const Plan& plan_;
    const Schedule& schedule_;
    const Filter& filter_;
    const DueCalendar& calendar_;
    Language language_;
    std::map<SlotIx, std::vector<RowIx>> rows_;
};

}  // namespace

std::vector<CalendarEntry> calendar_entries(const DueCalendar& calendar, Language language) {
    std::vector<CalendarEntry> out;
    for (std::size_t i = 0; i < calendar.plans.size(); ++i) {
        Entries(calendar.plans[i], calendar.filters[i], calendar, language).add_to(out);
    }
    return out;
}

}  // namespace plantool
