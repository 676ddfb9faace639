// The state that a row has once something was recorded, in a line.
#pragma once

#include <string>

#include "core/status/assessment.hpp"
#include "text/labels.hpp"

namespace plantool {

/// "Sở Y tế · Báo cáo 6 tháng · 6 tháng đầu năm 2022: nộp chậm 3 ngày (hạn 29/6/2022)".
std::string row_line(const Assessment& assessment, RowIx row, Language language);
/// The same of what goes on without periods.
std::string activity_line(const Assessment& assessment, ObligationIx obligation, AgencyIx agency,
                          Language language);

}  // namespace plantool
