// The papers of one row beside each other, and the figures of periods that follow one another.

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "core/submission/cross/cross_check.hpp"
#include "text/labels.hpp"

namespace plantool {

void CrossChecker::find_several_senders(Diagnostics& found) const {
    for (RowIx row = 0; row < filed_.size(); ++row) {
        if (!filed_[row] || filed_[row]->has_many) continue;
        const auto& versions = filed_[row]->versions;
        std::map<AgencyIx, const Version*> senders;
        for (const auto& version : versions) {
            auto& last = senders[version.sender];
            if (last == nullptr || last->order < version.order) last = &version;
        }
        if (senders.size() < 2) continue;
        const auto* last = senders.begin()->second;
        std::vector<std::string_view> names;
        for (const auto& [agency, version] : senders) {
            names.push_back(plan_.agencies[agency].id.value);
            if (last->order < version->order) last = version;
        }
        auto diagnostic = finding_in(last->file, last->at, Code::s_several_senders);
        diagnostic.path = "/agency";
        diagnostic.message = {Word::several_senders, in_backquotes(names),
                              plan_.agencies[schedule_.rows[row].agency].id.value, words_of(row)};
        diagnostic.help = {Word::ask_for_joint_paper};
        found.add(std::move(diagnostic));
    }
}

void CrossChecker::find_lacking(Diagnostics& found) const {
    for (const auto& filed : filed_) {
        if (!filed || filed->has_many || filed->versions.size() < 2) continue;
        std::vector<const Version*> in_order;
        for (const auto& version : filed->versions) {
            if (version.has_content) in_order.push_back(&version);
        }
        std::sort(in_order.begin(), in_order.end(),
                  [](const Version* a, const Version* b) { return a->order < b->order; });
        for (std::size_t i = 1; i < in_order.size(); ++i) {
            const auto& before = *in_order[i - 1];
            const auto& now = *in_order[i];
            std::vector<std::string> missing;
            for (const auto& part : before.parts) {
                const auto& [task, indicator] = part;
                if (std::binary_search(now.parts.begin(), now.parts.end(), part)) continue;
                const auto name =
                    task == kNoTask ? std::string() : plan_.obligations[task].id.value;
                const bool told = indicator && !missing.empty() && missing.back() == name;
                if (told) continue;  // the whole task is missing
                missing.push_back(
                    !indicator ? name
                    : name.empty()
                        ? plan_.indicators[*indicator].id.value
                        : fmt::format("{} {}", name, plan_.indicators[*indicator].id.value));
            }
            std::erase(missing, "");
            if (missing.empty()) continue;
            auto diagnostic = finding_in(now.file, now.at, Code::s_lacks_earlier);
            diagnostic.message = {Word::lacks_earlier, in_backquotes(missing)};
            diagnostic.help = {Word::repeat_what_holds};
            diagnostic.notes.push_back({{Word::the_one_before}, place_in(before.file, before.at)});
            found.add(std::move(diagnostic));
        }
    }
}

void CrossChecker::find_same_figures(Diagnostics& found) const {
    constexpr std::size_t kFewest = 3;
    using Key = std::tuple<ObligationIx, IndicatorIx, double>;
    const auto figures_of = [&](RowIx row) {
        std::vector<Key> out;
        for (const auto& figure : filed_[row]->figures) {
            out.emplace_back(figure.task, figure.indicator, figure.value);
        }
        std::sort(out.begin(), out.end());
        return out;
    };
    std::map<std::pair<ObligationIx, AgencyIx>, RowIx>
        before;  // rows of an obligation run by period
    for (RowIx row = 0; row < filed_.size(); ++row) {
        const auto& expected = schedule_.rows[row];
        const auto& slot = schedule_.slots[expected.slot];
        if (slot.event != nullptr) continue;
        const auto key = std::pair(slot.obligation, expected.agency);
        const auto earlier = before.find(key);
        const bool follows =
            earlier != before.end() && schedule_.rows[earlier->second].slot + 1 == expected.slot;
        const bool both = follows && filed_[row] && filed_[earlier->second];
        if (both && filed_[row]->figures.size() >= kFewest &&
            figures_of(row) == figures_of(earlier->second)) {
            const auto period = words_of(earlier->second);
            auto diagnostic = finding_at(row, filed_[row]->at, Code::s_same_figures);
            diagnostic.message = {Word::same_figures, filed_[row]->figures.size(), words_of(row),
                                  period};
            diagnostic.help = {Word::check_figures_are_new};
            diagnostic.notes.push_back({{Word::paper_of_period, period},
                                        place_of(earlier->second, filed_[earlier->second]->at)});
            found.add(std::move(diagnostic));
        }
        before[key] = row;
    }
}

}  // namespace plantool
