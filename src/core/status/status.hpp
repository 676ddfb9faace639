// The answer to `status`: the rows and activities that a filter selects, counted.
#pragma once

#include <string>
#include <vector>

#include "core/status/assessment.hpp"

namespace plantool {

/// Empty lists select everything. Rows must match one entry of each list that is not empty.
struct Filter {
    std::vector<AgencyIx> agencies;  ///< of --agency and --group together
    bool by_agency = false;          ///< agencies were asked for, though none may have matched
    std::vector<ObligationIx> obligations;
    bool by_obligation = false;        ///< in the same way
    std::vector<std::string> periods;  ///< as written; matched as a plan's `periods` entries are
    std::vector<State> states;
};

/// What `status` shows. Activities have no period, so a filter by period selects none.
struct Status {
    const Assessment* assessment = nullptr;
    std::vector<StatusRow> rows;
    std::vector<ActivityRow> activity;
    Summary summary;
};

/// Counts a row in.
void count(Summary& summary, const Assessment& assessment, const StatusRow& row);

Status select(const Assessment& assessment, const Filter& filter);

/// Whether the filter's obligations and periods let the slot through.
bool selects_slot(const Filter& filter, const Plan& plan, const Slot& slot);

/// Whether a period text of the user names this slot: its id, DHIS2's id, or the part after the
/// year.
bool names_period(const Plan& plan, const Slot& slot, const std::string& text);

}  // namespace plantool
