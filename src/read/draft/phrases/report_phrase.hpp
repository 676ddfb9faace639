// The reports that a sentence of a plan asks for.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "read/draft/phrases/agency_list.hpp"
#include "read/draft/phrases/when.hpp"

namespace plantool {

struct ReportPhrase {
    std::string title;  ///< `Báo cáo kết quả thực hiện 6 tháng`
    When when;
    std::vector<std::string> from;  ///< empty: the sentence does not say whose they are
    std::vector<std::string> to;
    std::string_view part;  ///< of the text that was given
};

/// `báo cáo kết quả thực hiện 6 tháng (trước ngày 30/6) và cả năm (trước ngày 31/12) cho …`: one
/// for each period, each with its day. Days without a year are of the year given.
std::vector<ReportPhrase> reports_in(std::string_view text, int year);

}  // namespace plantool
