#include "core/status/assessment.hpp"

#include <algorithm>

#include "core/schedule/life/succession.hpp"
#include "core/schedule/life/terms.hpp"
#include "text/utf8.hpp"

namespace plantool {

Summary& Summary::operator+=(const Summary& more) {
    expected += more.expected;
    rejected += more.rejected;
    for (std::size_t i = 0; i < by_state.size(); ++i) by_state[i] += more.by_state[i];
    return *this;
}

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
      returns_(plan, schedule),
      struck_(plan_.returns.size()),
      receipts_(schedule_.rows.size()),
      last_activity_(plan_.obligations.size()) {
    for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
        if (plan_.obligations[ix].cadence.value != Cadence::continuous) continue;
        last_activity_[ix].assign(plan_.agencies.size(), Day::min());
    }
    index_explanations();
}

Standing Assessment::add(const Arrival& arrival) {
    const auto& paper = arrival.paper;
    const auto when = filing_order(paper, arrival.ordinal);
    if (when.received.day > as_of_) return {};
    if (is_struck(arrival)) {
        if (paper.row) ++receipts_[*paper.row].returned;
        return {.returned = true};
    }
    note_activity(*paper.obligation, *paper.agency, when.received.day);
    for (const auto task : arrival.tasks) note_activity(task, *paper.agency, when.received.day);
    if (!paper.row) return {};
    auto& receipt = receipts_[*paper.row];
    Standing standing{.counts = true};
    ++receipt.count;
    standing.content = arrival.has_content && (!receipt.content || *receipt.content < when);
    if (standing.content) {
        receipt.content = when;
        receipt.nil = arrival.nil;
    }
    standing.first = !receipt.first || when < *receipt.first;
    if (!standing.first) return standing;
    if (files_.empty() || files_.back() != arrival.file) files_.emplace_back(arrival.file);
    receipt.first = Filing{when, to_nfc(arrival.document),
                           static_cast<std::uint32_t>(files_.size() - 1), arrival.line};
    return standing;
}

bool Assessment::is_struck(const Arrival& arrival) {
    if (returns_.empty()) return false;
    const auto found = returns_.find(arrival.paper, arrival.document);
    if (!found || plan_.returns[*found].returned > as_of_) return false;
    struck_[*found].push_back({std::string(arrival.file), arrival.line, arrival.ordinal});
    return true;
}

const Explanation* Assessment::explanation_of(RowIx row) const {
    if (explanations_.empty()) return nullptr;
    const auto& expected = schedule_.rows[row];
    const auto found = explanations_.find({expected.slot, expected.agency});
    if (found == explanations_.end()) return nullptr;
    const auto& date = found->second->date;
    return date && *date > as_of_ ? nullptr : found->second;
}

void Assessment::index_explanations() {
    for (const auto& entry : plan_.explanations) {
        if (!entry.obligation_ix || !entry.agency_ix) continue;
        const auto slot = schedule_.slot_named(plan_, *entry.obligation_ix, entry.period.value);
        if (slot) explanations_.try_emplace({*slot, *entry.agency_ix}, &entry);
    }
}

void Assessment::refuse(CitedPaper paper) {
    if (paper.received && paper.received->day > as_of_) return;
    if (paper.row) ++receipts_[*paper.row].rejected;
    ++refused_count_;
    const bool kept = !refused_after_ || (paper.received && paper.received->day > *refused_after_);
    if (kept && refused_.size() < kMostRefused) refused_.push_back(std::move(paper));
}

void Assessment::note_activity(ObligationIx obligation, AgencyIx agency, Day day) {
    auto& of_agencies = last_activity_[obligation];
    if (of_agencies.empty()) return;  // it is not continuous
    of_agencies[agency] = std::max(of_agencies[agency], day);
}

bool Assessment::is_expected(RowIx ix) const {
    const auto& row = schedule_.rows[ix];
    const auto* event = schedule_.slots[row.slot].event;
    return row.expected && (event == nullptr || event->raised <= as_of_);
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
    StatusRow out{ix,
                  state_of(expected, schedule_.slots[expected.slot], schedule_.due_at(ix), receipt,
                           as_of_, plan_.head.soon),
                  std::nullopt};
    switch (out.state) {
        case State::on_time:
            out.days_late = 0;
            break;
        case State::late:
            out.days_late = whole_days(receipt.first->received.day - expected.due);
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

Day Assessment::last_activity(ObligationIx obligation, AgencyIx agency) const {
    const auto& of_agencies = last_activity_[obligation];
    if (plan_.agencies[agency].predecessor_ixs.empty()) return of_agencies[agency];
    Day last = Day::min();
    for (const auto one : followed(plan_, agency)) last = std::max(last, of_agencies[one]);
    return last;
}

std::vector<ActivityRow> Assessment::activity() const {
    std::vector<ActivityRow> rows;
    for (ObligationIx ix = 0; ix < plan_.obligations.size(); ++ix) {
        const auto& o = plan_.obligations[ix];
        if (o.cadence.value != Cadence::continuous) continue;
        const auto terms = terms_of(plan_, o, as_of_, as_of_);
        if (terms.lifted) continue;
        for (const auto agency : answering(plan_, *terms.agencies, as_of_)) {
            ActivityRow row{ix, agency, std::nullopt, 0, terms.quiet_after, State::active};
            const Day last = last_activity(ix, agency);
            if (last != Day::min()) row.last_activity = last;
            const Day begin = plan_.agencies[agency].active_from.value_or(Day::min());
            const Day since = row.last_activity.value_or(std::max(plan_.head.span.from, begin));
            row.quiet_days = std::max(0, whole_days(as_of_ - since));
            if (row.quiet_days > row.quiet_after) row.state = State::quiet;
            rows.push_back(row);
        }
    }
    return rows;
}

State state_of(const ExpectedRow& row, const Slot& slot, std::optional<int> due_at,
               const Receipt& receipt, Day as_of, int soon) {
    constexpr int kMinute = 60'000;  // milliseconds
    constexpr int kWholeDay = 24 * 60;
    // The last moment on time: a paper that names only its day came at its beginning.
    const Moment last{row.due, due_at.value_or(kWholeDay) * kMinute};
    if (receipt.first && receipt.first->received <= last) return State::on_time;
    if (row.waiver != nullptr) return State::waived;
    if (receipt.first) return State::late;
    if (as_of > row.closes) return State::missing;
    if (as_of > row.due) return State::overdue;
    if (whole_days(row.due - as_of) <= soon) return State::due_soon;
    return as_of >= slot.period.span.from ? State::open : State::upcoming;
}

}  // namespace plantool
