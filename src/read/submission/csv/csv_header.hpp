// The names that a CSV header knows, and what its first lines say of the file: how its fields are
// parted, and where its rows begin (formats.md, section 2).
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <optional>
#include <string_view>

namespace plantool {

enum class CsvField {
    plan,
    agency,
    obligation,
    period,
    received,
    document_number,
    document_date,  ///< up to here: the same in all rows of a submission
    via,
    nil,
    task,
    summary,
    difficulties,
    proposals,
    next,
    note,
};

struct CsvName {
    std::string_view id;
    std::string_view vi;
};
/// As headers write them, in the order of CsvField.
inline constexpr std::array kCsvNames = {
    CsvName{"plan", "Kế hoạch"},
    CsvName{"agency", "Cơ quan"},
    CsvName{"obligation", "Báo cáo"},
    CsvName{"period", "Kỳ"},
    CsvName{"received", "Ngày nhận"},
    CsvName{"document_number", "Số văn bản"},
    CsvName{"document_date", "Ngày văn bản"},
    CsvName{"via", "Gửi qua"},
    CsvName{"nil", "Không phát sinh"},
    CsvName{"task", "Nhiệm vụ"},
    CsvName{"summary", "Kết quả"},
    CsvName{"difficulties", "Khó khăn"},
    CsvName{"proposals", "Kiến nghị"},
    CsvName{"next", "Phương hướng"},
    CsvName{"note", "Ghi chú"},
};
inline constexpr std::size_t kCsvFields = kCsvNames.size();
inline constexpr std::size_t kCsvKeyFields = static_cast<std::size_t>(CsvField::document_date) + 1;
static_assert(kCsvFields == static_cast<std::size_t>(CsvField::note) + 1);

constexpr std::string_view csv_name(CsvField field) {
    return kCsvNames[static_cast<std::size_t>(field)].id;
}

/// The column of that name, in either language and any case; nothing where there is none.
std::optional<CsvField> csv_field(std::string_view name);
/// Whether the name is one of those, or `figure:…`.
bool is_csv_column(std::string_view name);
/// The part of `figure:…` behind the colon; nothing of other names.
std::optional<std::string_view> csv_figure(std::string_view name);

/// What parts fields, the usual one first.
inline constexpr std::string_view kCsvDelimiters = ",;\t";

/// What a line `sep=;` says; nothing where the line is none.
std::optional<char> csv_told_delimiter(std::string_view line);

/// Where the line of names stands, and what a line before it says of the delimiter.
struct CsvHead {
    std::size_t names = 0;
    std::size_t end = 0;  ///< one past it; 0: there must be more text to tell
    std::optional<char> delimiter;
};

/// The head of a text: perhaps a line `sep=;`, lines without any text, the line of names. `ended`:
/// that is all the text.
CsvHead csv_head(std::string_view text, bool ended);

/// What a line would be with that delimiter. Only the first fields are asked for their names.
struct CsvParted {
    std::size_t names = 0;  ///< of columns
    std::size_t fields = 0;
    auto operator<=>(const CsvParted&) const = default;
};
CsvParted csv_parted(std::string_view line, char delimiter);

/// The one of the usual delimiters that makes the most names of columns of the line; of those, the
/// one that stands there most often.
char csv_delimiter(std::string_view line);

}  // namespace plantool
