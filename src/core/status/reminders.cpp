#include "core/status/reminders.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace plantool {
namespace {

std::vector<AgencyIx> addressees(const Assessment& assessment, AgencyIx agency) {
    const auto& plan = assessment.plan();
    const auto& to = plan.agencies[agency].active_to;
    if (!to || *to >= assessment.as_of()) return {agency};
    return answering(plan, agency, assessment.as_of());
}

/// The most urgent first.
void sort_by_urgency(std::vector<Owed>& rows) {
    const auto key = [](const Owed& owed) {
        const auto due = owed.assessment->schedule().rows[owed.row.row].due;
        return std::tuple(-owed.row.days_late.value_or(0), due);
    };
    std::stable_sort(rows.begin(), rows.end(),
                     [&](const Owed& a, const Owed& b) { return key(a) < key(b); });
}

}  // namespace

Reminders reminders_of(std::span<const Status> plans) {
    Reminders out;
    std::map<std::string, std::size_t> letters;
    // In plan order of those who are written to, whoever owed it first.
    for (const auto& status : plans) {
        const auto& assessment = *status.assessment;
        const auto& agencies = assessment.plan().agencies;
        std::vector<std::vector<Owed>> of_agency(agencies.size());
        for (const auto& row : status.rows) {
            const auto owner = assessment.schedule().rows[row.row].agency;
            const auto to = addressees(assessment, owner);
            for (const auto agency : to) of_agency[agency].push_back({&assessment, row});
            if (to.empty()) out.nobodys.push_back({&assessment, row});
        }
        for (AgencyIx ix = 0; ix < agencies.size(); ++ix) {
            if (of_agency[ix].empty()) continue;
            const auto& agency = agencies[ix];
            const auto [at, added] = letters.emplace(agency.id.value, out.letters.size());
            if (added) out.letters.push_back({agency.id.value, {}, {}, {}});
            auto& letter = out.letters[at->second];
            letter.name = agency.name_on(assessment.as_of()).value;
            if (!agency.email.empty()) letter.email = agency.email.value;
            letter.rows.insert(letter.rows.end(), of_agency[ix].begin(), of_agency[ix].end());
        }
    }
    for (auto& letter : out.letters) sort_by_urgency(letter.rows);
    return out;
}

}  // namespace plantool
