#include "write/plan/outline.hpp"

#include <fmt/format.h>

#include <array>
#include <set>
#include <utility>

#include "core/plan/provenance.hpp"
#include "core/schedule/period_title.hpp"
#include "text/utf8.hpp"
#include "text/words.hpp"

namespace plantool {
namespace {

class Outline {
  public:
    Outline(const Plan& plan, const Schedule& schedule, Language language)
        : plan_(plan), schedule_(schedule), language_(language) {}

    std::string run() {
        write_head();
        write_preamble();
        write_agency_changes();
        bool reports = false;
        line("");
        line(say(Word::tasks_heading, language_));
        for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
            const auto& o = plan_.obligations[ix];
            if (o.kind == ObligationKind::report && !reports) {
                reports = true;
                line("");
                line(say(Word::reports_heading, language_));
            }
            write_obligation(ix);
        }
        write_events();
        write_indicators();
        return std::move(out_);
    }

  private:
    void line(std::string_view text) {
        out_ += printable(text);
        out_ += '\n';
    }

    void field(Word what, std::string_view text) {
        if (text.empty()) return;
        line(fmt::format("    {}: {}", say(what, language_), text));
    }

    std::string day(Day day) const { return short_date(day, language_); }

    std::string names(const std::vector<AgencyIx>& agencies) const {
        std::vector<std::string> out;
        for (const auto ix : agencies) out.push_back(plan_.agencies[ix].name.value);
        return listed(out);
    }

    /// As written in the plan: a group by its name, an agency by its own.
    std::string written(const std::vector<Text>& ids) const {
        std::vector<std::string> out;
        for (const auto& id : ids) {
            std::string name = id.value;
            if (const auto agency = plan_.names.by_id.find(id.value);
                agency != plan_.names.by_id.end()) {
                name = plan_.agencies[agency->second].name.value;
            }
            for (const auto& group : plan_.groups) {
                if (group.id.value == id.value) name = group.name.value;
            }
            out.push_back(std::move(name));
        }
        return listed(out);
    }

    void write_head() {
        const auto& head = plan_.head;
        line(fmt::format("{} · {}", head.number, head.title));
        line("  " + say(Word::plan_days, language_, day(head.issued),
                        head.place.empty() ? "" : ", ", head.place, day(head.span.from),
                        day(head.span.to)));
        if (!head.issuers.empty()) {
            line("  " + say(Word::plan_issuers, language_, written(head.issuers)));
        }
        if (head.implements) {
            line("  " + say(Word::plan_programme, language_, head.implements->number,
                            head.implements->title));
        }
        if (!head.secretariat.empty()) {
            line("  " + say(Word::plan_secretariat, language_, written({head.secretariat}),
                            head.inbox.empty() ? "" : ", ", head.inbox));
        }
        line("  " + say(Word::plan_calendar, language_, calendar()));
    }

    /// The weekend, the holidays of each year of the plan, and until when they are known.
    std::string calendar() const {
        constexpr std::array kWeek = {Word::weekday_sunday,   Word::weekday_monday,
                                      Word::weekday_tuesday,  Word::weekday_wednesday,
                                      Word::weekday_thursday, Word::weekday_friday,
                                      Word::weekday_saturday};
        const auto& off = plan_.calendar.weekend();
        std::string weekend;
        for (std::size_t i = 1; i <= kWeek.size(); ++i) {
            const auto weekday = i % kWeek.size();
            if (!off.at(weekday)) continue;
            weekend += (weekend.empty() ? "" : ", ") + say(kWeek.at(weekday), language_);
        }
        auto text = weekend.empty() ? say(Word::calendar_without_days_off, language_)
                                    : say(Word::calendar_days_off, language_, weekend);
        const auto& span = plan_.head.span;
        for (int year = year_of(span.from); year <= year_of(span.to); ++year) {
            std::set<Day> days;  // a day may be listed twice
            for (const auto& day : plan_.calendar_entries.holidays) {
                if (year_of(day.date) == year) days.insert(day.date);
            }
            text += "; " + say(Word::holidays_of_year, language_, year, days.size());
        }
        if (const auto until = plan_.calendar.valid_until()) {
            text += "; " + say(Word::holidays_known_until, language_, day(*until));
        }
        return text;
    }

    void write_obligation(ObligationIx ix) {
        const auto& o = plan_.obligations[ix];
        const bool task = o.kind == ObligationKind::task;
        line("");
        line(fmt::format("  {}  {}", o.id.value, o.title.value));
        auto owners = fmt::format("({}) {}", o.agencies.size(), names(o.agencies));
        if (o.and_related) {
            owners = say(Word::others_concerned, language_, owners);
        }
        if (task) {
            field(Word::outline_lead, owners);
        } else {
            field(Word::outline_senders, owners);
        }
        field(Word::outline_partners, written(o.partners));
        field(Word::outline_recipients, written(o.recipients));
        field(Word::outline_cadence,
              language_ == Language::vi ? info(o.cadence.value).vi : info(o.cadence.value).en);
        if (o.cadence.value == Cadence::continuous) {
            field(Word::outline_quiet_after,
                  say_count(Word::days, language_, plan_.quiet_after(o)));
        }
        for (const auto& slot : schedule_.slots) {
            if (slot.obligation == ix) write_slot(slot);
        }
        for (const auto& amendment : o.amended) write_amendment(amendment);
        field(Word::outline_clause, o.why.source);
        field(Word::outline_assumption, o.why.assumed);
    }

    void write_slot(const Slot& slot) {
        auto text = say(Word::outline_period, language_, slot.period.id,
                        period_title(plan_, slot, language_), day(slot.due.due), day(slot.closes));
        if (slot.lifted) text += "; " + say(Word::outline_lifted, language_);
        line("    " + text);
    }

    /// By which paper, from when, and what it changes.
    void write_amendment(const Amendment& a) {
        std::string changed;
        const auto add = [&](bool changes, Word what) {
            if (changes) changed += (changed.empty() ? "" : ", ") + say(what, language_);
        };
        add(a.due.has_value(), Word::amends_due);
        add(a.closes_after.has_value(), Word::amends_closing);
        add(a.quiet_after.has_value(), Word::amends_quiet);
        add(a.ends == true, Word::amends_ends);
        add(a.ends == false, Word::amends_restores);
        if (a.has_owners) {
            changed += fmt::format("{}{}: {}", changed.empty() ? "" : ", ",
                                   say(Word::amends_owners, language_), names(a.agencies));
        }
        auto text = a.number.empty() ? std::string() : a.number + "; ";
        text += say(Word::amendment_days, language_, day(a.on), day(a.effective));
        text += fmt::format(": {}", changed);
        for (const auto* more : {&a.reason, &a.why.source}) {
            if (!more->empty()) text += "; " + *more;
        }
        field(Word::outline_amendment, text);
    }

    void write_preamble() {
        if (plan_.head.preamble.empty()) return;
        line("");
        line(say(Word::preamble_heading, language_));
        for (const auto& part : plan_.head.preamble) {
            line(fmt::format("  {}  {}", part.id.value, part.title.value));
            if (!part.text.empty()) line("    " + part.text.value);
        }
    }

    void write_agency_changes() {
        bool headed = false;
        for (const auto& agency : plan_.agencies) {
            if (agency.renamed.empty() && !agency.active_to) continue;
            if (!headed) {
                line("");
                line(say(Word::changes_heading, language_));
                headed = true;
            }
            line(fmt::format("  {}", agency.name.value));
            for (const auto& renaming : agency.renamed) {
                auto text =
                    say(Word::renamed_from, language_, day(renaming.from), renaming.name.value);
                if (!renaming.document.empty()) text += fmt::format(" ({})", renaming.document);
                line("    " + text);
            }
            if (!agency.active_to) continue;
            line("    " +
                 (agency.successor_ixs.empty()
                      ? say(Word::ends_without_successor, language_, day(*agency.active_to))
                      : say(Word::succeeded_by, language_, day(*agency.active_to),
                            names(agency.successor_ixs))));
        }
    }

    void write_events() {
        if (plan_.events.empty()) return;
        line("");
        line(say(Word::events_heading, language_));
        for (const auto& event : plan_.events) {
            line(fmt::format("  {}  {} · {} · {}", event.id.value, event.title.value,
                             event.obligation.value,
                             say(Word::event_raised, language_, day(event.raised))));
        }
    }

    void write_indicators() {
        if (plan_.indicators.empty()) return;
        line("");
        line(say(Word::indicators_heading, language_));
        for (const auto& indicator : plan_.indicators) {
            line(fmt::format("  {}  {}{}{}{}", indicator.id.value, indicator.name.value,
                             indicator.unit.empty() ? "" : " (", indicator.unit.value,
                             indicator.unit.empty() ? "" : ")"));
        }
    }

    const Plan& plan_;
    const Schedule& schedule_;
    Language language_;
    std::string out_;
};

/// What people call an entry of this kind (core/plan/provenance.hpp).
std::string assumed_kind(std::string_view kind, Language language) {
    static constexpr auto kKinds = std::to_array<std::pair<std::string_view, Word>>({
        {"file", Word::assumed_file},
        {"plan", Word::assumed_plan},
        {"signatory", Word::assumed_signatory},
        {"programme", Word::assumed_programme},
        {"preamble", Word::assumed_preamble},
        {"scoring", Word::assumed_scoring},
        {"calendar", Word::assumed_calendar},
        {"holiday", Word::assumed_holiday},
        {"working day", Word::assumed_working_day},
        {"agency", Word::assumed_agency},
        {"active", Word::assumed_active},
        {"name", Word::assumed_name},
        {"group", Word::assumed_group},
        {"task", Word::assumed_task},
        {"report", Word::assumed_report},
        {"due day", Word::assumed_due_day},
        {"period", Word::assumed_period},
        {"amendment", Word::assumed_amendment},
        {"indicator", Word::assumed_indicator},
        {"event", Word::assumed_event},
        {"waiver", Word::assumed_waiver},
        {"extension", Word::assumed_extension},
        {"return", Word::assumed_return},
        {"explanation", Word::assumed_explanation},
        {"validation", Word::assumed_validation},
    });
    for (const auto& [id, word] : kKinds) {
        if (id == kind) return say(word, language);
    }
    return std::string(kind);
}

}  // namespace

std::string plan_outline(const Plan& plan, const Schedule& schedule, Language language) {
    return Outline(plan, schedule, language).run();
}

std::string plan_assumptions(const Plan& plan, Language language) {
    std::string out;
    std::string_view kind;
    for (const auto& entry : assumed_entries(plan)) {
        if (entry.kind != kind) {
            out +=
                fmt::format("{}{}\n", out.empty() ? "" : "\n", assumed_kind(entry.kind, language));
            kind = entry.kind;
        }
        auto name = printable(entry.id);
        if (!entry.why.source.empty()) {
            name += fmt::format("{}[{}]", name.empty() ? "" : " ", printable(entry.why.source));
        }
        if (!name.empty()) out += fmt::format("  {}\n", name);
        out += fmt::format("    {}: {}\n", say(Word::outline_assumption, language),
                           printable(entry.why.assumed));
    }
    if (out.empty()) out = fmt::format("{}\n", say(Word::no_assumption, language));
    return out;
}

}  // namespace plantool
