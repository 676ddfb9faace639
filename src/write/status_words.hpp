// The words of the status tables, in the two languages.
#pragma once

#include <string>
#include <string_view>

#include "core/status.hpp"
#include "text/labels.hpp"

namespace plantool {

std::string_view state_label(State state, Language language);
/// "3 ngày", "3 days".
std::string days_label(int count, Language language);
/// What is worth a word about a row: an extension, corrections, refused submissions.
std::string row_note(const Assessment& assessment, const StatusRow& row, Language language);
/// "Cần nộp 46: đúng hạn 20, …" and the rates.
std::string summary_line(const Summary& summary, Language language);
std::string rates_line(const Summary& summary, Language language);
/// The title of the table: the plan's number and the day asked about.
std::string status_title(const Assessment& assessment, Language language);
/// `vi` or `en`, by language.
inline std::string_view word(Language language, std::string_view vi, std::string_view en) {
    return language == Language::vi ? vi : en;
}

/// Overdue and missing rows, the most days late first.
std::vector<StatusRow> most_urgent(const std::vector<StatusRow>& rows);

}  // namespace plantool
