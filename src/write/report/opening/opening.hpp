// What a report says of itself before its first section: its title, and under which plan, from what
// and for which days it was made.
#pragma once

#include <string>

#include "core/report/report.hpp"
#include "text/labels.hpp"

namespace plantool {

/// "tổng hợp kết quả thực hiện Kế hoạch số …, 6 tháng đầu năm 2022", within a sentence.
std::string report_subject(const Report& report, Language language);
/// The same as a title.
std::string report_title(const Report& report, Language language);
/// "kết quả 6 tháng đầu năm 2022".
std::string report_results(const Report& report, Language language);
/// "về thực hiện Chương trình …" of a plan that is titled "Kế hoạch thực hiện Chương trình …".
std::string what_the_plan_is(const PlanHead& head, Language language);
/// Who signs the report; else who brings it together.
std::string who_reports(const Report& report, Language language);
/// The last day that the figures can cover: that of the window, on an earlier as-of that day.
Day figures_until(const Report& report);
/// The paragraph before the first section: by which plan, from what, as of when.
std::string opening(const Report& report, Language language);

}  // namespace plantool
