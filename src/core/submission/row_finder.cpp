// Whose row a paper is for, when agencies were merged, split and abolished (semantics.md, sections
// 6 and 8).

#include <algorithm>

#include "core/schedule/period_title.hpp"
#include "core/submission/checker.hpp"
#include "text/labels.hpp"

namespace plantool {
namespace {

bool holds(const std::vector<AgencyIx>& in_order, AgencyIx agency) {
    return std::binary_search(in_order.begin(), in_order.end(), agency);
}

/// Whether any of the lists of those who answer for the obligation, at whatever time, is told so.
template <class Judge>
bool any_owners(const Plan& plan, const Schedule& schedule, ObligationIx ix, const Judge& judge) {
    const auto& o = plan.obligations[ix];
    if (judge(o.agencies)) return true;
    for (const auto& amendment : o.amended) {
        if (amendment.has_owners && judge(amendment.agencies)) return true;
    }
    for (const auto& [id, slot] : schedule.slots_by_period[ix]) {
        const auto* event = schedule.slots[slot].event;
        if (event != nullptr && judge(event->agency_ixs)) return true;
    }
    return false;
}

/// Whether the agency is named for the obligation, or shares a follower with one that is.
bool may_speak(const Plan& plan, const Schedule& schedule, ObligationIx ix, AgencyIx agency) {
    const auto named = [&](const std::vector<AgencyIx>& owners) { return holds(owners, agency); };
    if (any_owners(plan, schedule, ix, named)) return true;
    const auto& sender = plan.agencies[agency];
    if (sender.successor_ixs.empty() && sender.predecessor_ixs.empty()) return false;
    return any_owners(plan, schedule, ix, [&](const std::vector<AgencyIx>& owners) {
        return std::any_of(owners.begin(), owners.end(),
                           [&](AgencyIx owner) { return shares_a_follower(plan, agency, owner); });
    });
}

}  // namespace

void SubmissionChecker::refuse_owner(const RawSubmission& raw, const CheckedSubmission& out,
                                     Diagnostics& found) const {
    const auto& agency = plan_.agencies[*out.paper.agency];
    const auto& o = plan_.obligations[*out.paper.obligation];
    Message message{Word::does_not_owe, agency.id.value, o.id.value};
    Message help{o.kind == ObligationKind::task ? WordWith<0>(Word::leads_answer)
                                                : Word::senders_send};
    const bool related = may_speak(plan_, schedule_, *out.paper.obligation, *out.paper.agency);
    if (out.paper.slot && related) {
        const auto& slot = schedule_.slots[*out.paper.slot];
        const bool asked = slot.event == nullptr || !slot.event->has_agencies ||
                           holds(slot.event->agency_ixs, *out.paper.agency);
        message = {Word::does_not_owe_period, agency.id.value, o.id.value, slot.period.id};
        help = asked ? Message(Word::who_answers_owes, slot.reference, agency.id.value)
                     : Message(Word::event_says_who);
    } else if (related) {
        return;
    }
    found.add({Code::s_not_owed, raw.agency->span, std::move(message), std::move(help), "/agency"});
}

void SubmissionChecker::find_row(const RawSubmission& raw, CheckedSubmission& out,
                                 Diagnostics& found) const {
    auto& paper = out.paper;
    if (!paper.agency || !paper.obligation) return;
    if (!paper.slot) return refuse_owner(raw, out, found);
    const auto& agency = plan_.agencies[*paper.agency].id.value;
    const auto period = period_words(plan_, schedule_.slots[*paper.slot]);
    const auto received = day_of(paper.received);
    // Whether it is wrong does not depend on as-of: each stage is asked, and one that has a single
    // row for it is enough.
    bool owed = false;
    std::vector<RowIx> several;
    for (auto left = schedule_.slots[*paper.slot].stages; left != 0; left &= left - 1) {
        auto match =
            rows_in(plan_, schedule_, *paper.slot, *paper.agency, received, left & (~left + 1));
        owed = owed || match.rows.size() == 1;
        if (match.rows.size() > 1 && several.empty()) several = std::move(match.rows);
    }
    if (!owed && !several.empty()) {
        std::vector<std::string_view> ids;
        for (const auto row : several) {
            ids.push_back(plan_.agencies[schedule_.rows[row].agency].id.value);
        }
        found.add({Code::s_several_rows,
                   raw.agency->span,
                   {Word::several_in_its_place, agency, period, in_backquotes(ids)},
                   {Word::write_whose_report},
                   "/agency"});
        return;
    }
    if (!owed) return refuse_owner(raw, out, found);
    const auto now = rows_for(plan_, schedule_, *paper.slot, *paper.agency, received);
    if (now.rows.size() == 1) {
        paper.row = now.rows.front();
        if (now.way == RowHolder::Way::own) return;
        const auto& holder = plan_.agencies[schedule_.rows[*paper.row].agency].id.value;
        found.add({Code::s_row_of_another,
                   raw.agency->span,
                   {now.way == RowHolder::Way::successor ? WordWith<2>(Word::taken_for_successor)
                                                         : Word::taken_for_predecessor,
                    holder, agency},
                   {},
                   "/agency"});
        return;
    }
    const bool lifted = schedule_.slots[*paper.slot].lifted;
    found.add({Code::s_not_expected_now,
               raw.agency->span,
               lifted ? Message(Word::period_was_lifted, period)
                      : Message(Word::nobody_expected_now, period, agency),
               {},
               "/agency"});
}

}  // namespace plantool
