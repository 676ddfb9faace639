// The header of a CSV file: what each column holds, and when two rows are of one submission.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"
#include "read/csv_records.hpp"

namespace plantool {

enum class CsvField {
    agency,
    obligation,
    period,
    received,
    document_number,
    document_date,  ///< up to here: the same in all rows of a submission
    via,
    task,
    summary,
    difficulties,
    proposals,
    next,
    note,
};

inline constexpr std::size_t kCsvFields = 13;
inline constexpr std::size_t kCsvKeyFields = 6;
/// As the header writes them.
inline constexpr std::array<std::string_view, kCsvFields> kCsvNames = {
    "agency",        "obligation", "period", "received", "document_number",
    "document_date", "via",        "task",   "summary",  "difficulties",
    "proposals",     "next",       "note"};

/// What all rows of a submission have in common.
using CsvKey = std::array<std::string_view, kCsvKeyFields>;

struct CsvFigureColumn {
    std::size_t column = 0;
    TextView indicator;
};

class CsvColumns {
  public:
    /// The header must outlive it.
    explicit CsvColumns(const Source& header);

    /// Adds what is wrong with the header; such a file is not read.
    void check(Diagnostics& faults) const;

    char delimiter() const { return delimiter_; }
    std::size_t count() const { return columns_.size(); }
    const std::vector<CsvFigureColumn>& figures() const { return figures_; }

    /// The row's field; empty without such a column.
    const TextView& field(const std::vector<TextView>& row, CsvField what) const {
        static constexpr TextView kNone;
        const auto& at = where_[static_cast<std::size_t>(what)];
        return at ? row[*at] : kNone;
    }
    CsvKey key_of(const std::vector<TextView>& row) const;

  private:
    void check_column(std::size_t index, Diagnostics& faults) const;

    const Source& header_;
    char delimiter_;
    CsvRecords record_;
    bool sound_ = false;
    std::vector<TextView> columns_;
    std::vector<CsvFigureColumn> figures_;
    std::array<std::optional<std::size_t>, kCsvFields> where_;
};

}  // namespace plantool
