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
/// By what the rows were chosen: "Đã lọc: cơ quan a, b; trạng thái overdue".
std::string filters_line(const std::vector<AskedFilter>& filters, Language language);

/// Overdue and missing rows, the most days late first.
std::vector<StatusRow> most_urgent(const std::vector<StatusRow>& rows);

}  // namespace plantool
