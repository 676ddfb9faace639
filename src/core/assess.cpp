#include "core/assess.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool {

int Summary::accountable() const {
    return of(State::on_time) + of(State::late) + of(State::overdue) + of(State::missing);
}

std::optional<int> Summary::reporting_rate() const {
    return rate(of(State::on_time) + of(State::late), accountable());
}

std::optional<int> Summary::on_time_rate() const {
    return rate(of(State::on_time), accountable());
}

std::optional<int> rate(std::int64_t num, std::int64_t den) {
    if (den == 0) return std::nullopt;
    constexpr std::int64_t kScale = 10000;
    return static_cast<int>((2 * num * kScale + den) / (2 * den));
}

Assessment::Assessment(const Plan& plan, const Schedule& schedule, Day as_of)
    : plan_(plan),
      schedule_(schedule),
      as_of_(as_of),
      receipts_(schedule.rows.size()),
      last_activity_(plan.obligations.size()) {
    for (ObligationIx ix = 0; ix < plan.obligations.size(); ++ix) {
        if (plan.obligations[ix].cadence.value != Cadence::continuous) continue;
        last_activity_[ix].assign(plan.agencies.size(), Day::min());
    }
}

void Assessment::add(const Arrival& arrival) {
    if (arrival.received > as_of_) return;
    note_activity(arrival.obligation, arrival.agency, arrival.received);
    for (const auto task : arrival.tasks) note_activity(task, arrival.agency, arrival.received);
    if (!arrival.row) return;
    auto& receipt = receipts_[*arrival.row];
    const FilingOrder when{arrival.received, arrival.document_date.value_or(Day::min()),
                           arrival.order};
    ++receipt.count;
    if (!receipt.last || *receipt.last < when) receipt.last = when;
    if (receipt.first && !(when < *receipt.first)) return;
    if (files_.empty() || files_.back() != arrival.file) files_.emplace_back(arrival.file);
    receipt.first = Filing{when, to_nfc(arrival.document),
                           static_cast<std::uint32_t>(files_.size() - 1), arrival.line};
}

void Assessment::refuse(Refusal refusal) {
    if (refusal.received && *refusal.received > as_of_) return;
    if (refusal.row) ++receipts_[*refusal.row].rejected;
    refused_.push_back({std::move(refusal.origin), std::move(refusal.errors)});
}

void Assessment::note_activity(ObligationIx obligation, AgencyIx agency, Day day) {
    auto& of_agencies = last_activity_[obligation];
    if (of_agencies.empty()) return;  // it is not continuous
    of_agencies[agency] = std::max(of_agencies[agency], day);
}

bool Assessment::is_expected(RowIx ix) const {
    const auto* event = schedule_.slots[schedule_.rows[ix].slot].event;
    return event == nullptr || event->raised <= as_of_;
}

std::vector<StatusRow> Assessment::rows() const {
    std::vector<StatusRow> rows;
    for (RowIx ix = 0; ix < schedule_.rows.size(); ++ix) {
        if (is_expected(ix)) rows.push_back(row(ix));
    }
    return rows;
}

StatusRow Assessment::row(RowIx ix) const {
    const auto& expected = schedule_.rows[ix];
    const auto& receipt = receipts_[ix];
    StatusRow out{
        ix, state_of(expected, schedule_.slots[expected.slot], receipt, as_of_, plan_.head.soon),
        std::nullopt};
    switch (out.state) {
        case State::on_time:
            out.days_late = 0;
            break;
        case State::late:
            out.days_late = whole_days(receipt.first->received - expected.due);
            break;
        case State::overdue:
        case State::missing:
            out.days_late = whole_days(as_of_ - expected.due);
            break;
        default:
            break;
    }
    return out;
}

std::vector<ActivityRow> Assessment::activity() const {
    std::vector<ActivityRow> rows;
    for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
        const auto& o = plan_.obligations[ix];
        if (o.cadence.value != Cadence::continuous) continue;
        for (const auto agency : o.agencies) {
            if (!plan_.agencies[agency].active_on(as_of_)) continue;
            ActivityRow row{ix, agency, std::nullopt, 0, plan_.quiet_after(o), State::active};
            const Day last = last_activity_[ix][agency];
            if (last != Day::min()) row.last_activity = last;
            const Day since = row.last_activity.value_or(plan_.head.span.from);
            row.quiet_days = std::max(0, whole_days(as_of_ - since));
            if (row.quiet_days > row.quiet_after) row.state = State::quiet;
            rows.push_back(row);
        }
    }
    return rows;
}

State state_of(const ExpectedRow& row, const Slot& slot, const Receipt& receipt, Day as_of,
               int soon) {
    if (receipt.first) return receipt.first->received <= row.due ? State::on_time : State::late;
    if (row.waiver != nullptr) return State::waived;
    if (as_of > row.closes) return State::missing;
    if (as_of > row.due) return State::overdue;
    if (whole_days(row.due - as_of) <= soon) return State::due_soon;
    return as_of >= slot.period.span.from ? State::open : State::upcoming;
}

}  // namespace plantool
