#include "support/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <list>
#include <stdexcept>

namespace plantool::testing {
namespace {

DueDay due_day(std::string_view key, std::string_view written) {
    DueDay day;
    if (!key.empty()) day.key = text(key);
    day.written = text(written);
    if (written == "period-end") {
        day.form = DueDay::Form::period_end;
    } else if (const auto date = parse_date(written)) {
        day.form = DueDay::Form::date;
        day.date = *date;
    } else {
        const auto in_leap_year = civil(testing::day("2024-" + std::string(written)));
        day.form = DueDay::Form::month_day;
        day.month = static_cast<unsigned>(in_leap_year.month());
        day.day = static_cast<unsigned>(in_leap_year.day());
    }
    return day;
}

DueRule due_rule(DueRule::Form form, const DueDays& days, bool keyed) {
    DueRule rule;
    rule.form = form;
    rule.keyed = keyed;
    for (const auto& [key, written] : days) rule.days.push_back(due_day(key, written));
    return rule;
}

DueRule one_day(DueRule::Form form, std::string_view day) {
    return due_rule(form, {{"", std::string(day)}}, false);
}

Obligation obligation(ObligationKind kind, std::string_view id, const Strings& owners,
                      Cadence cadence, std::optional<DueRule> due) {
    Obligation o;
    o.kind = kind;
    o.id = text(id);
    o.title = text("T");
    o.owners = texts(owners);
    o.cadence.value = cadence;
    o.due = std::move(due);
    return o;
}

}  // namespace

Text text(std::string_view value) {
    static std::list<Source> sources;  // spans point into them until the program ends
    const auto& source = sources.emplace_back(std::string(value), std::string(value));
    return {std::string(value), {&source, 0, static_cast<std::uint32_t>(value.size())}};
}

std::vector<Text> texts(const Strings& values) {
    std::vector<Text> out;
    for (const auto& value : values) out.push_back(text(value));
    return out;
}

Agency agency(std::string_view id, std::string_view name) {
    Agency made;
    made.id = text(id);
    made.name = text(name.empty() ? "Agency " + std::string(id) : std::string(name));
    return made;
}

Group group(std::string_view id, const Strings& members) {
    Group made;
    made.id = text(id);
    made.name = text("Group " + std::string(id));
    made.members = texts(members);
    return made;
}

DueRule by(std::string_view day) {
    return one_day(DueRule::Form::by, day);
}

DueRule before(std::string_view day) {
    return one_day(DueRule::Form::before, day);
}

DueRule by(const DueDays& days) {
    return due_rule(DueRule::Form::by, days, true);
}

DueRule before(const DueDays& days) {
    return due_rule(DueRule::Form::before, days, true);
}

DueRule within(std::string_view amount, Anchor after) {
    DueRule rule;
    rule.form = DueRule::Form::within;
    rule.within = parse_amount(amount).value();
    rule.after = after;
    return rule;
}

Obligation task(std::string_view id, const Strings& lead, Cadence cadence,
                std::optional<DueRule> due) {
    return obligation(ObligationKind::task, id, lead, cadence, std::move(due));
}

Obligation report(std::string_view id, const Strings& from, Cadence cadence,
                  std::optional<DueRule> due) {
    return obligation(ObligationKind::report, id, from, cadence, std::move(due));
}

Indicator indicator(std::string_view id, FigureType type, Total total) {
    Indicator made;
    made.id = text(id);
    made.name = text("Indicator " + std::string(id));
    made.type = type;
    made.total = total;
    return made;
}

Event event(std::string_view id, std::string_view obligation, std::string_view raised) {
    Event made;
    made.id = text(id);
    made.obligation = text(obligation);
    made.title = text("E");
    made.raised = day(raised);
    return made;
}

Exception waiver(std::string_view obligation, std::string_view agency, std::string_view period) {
    Exception made;
    made.obligation = text(obligation);
    made.agencies = {text(agency)};
    made.period = text(period);
    made.span = made.period.span;
    return made;
}

Exception extension(std::string_view obligation, std::string_view agency, std::string_view period,
                    std::string_view due) {
    auto made = waiver(obligation, agency, period);
    made.due = day(due);
    return made;
}

Plan plan_from_to(std::string_view from, std::string_view to, std::vector<Agency> agencies,
                  std::vector<Obligation> obligations) {
    Plan plan;
    plan.head.id = text("kh");
    plan.head.number = "1-KH";
    plan.head.title = "Kế hoạch";
    plan.head.issued = day("2020-01-01");
    plan.head.span = {day(from), day(to)};
    plan.agencies = std::move(agencies);
    plan.obligations = std::move(obligations);
    std::stable_partition(plan.obligations.begin(), plan.obligations.end(),
                          [](const auto& o) { return o.kind == ObligationKind::task; });
    return plan;
}

Plan plan_2022(std::vector<Obligation> obligations) {
    return plan_from_to("2022-01-01", "2022-12-31", {agency("a"), agency("b"), agency("c")},
                        std::move(obligations));
}

BuiltPlan::BuiltPlan(Plan fresh, std::optional<std::string_view> as_of) {
    plan = std::move(fresh);
    lay_out(as_of);
}

void BuiltPlan::lay_out(std::optional<std::string_view> as_of) {
    resolve(plan, found);
    schedule = build_schedule(plan, as_of ? testing::day(*as_of) : Day::max(), found);
}

ObligationIx BuiltPlan::obligation(const std::string& id) const {
    return plan.obligation_ids.at(id);
}

AgencyIx BuiltPlan::agency(const std::string& id) const {
    return plan.names.by_id.at(id);
}

std::optional<RowIx> BuiltPlan::row(const std::string& id, const std::string& of,
                                    const std::string& period) const {
    const auto slot = schedule.find_slot(obligation(id), period);
    if (!slot) return std::nullopt;
    return schedule.find_row(*slot, agency(of));
}

Strings BuiltPlan::dues(const std::string& id) const {
    Strings out;
    for (const auto& slot : schedule.slots) {
        if (slot.obligation != obligation(id)) continue;
        out.push_back(fmt::format("{} {} {}", slot.period.id, format_date(slot.due.due),
                                  format_date(slot.closes)));
    }
    return out;
}

}  // namespace plantool::testing
