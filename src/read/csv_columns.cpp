#include "read/csv_columns.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::string_view kFigurePrefix = "figure:";

}  // namespace

CsvColumns::CsvColumns(const Source& header)
    : header_(header), delimiter_(csv_delimiter(header.text())), record_(header, delimiter_) {
    sound_ = !record_.next() || record_.sound();
    if (!sound_) return;
    columns_ = record_.fields();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        auto& name = columns_[i].value;
        name = trim(name);
        const auto* const known = std::find(kCsvNames.begin(), kCsvNames.end(), name);
        if (known != kCsvNames.end()) {
            auto& where = where_[static_cast<std::size_t>(known - kCsvNames.begin())];
            if (!where) where = i;
        } else if (name.starts_with(kFigurePrefix)) {
            figures_.push_back({i, {name.substr(kFigurePrefix.size()), columns_[i].span}});
        }
    }
}

void CsvColumns::check(Diagnostics& faults) const {
    if (header_.text().empty()) {
        faults.add({Code::s_bad_header,
                    {&header_, 0, 0},
                    "the file is empty",
                    "the first line names the columns"});
        return;
    }
    if (!sound_) {
        faults.add({Code::s_bad_header,
                    {&header_, record_.fault(), record_.fault() + 1},
                    record_.unclosed() ? "the quote that opens here is never closed"
                                       : "a quote cannot stand here",
                    "name each column without quotes"});
        return;
    }
    for (std::size_t i = 0; i < columns_.size(); ++i) check_column(i, faults);
    for (const auto what : {CsvField::agency, CsvField::obligation, CsvField::received}) {
        if (where_[static_cast<std::size_t>(what)]) continue;
        faults.add(
            {Code::s_bad_header,
             {&header_, 0, 1},
             fmt::format("the column `{}` is missing", kCsvNames[static_cast<std::size_t>(what)]),
             "add it to the header and to every row"});
    }
}

void CsvColumns::check_column(std::size_t index, Diagnostics& faults) const {
    const auto& column = columns_[index];
    const auto before = columns_.begin() + static_cast<std::ptrdiff_t>(index);
    const bool twice = std::any_of(columns_.begin(), before, [&](const TextView& other) {
        return other.value == column.value;
    });
    if (twice) {
        faults.add({Code::s_bad_header, column.span,
                    fmt::format("the column `{}` stands twice", column.value),
                    "keep one of the two"});
    }
    if (column.value == kFigurePrefix) {
        faults.add({Code::s_bad_header, column.span, "the column names no indicator",
                    "write the indicator's id after the colon, as in `figure:lop-boi-duong`"});
        return;
    }
    const std::vector<std::string> known(kCsvNames.begin(), kCsvNames.end());
    const bool is_known = std::find(known.begin(), known.end(), column.value) != known.end();
    if (is_known || column.value.starts_with(kFigurePrefix)) return;
    auto help = did_you_mean(column.value, known);
    if (help.empty()) help = fmt::format("known: {}, figure:ID", fmt::join(known, ", "));
    faults.add(
        {Code::s_bad_header, column.span, fmt::format("unknown column `{}`", column.value), help});
}

CsvKey CsvColumns::key_of(const std::vector<TextView>& row) const {
    CsvKey key;
    for (std::size_t i = 0; i < kCsvKeyFields; ++i) {
        key[i] = field(row, static_cast<CsvField>(i)).value;
    }
    return key;
}

}  // namespace plantool
