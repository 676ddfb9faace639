// What the workbook and the Markdown of a report both say, so that they say it alike.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/report/report.hpp"
#include "text/labels.hpp"
#include "write/answer/answer_parts.hpp"
#include "write/report/document_head.hpp"
#include "write/report/opening/opening.hpp"
#include "write/status/wording.hpp"

namespace plantool {

const std::string& agency_name(const Report& report, AgencyIx agency);
/// The short name, where the plan gives one.
const std::string& agency_short(const Report& report, AgencyIx agency);
/// The first of the report's groups that holds each agency; those of no group are not there.
std::unordered_map<AgencyIx, const Group*> groups_of_agencies(const Report& report);
/// Who leads a task, by the names of agencies and groups that the plan gives.
std::string lead_names(const Report& report, const Obligation& task, Language language);
AgencyIx agency_of(const Report& report, RowIx row);
const Obligation& obligation_of(const Report& report, RowIx row);
Day due_of(const Report& report, RowIx row);

/// "6 tháng đầu năm 2022".
std::string report_period(const Report& report, Language language);
/// What a heat map writes in a cell, so that it reads in black and white: "Đ" for on time, "T" for
/// late. No symbol begins another one.
std::string state_symbol(State state, Language language);
/// The symbol with the days late: "T 3".
std::string state_mark(const StatusRow& row, Language language);
/// "Ban tuyên giáo các huyện, thị, thành ủy"; agencies of no group have a name too.
std::string group_label(const Report& report, const GroupStanding& standing, Language language);
/// "45-BC/BTGHU, 02/7/2022; không hợp lệ"; empty where nothing was ever heard.
std::string contact_text(const FollowUp& row, Language language);
/// "Cùng kỳ năm trước (quý II năm 2021)" or "Kỳ trước (quý I năm 2022)"; empty where there is no
/// comparison.
std::string before_label(const Report& report, Language language);
/// The period of a slot where tables name it: "6 tháng đầu năm 2022", "Một lần".
std::string slot_period(const Report& report, SlotIx slot, Language language);

std::string total_label(Total rule, Language language);
std::string assumption_label(Assumption::Kind kind, Language language);
/// "trước ngày 30/6/2022 (chậm nhất ngày 29/6/2022)".
std::string due_in_words(const Slot& slot, Language language);
/// How many came late and how many are outstanding, as a part of a sentence.
std::string lateness_text(const Report& report, Language language);
/// Past what continuous tasks are without news: "90 ngày", where one limit holds for all of them.
std::string quiet_limit_text(const Report& report, Language language);
/// "Số hội nghị: 7 hội nghị; …", in the order of the plan's indicators as given.
std::string figures_text(const Report& report, const std::vector<Figure>& figures,
                         Language language);
/// How many decimals all figures of the indicator need, so that they line up.
int table_decimals(const Report& report, const IndicatorTable& table);
/// The same for its total: a mean has at least two, a share one.
int total_decimals(const Report& report, const IndicatorTable& table);
/// What stands under the title as a warning to readers: the plan's notices, and the notes that the
/// papers whose content is shown have in common ("… (17 báo cáo)"), the commonest first. A note of
/// one paper among others stands with that paper alone.
std::vector<std::string> note_lines(const Report& report, Language language);
/// "tính đúng hạn và nội dung": what a paper was counted for.
std::string counted_for(const ReportSource& source, Language language);
/// `S104, S111`.
std::string error_codes(const CitedPaper& paper);
/// "sample/…yaml:12".
std::string place_of(const Origin& origin);

}  // namespace plantool
