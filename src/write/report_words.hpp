// What the workbook and the Markdown of a report both say, so that they say it alike.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/report.hpp"
#include "text/labels.hpp"

namespace plantool {

const std::string& agency_name(const Report& report, AgencyIx agency);
/// The short name, where the plan gives one.
const std::string& agency_short(const Report& report, AgencyIx agency);
std::string agency_names(const Report& report, const std::vector<AgencyIx>& agencies);
AgencyIx agency_of(const Report& report, RowIx row);
const Obligation& obligation_of(const Report& report, RowIx row);
Day due_of(const Report& report, RowIx row);

/// "6 tháng đầu năm 2022".
std::string report_period(const Report& report, Language language);
/// "Tổng hợp kết quả thực hiện Kế hoạch số … 6 tháng đầu năm 2022".
std::string report_title(const Report& report, Language language);
/// The paragraph before the first section: by which plan, from what, as of when.
std::string opening(const Report& report, Language language);
/// The bodies that issue the plan, in capitals, one a line of the head.
std::vector<std::string> issuer_lines(const Report& report);
/// "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" and "Độc lập - Tự do - Hạnh phúc".
std::string_view national_name(Language language);
std::string_view national_motto(Language language);
/// "Phú Yên, ngày 05 tháng 7 năm 2022".
std::string place_and_date(const Report& report, Language language);
/// "Số:        -BC/…": to be given when it is issued.
std::string_view number_to_fill_in(Language language);
/// The lines above a signatory's name: "TM. …", "KT. …", the office. A comma in `for` parts lines.
std::vector<std::string> capacity_lines(const Signatory& signatory);

std::string_view total_label(Total rule, Language language);
std::string_view assumption_label(Assumption::Kind kind, Language language);
/// "II.1.1 Tuyên truyền …".
std::string obligation_label(const Obligation& obligation);
/// "Số hội nghị: 7 hội nghị; …", in the order of the plan's indicators as given.
std::string figures_text(const Report& report, const std::vector<Figure>& figures,
                         Language language);
/// How many decimals all figures of the indicator need, so that they line up.
int table_decimals(const Report& report, const IndicatorTable& table);
/// The same for its total: a mean has at least two.
int total_decimals(const Report& report, const IndicatorTable& table);
/// "Số liệu minh họa … (17 báo cáo)": the notes of the papers whose content is shown, the commonest
/// first; empty when there is none.
std::vector<std::string> note_lines(const Report& report, Language language);
/// "tính đúng hạn và nội dung": what a paper was counted for.
std::string_view counted_for(const ReportSource& source, Language language);
/// `S104, S111`.
std::string error_codes(const RefusedPaper& paper);
/// "sample/…yaml:12".
std::string place_of(const Origin& origin);

}  // namespace plantool
