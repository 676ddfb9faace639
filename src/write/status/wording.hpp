// The words of the status tables, in the two languages.
#pragma once

#include <string>
#include <string_view>

#include "core/status/status.hpp"
#include "text/labels.hpp"
#include "write/status/writers.hpp"

namespace plantool {

std::string_view state_label(State state, Language language);
/// What is worth a word about a row: an extension, corrections, refused submissions.
std::string row_note(const Assessment& assessment, const StatusRow& row, Language language);
/// "Cần nộp 46: đúng hạn 20, …" and the rates.
std::string summary_line(const Summary& summary, Language language);
std::string rates_line(const Summary& summary, Language language);
/// The title of the table: the plan's number and the day asked about.
std::string status_title(const Assessment& assessment, Language language);
/// Which file the plan is in, where it is not in the current folder; else empty.
std::string plan_file_line(const Plan& plan, Language language);
/// By what the rows were chosen: "Đã lọc theo: cơ quan Sở Y tế; trạng thái quá hạn".
std::string filters_line(const StatusAnswer& answer, Language language);
/// What people call an obligation in a line of a table: a task by its number in the document, a
/// report by its title.
const std::string& obligation_mark(const Obligation& obligation);
/// "II.1.1 Tuyên truyền …"; a report has its title alone.
std::string obligation_label(const Obligation& obligation);
/// "II.1.4 · Quý I/2022 · hạn 31/3/2022 · Tuyên truyền …"; an empty `due` is left out.
std::string slot_heading(const Plan& plan, const Slot& slot, const std::string& due,
                         Language language);

/// Overdue and missing rows, the most days late first.
std::vector<StatusRow> most_urgent(const std::vector<StatusRow>& rows);

}  // namespace plantool
