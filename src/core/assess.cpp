#include "core/assess.hpp"

#include <algorithm>
#include <tuple>

namespace plantool {
namespace {

auto document_day(const Filing& filing) {
    return filing.document_date.value_or(Day::min());
}

bool is_earlier(const Filing& a, const Filing& b) {
    return std::tuple(a.received, document_day(a), a.order) <
           std::tuple(b.received, document_day(b), b.order);
}

}  // namespace

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
    : plan_(plan), schedule_(schedule), as_of_(as_of), receipts_(schedule.rows.size()) {}

void Assessment::add(const Submission& submission) {
    const bool known = !submission.received || *submission.received <= as_of_;
    if (!known) return;  // point-in-time: nobody could have known it on as-of
    if (!submission.valid) {
        if (submission.row) ++receipts_[*submission.row].rejected;
        refused_.push_back({submission.origin, submission.errors});
        return;
    }
    const Day day = *submission.received;
    if (plan_.obligations[*submission.obligation].cadence.value == Cadence::continuous) {
        note_activity(*submission.obligation, *submission.agency, day);
    }
    for (const auto& result : submission.results) {
        note_activity(result.task, *submission.agency, day);
    }
    if (!submission.row) return;
    auto& receipt = receipts_[*submission.row];
    const Filing filing{day, submission.document_date, submission.document, submission.origin,
                        submission.order};
    ++receipt.count;
    if (!receipt.first || is_earlier(filing, *receipt.first)) receipt.first = filing;
    if (!receipt.last || is_earlier(*receipt.last, filing)) receipt.last = filing;
}

void Assessment::note_activity(ObligationIx obligation, AgencyIx agency, Day day) {
    if (plan_.obligations[obligation].cadence.value != Cadence::continuous) return;
    auto& last = last_activity_.try_emplace({obligation, agency}, day).first->second;
    last = std::max(last, day);
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
            const auto found = last_activity_.find({ix, agency});
            if (found != last_activity_.end()) row.last_activity = found->second;
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
