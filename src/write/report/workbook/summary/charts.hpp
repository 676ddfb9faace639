// The two charts of the first sheet. They are told where their values stand.
#pragma once

#include <array>
#include <string>

#include "write/report/workbook/sheets.hpp"

namespace plantool::xlsx {

/// States by group: a bar for each group, in four parts. All are ranges: `='Tổng hợp'!$A$5:$A$7`.
struct GroupChart {
    struct Part {
        std::string name;
        std::string values;
    };
    std::string names;
    std::size_t groups = 0;
    std::array<Part, 4> parts;  ///< on time, late, overdue and missing, others

    /// In pixels: every bar has the same room.
    double height() const { return 110 + 36 * static_cast<double>(groups); }
};

lxw_chart* add_group_chart(const Context& context, const GroupChart& data);

/// Reports due and received over the days.
lxw_chart* add_receipt_chart(const Context& context, const std::string& days,
                             const std::string& due, const std::string& received);

}  // namespace plantool::xlsx
