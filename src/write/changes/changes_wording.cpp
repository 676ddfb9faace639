#include <algorithm>

#include "text/words.hpp"
#include "write/changes/changes_writers.hpp"
#include "write/status/wording.hpp"

namespace plantool {
namespace {

struct ValueText {
    Language language;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(State state) const { return std::string(state_label(state, language)); }
    std::string operator()(Day day) const { return short_date(day, language); }
    std::string operator()(int number) const { return format_integer(number, language); }
};

std::string received_text(const Change& change, const std::string& from, const std::string& to,
                          Language language) {
    if (std::holds_alternative<std::monostate>(change.from)) {
        return say(Word::change_received, language, to);
    }
    if (std::holds_alternative<std::monostate>(change.to)) {
        return say(Word::change_received_none, language, from);
    }
    return say(Word::change_received_other, language, to, from);
}

std::string one_text(const Change& change, Language language) {
    const auto from = std::visit(ValueText{language}, change.from);
    const auto to = std::visit(ValueText{language}, change.to);
    switch (change.what) {
        case Changed::expected:
            return say(Word::change_expected, language, to);
        case Changed::dropped:
            return say(Word::change_dropped, language, from);
        case Changed::due:
            return say(Word::change_due, language, from, to);
        case Changed::state:
            return say(Word::change_state, language, from, to);
        case Changed::received:
            return received_text(change, from, to, language);
        case Changed::revisions:
            return say(Word::change_revisions, language, from, to);
        case Changed::returned:
            return say(Word::change_returned, language, from, to);
    }
    return {};
}

void add(SlotChanges& slot, std::string text, RowIx row) {
    const auto same = std::find_if(slot.alike.begin(), slot.alike.end(),
                                   [&](const AlikeRows& rows) { return rows.text == text; });
    if (same == slot.alike.end()) {
        slot.alike.push_back({std::move(text), {row}});
    } else {
        same->rows.push_back(row);
    }
}

}  // namespace

bool ChangesAnswer::empty() const {
    return std::all_of(plans.begin(), plans.end(),
                       [](const PlanChanges& plan) { return plan.empty(); });
}

std::string change_text(std::span<const Change> of_row, Language language) {
    std::string out;
    for (const auto& change : of_row) {
        if (!out.empty()) out += "; ";
        out += one_text(change, language);
    }
    return out;
}

std::vector<SlotChanges> by_slot(const PlanChanges& plan, Language language) {
    std::vector<SlotChanges> slots;
    const std::span<const Change> changes(plan.changes);
    for (std::size_t i = 0; i < changes.size();) {
        const auto row = changes[i].row;
        const auto first = i;
        while (i < changes.size() && changes[i].row == row) ++i;
        const auto slot = plan.now->schedule().rows[row].slot;
        if (slots.empty() || slots.back().slot != slot) slots.push_back({slot, {}});
        add(slots.back(), change_text(changes.subspan(first, i - first), language), row);
    }
    return slots;
}

}  // namespace plantool
