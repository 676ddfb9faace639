// What the sheet of figures is made of: values, the figures behind them, and formulas over those.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/report/report.hpp"

namespace plantool::xlsx {

template <class Ix>
const double* value_of(const std::vector<IndicatorTable::Value<Ix>>& values, Ix of) {
    const auto found = std::lower_bound(  // they are in plan order
        values.begin(), values.end(), of, [](const auto& value, Ix ix) { return value.of < ix; });
    return found == values.end() || found->of != of ? nullptr : &found->value;
}

/// The rule of an indicator over a range; nothing for `last`, which is one cell of it.
inline std::string formula_of(Total rule, const std::string& range) {
    switch (rule) {
        case Total::sum:
            return fmt::format("=SUM({})", range);
        case Total::max:
            return fmt::format("=MAX({})", range);
        case Total::mean:
            return fmt::format("=AVERAGE({})", range);
        case Total::last:
            break;
    }
    return "";
}

/// A row of the table by agency and task: one agency, one task and, where several of its reports
/// speak of the task, which of them.
using Part = std::tuple<AgencyIx, ObligationIx, int>;

inline std::map<Part, double> parts_of(const IndicatorTable& table) {
    std::map<Part, double> parts;
    for (const auto& cell : table.cells) {
        Part part(cell.agency, cell.task, 0);
        while (parts.contains(part)) ++std::get<2>(part);
        parts.emplace(part, cell.value);
    }
    return parts;
}

}  // namespace plantool::xlsx
