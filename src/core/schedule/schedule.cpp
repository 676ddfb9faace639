#include "core/schedule/schedule.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "core/schedule/exceptions.hpp"
#include "core/schedule/life/stages.hpp"

namespace plantool {
namespace {

class Scheduler {
  public:
    Scheduler(const Plan& plan, Day as_of, Diagnostics& diagnostics)
        : plan_(plan), as_of_(as_of), diagnostics_(diagnostics) {}

    Schedule run() {
        schedule_.slots_by_period.resize(plan_.obligations.size());
        for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
            const auto before = diagnostics_.count(Severity::error);
            add_slots(ix);
            if (diagnostics_.count(Severity::error) > before || !plan_.obligations[ix].due) {
                refused_.insert(ix);
            }
        }
        const auto undated = [this](ObligationIx ix) { return is_undated(ix); };
        extensions_ = sort_exceptions(plan_, schedule_, plan_.extensions, undated, diagnostics_);
        waivers_ = sort_exceptions(plan_, schedule_, plan_.waivers, undated, diagnostics_);
        for (SlotIx ix = 0; ix < schedule_.slots.size(); ++ix) add_rows(ix);
        check_exceptions(plan_, schedule_, extensions_, stages_, diagnostics_);
        check_exceptions(plan_, schedule_, waivers_, stages_, diagnostics_);
        check_explanations(plan_, schedule_, undated, diagnostics_);
        warn_about_holidays();
        return std::move(schedule_);
    }

  private:
    void add(const DueFault& fault) {
        const auto sentence = say(fault.message, Language::en);
        if (!told_.emplace(fault.span.begin, sentence).second) return;
        diagnostics_.add({fault.code, fault.span, fault.message, fault.help});
    }

    void add_slots(ObligationIx ix) {
        const auto& o = plan_.obligations[ix];
        if (!check_rules(o)) return;
        check_period_keys(plan_, o, diagnostics_);
        const auto occasions = occasions_of(ix);
        if (o.cadence.value != Cadence::continuous && !o.due) return;
        const auto first = schedule_.slots.size();
        bool faulty = false;
        std::vector<Occasion> laid;
        for (const auto& occasion : occasions) {
            if (add_slot(ix, occasion)) {
                laid.push_back(occasion);
            } else {
                faulty = true;
            }
        }
        if (faulty) return;
        check_amendments(plan_, o, laid, diagnostics_);
        check_due_days(o, laid, std::span(stages_).subspan(first), diagnostics_);
    }

    /// Whether the forms of all due rules fit the cadence.
    bool check_rules(const Obligation& o) {
        bool fit = true;
        const auto check = [&](const std::optional<DueRule>& rule) {
            const auto fault = rule ? check_due_form(o, *rule) : std::nullopt;
            if (!fault) return;
            add(*fault);
            fit = false;
        };
        check(o.due);
        for (const auto& amendment : o.amended) check(amendment.due);
        return fit;
    }

    std::vector<Occasion> occasions_of(ObligationIx ix) {
        const auto& o = plan_.obligations[ix];
        std::vector<Occasion> occasions;
        if (o.cadence.value == Cadence::continuous) return occasions;
        if (o.cadence.value == Cadence::ad_hoc) {
            for (const auto* event : events_of(ix)) {
                occasions.push_back(
                    {{event->id.value, year_of(event->raised), {event->raised, event->raised}},
                     nullptr,
                     event});
            }
            return occasions;
        }
        if (!o.due) return occasions;
        const auto periods = periods_of(plan_, o, diagnostics_);
        check_due_keys(plan_, o, *o.due, periods, diagnostics_);
        for (const auto& amendment : o.amended) {
            if (amendment.due) check_due_keys(plan_, o, *amendment.due, periods, diagnostics_);
        }
        for (const auto& p : periods) occasions.push_back({p.period, p.listed, nullptr});
        return occasions;
    }

    std::vector<const Event*> events_of(ObligationIx ix) const {
        std::vector<const Event*> events;
        for (const auto& event : plan_.events) {
            if (event.obligation_ix == ix) events.push_back(&event);
        }
        std::stable_sort(events.begin(), events.end(),
                         [](const Event* a, const Event* b) { return a->raised < b->raised; });
        return events;
    }

    /// False where it has no due day, or is there already.
    bool add_slot(ObligationIx ix, const Occasion& occasion) {
        const auto& o = plan_.obligations[ix];
        auto found = stages_of(plan_, o, occasion);
        note_questions(o);
        if (found.fault) {
            add(*found.fault);
            return false;
        }
        const auto* event = occasion.event;
        if (event != nullptr && event->due && event->due->value < event->raised) {
            add({Code::p_reversed_dates,
                 event->due->span,
                 {Word::event_due_before_raised, event->id.value, event->due->value, event->raised},
                 {}});
        }
        const auto slot_ix = static_cast<SlotIx>(schedule_.slots.size());
        if (!schedule_.slots_by_period[ix].emplace(occasion.period.id, slot_ix).second) {
            return false;
        }
        schedule_.slots.push_back(make_slot(ix, occasion, current(found.stages)));
        stages_.push_back(std::move(found.stages));
        return true;
    }

    const Stage& current(const std::vector<Stage>& stages) const {
        const Stage* now = &stages.front();
        for (const auto& stage : stages) {
            if (stage.from <= as_of_) now = &stage;
        }
        return *now;
    }

    Slot make_slot(ObligationIx ix, const Occasion& occasion, const Stage& stage) const {
        const auto& o = plan_.obligations[ix];
        Slot slot;
        slot.obligation = ix;
        slot.period = occasion.period;
        slot.event = occasion.event;
        slot.listed = occasion.listed;
        slot.due = stage.due;
        slot.closes = stage.closes;
        slot.reference = stage.reference;
        slot.rule = stage.rule;
        slot.named = stage.named;
        slot.amendments = stage.terms.amendments;
        slot.lifted = stage.terms.lifted;
        if (slot.event != nullptr) slot.period.span.to = slot.due.due;
        slot.window = data_window(o.cadence.value, o.window, slot.period);
        return slot;
    }

    /// It has no slots because its due rule was refused: that is told already.
    bool is_undated(ObligationIx ix) const {
        const auto cadence = plan_.obligations[ix].cadence.value;
        return cadence != Cadence::continuous && cadence != Cadence::ad_hoc &&
               refused_.contains(ix) && schedule_.slots_by_period[ix].empty();
    }

    void add_rows(SlotIx ix) {
        auto& slot = schedule_.slots[ix];
        const auto& stages = stages_[ix];
        const auto& now = current(stages);
        const bool raised = slot.event == nullptr || slot.event->raised <= as_of_;
        slot.first_row = static_cast<RowIx>(schedule_.rows.size());
        slot.stages = stages_in(stages, slot, [](const Stage&) { return true; });
        const auto agencies = agencies_of(slot, stages);
        if (schedule_.rows.size() + agencies.size() > kMostRows) return refuse_rows(slot);
        for (const auto agency : agencies) {
            ExpectedRow row;
            row.slot = ix;
            row.agency = agency;
            row.due = slot.due.due;
            row.closes = slot.closes;
            row.expected = raised && answers(now, agency);
            row.stages =
                stages_in(stages, slot, [&](const Stage& stage) { return answers(stage, agency); });
            settle(row, now);
            schedule_.rows.push_back(row);
        }
        slot.row_count = static_cast<RowIx>(schedule_.rows.size()) - slot.first_row;
    }

    void refuse_rows(Slot& slot) {
        if (std::exchange(too_many_rows_, true)) return;
        const auto& id = plan_.obligations[slot.obligation].id;
        add({Code::p_bad_value, id.span, {Word::more_rows_than, kMostRows}, {Word::part_plan}});
    }

    /// The bits of the stages that have an as-of on which the slot is known and that are chosen.
    template <class Chosen>
    static std::uint64_t stages_in(const std::vector<Stage>& stages, const Slot& slot,
                                   const Chosen& chosen) {
        constexpr std::size_t kLastBit = 63;
        std::uint64_t bits = 0;
        for (std::size_t i = 0; i < stages.size(); ++i) {
            const bool known = slot.event == nullptr || stages[i].lasts_beyond(slot.event->raised);
            if (known && chosen(stages[i])) bits |= std::uint64_t{1} << std::min(i, kLastBit);
        }
        return bits;
    }

    static bool answers(const Stage& stage, AgencyIx agency) {
        return std::binary_search(stage.agencies.begin(), stage.agencies.end(), agency);
    }

    /// Those that answer on any as-of on which there is something to answer for, in plan order.
    static std::vector<AgencyIx> agencies_of(const Slot& slot, const std::vector<Stage>& stages) {
        if (stages.size() == 1) return stages.front().agencies;
        std::set<AgencyIx> all;
        for (const auto& stage : stages) {
            const bool seen = slot.event == nullptr || stage.lasts_beyond(slot.event->raised);
            if (seen) all.insert(stage.agencies.begin(), stage.agencies.end());
        }
        return {all.begin(), all.end()};
    }

    /// What the extension and the waiver that stand make of the row.
    void settle(ExpectedRow& row, const Stage& now) {
        if (!row.expected) return;
        if (const auto found = extensions_.find(row.slot); found != extensions_.end()) {
            row.extension = standing_exception(plan_, found->second, now, row.agency, as_of_);
        }
        if (row.extension != nullptr) {
            row.due = *row.extension->due;
            row.closes = plan_.calendar.add(row.due, now.terms.closes_after);
            note_questions(plan_.obligations[schedule_.slots[row.slot].obligation]);
        }
        if (const auto found = waivers_.find(row.slot); found != waivers_.end()) {
            row.waiver = standing_exception(plan_, found->second, now, row.agency, as_of_);
        }
    }

    /// Remembers which rule was the first to ask about the working days of a year.
    void note_questions(const Obligation& o) {
        if (!o.due) return;
        const auto& calendar = plan_.calendar;
        for (const int year : calendar.years_asked()) asked_by_.emplace(year, o.due->span);
        const auto until = calendar.valid_until();
        const auto asked = calendar.last_asked();
        if (until && asked && *asked > *until && !beyond_) beyond_ = o.due->span;
    }

    void warn_about_holidays() {
        const auto& calendar = plan_.calendar;
        for (const int year : calendar.years_asked()) {
            if (calendar.has_holidays_in(year)) continue;
            const auto rule = asked_by_.find(year);
            diagnostics_.add({Code::p_no_holidays,
                              rule == asked_by_.end() ? plan_.head.id.span : rule->second,
                              {Word::year_without_holidays, std::to_string(year)},
                              {Word::add_holidays}});
        }
        if (!beyond_) return;
        diagnostics_.add(
            {Code::p_holidays_not_whole,
             *beyond_,
             {Word::holidays_not_whole, *calendar.last_asked(), *calendar.valid_until()},
             {Word::add_later_holidays}});
    }

    const Plan& plan_;
    Day as_of_;
    Diagnostics& diagnostics_;
    Schedule schedule_;
    std::vector<std::vector<Stage>> stages_;  ///< by slot
    bool too_many_rows_ = false;
    std::set<ObligationIx> refused_;                        ///< those whose slots have faults
    std::set<std::pair<std::uint32_t, std::string>> told_;  ///< a rule may fail in many periods
    ExceptionsBySlot extensions_;
    ExceptionsBySlot waivers_;
    std::map<int, Span> asked_by_;  ///< the first due rule that counts working days of the year
    std::optional<Span> beyond_;    ///< the first that asks beyond the calendar's valid_until
};

}  // namespace

Schedule build_schedule(const Plan& plan, Day as_of, Diagnostics& diagnostics) {
    return Scheduler(plan, as_of, diagnostics).run();
}

}  // namespace plantool
