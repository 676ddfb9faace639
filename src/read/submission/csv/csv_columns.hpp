// The header of a CSV file: what parts the fields, what each column holds, and which rows fit it
// (formats.md, section 2).
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "core/plan/agency_match.hpp"
#include "diag/diagnostic.hpp"
#include "read/submission/csv/csv_header.hpp"
#include "read/submission/csv/csv_records.hpp"

namespace plantool {

/// What all rows of a submission have in common, as the first of them writes it.
using CsvKey = std::array<std::string_view, kCsvKeyFields>;

struct CsvFigureColumn {
    std::size_t column = 0;
    TextView indicator;  ///< its id, or what stands there where the plan knows none
};

/// How a record fits its header.
enum class CsvFit {
    row,
    empty,            ///< without any text: passed over
    width,            ///< too few fields, or text in too many
    nameless,         ///< text in a column whose header is empty
    other_delimiter,  ///< parted by another one than the header
    header_again,     ///< the header once more, as in files that were put together
    other_header,     ///< a header with other columns
};

class CsvColumns {
  public:
    /// The header must outlive it, and so must the names, by which columns of figures are known
    /// besides `figure:ID`.
    explicit CsvColumns(const Source& header, const IndicatorNames* indicators = nullptr);

    /// What is wrong with the header; such a file is not read.
    const Diagnostics& faults() const { return faults_; }

    char delimiter() const { return delimiter_; }
    /// In a file of semicolons or tabs numbers are written as Vietnamese do.
    bool vietnamese_numbers() const { return delimiter_ != ','; }
    /// Up to the last that has a name.
    std::size_t count() const { return columns_.size(); }
    const std::vector<CsvFigureColumn>& figures() const { return figures_; }

    CsvFit fit(const std::vector<TextView>& fields) const;

    /// The row's field; empty without such a column.
    const TextView& field(const std::vector<TextView>& row, CsvField what) const {
        static constexpr TextView kNone;
        const auto& at = where_[static_cast<std::size_t>(what)];
        return at ? row[*at] : kNone;
    }
    CsvKey key_of(const std::vector<TextView>& row) const;

  private:
    CsvFit misfit(const std::vector<TextView>& fields) const;
    void read_names(const IndicatorNames* indicators);
    void place_columns(const IndicatorNames* indicators);
    void add_figure(std::size_t column, std::string_view written, const IndicatorNames* indicators);
    void fault(const Span& span, Message message, Message help);
    bool has_cause();
    void report_figures(const IndicatorNames* indicators);
    void report_unknown(const std::vector<std::size_t>& unknown, const IndicatorNames* indicators);
    void report_repeated(const std::vector<std::size_t>& repeated);
    void report_missing();

    const Source& header_;
    char delimiter_ = ',';
    std::optional<CsvRecords> record_;
    std::vector<TextView> columns_;
    std::vector<std::size_t> nameless_;
    std::vector<CsvFigureColumn> figures_;
    std::array<std::optional<std::size_t>, kCsvFields> where_;
    Diagnostics faults_;
};

}  // namespace plantool
