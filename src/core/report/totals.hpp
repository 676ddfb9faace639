// Adds up the figures of a report by the rules of the indicators.
#pragma once

#include <cstdint>
#include <vector>

#include "core/report/report.hpp"

namespace plantool {

/// A figure, and where the paper that carries it stands in time: received day, document's day,
/// reading order.
struct FiledFigure {
    AgencyIx agency = 0;
    ObligationIx task = 0;
    double value = 0;
    FilingOrder filed;
};

IndicatorTable indicator_table(IndicatorIx indicator, Total rule, std::vector<FiledFigure> figures);

}  // namespace plantool
