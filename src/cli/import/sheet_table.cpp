#include "cli/import/sheet_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/import/plain_files.hpp"
#include "cli/papers/composing.hpp"
#include "core/plan/agency_match.hpp"
#include "read/submission/csv/csv_columns.hpp"
#include "read/submission/formats.hpp"
#include "read/submission/reading.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// Semicolons: in such files numbers are read as Vietnamese write them, as texts of cells are.
constexpr char kDelimiter = ';';
constexpr std::size_t kHeaderWithin = 30;  // rows: titles may stand above it

/// As a CSV field has it, on one line: what a cell holds of lines is kept, in quotes.
std::string field_of(const SheetCell& cell) {
    auto text = cell.text;
    if (cell.kind == SheetCell::Kind::number) {
        constexpr double kPercent = 100;
        text = cell.percent_format ? fmt::format("{:.15g}", cell.number * kPercent) : cell.text;
        std::replace(text.begin(), text.end(), '.', ',');
    }
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
    return out + "\"";
}

struct Line {
    int row = 0;
    std::string text;
    std::vector<int> columns;  ///< of the sheet, one a field
};

/// The rows with their fields, from the first column that any row has.
std::vector<Line> lines_of(const WorkbookSheet& sheet) {
    int last = 0;
    for (const auto& cell : sheet.cells) last = std::max(last, cell.column);
    std::vector<Line> lines;
    for (const auto& cell : sheet.cells) {
        if (lines.empty() || lines.back().row != cell.row) lines.push_back({cell.row, {}, {}});
        auto& line = lines.back();
        while (static_cast<int>(line.columns.size()) < cell.column) {
            if (!line.columns.empty()) line.text += kDelimiter;
            line.columns.push_back(static_cast<int>(line.columns.size()) + 1);
        }
        line.text += field_of(cell);
    }
    for (auto& line : lines) {
        for (auto at = static_cast<int>(line.columns.size()); at < last; ++at) {
            line.text += kDelimiter;
            line.columns.push_back(at + 1);
        }
    }
    return lines;
}

IndicatorNames names_of(const Session& session) {
    IndicatorNames names;
    for (const auto& plan : session.plans) {
        for (auto& [name, id] : indicator_names(plan->plan)) names.emplace(name, id);
    }
    return names;
}

class TableReader {
  public:
    TableReader(const WorkbookSheet& sheet, const Incoming& base, const IndicatorNames& names)
        : sheet_(sheet), base_(base), names_(names), lines_(lines_of(sheet)) {}

    bool run(const IncomingSink& sink) {
        const auto header = find_header();
        if (header == lines_.size()) return false;
        Piece piece;
        piece.format = submission_format("a.csv");
        piece.file = base_.source;
        piece.indicators = &names_;
        piece.header = std::make_shared<const Source>(base_.source, lines_[header].text + "\n");
        std::string rows;
        int line = 1;
        for (auto at = header + 1; at < lines_.size(); ++at) {
            rows_by_line_[line] = lines_[at].row;
            rows += lines_[at].text + "\n";
            line += 1 + static_cast<int>(
                            std::count(lines_[at].text.begin(), lines_[at].text.end(), '\n'));
        }
        piece.source = std::make_shared<const Source>(base_.source, rows);
        Diagnostics faults;
        read_csv_piece(piece, faults, [&](Reading& reading) { sink(incoming_of(reading)); });
        return true;
    }

  private:
    std::size_t find_header() const {
        const auto most = std::min(lines_.size(), kHeaderWithin);
        for (std::size_t at = 0; at < most; ++at) {
            const Source source("", lines_[at].text + "\n");
            if (!CsvColumns(source, &names_).faults().has_errors()) return at;
        }
        return lines_.size();
    }

    int row_of(int line) const {
        const auto found = rows_by_line_.upper_bound(line);
        return found == rows_by_line_.begin() ? line : std::prev(found)->second;
    }

    std::string place_of_row(int line) const {
        return fmt::format("{}!{}", sheet_.name, row_of(line));
    }

    Incoming incoming_of(Reading& reading) const {
        const auto place = place_of_row(reading.line);
        auto out = base_;
        out.part = base_.part.empty() ? place : base_.part + ": " + place;
        for (const auto& finding : reading.diagnostics.all()) {
            if (finding.severity != Severity::error) continue;
            const auto cell = cell_name(row_of(finding.line), 1);
            out.doubts.push_back({finding.path.empty() ? "" : finding.path.substr(1),
                                  {Word::cell_of_sheet, sheet_.name, cell, finding.message}});
        }
        if (reading.submission == nullptr) {
            out.settled = Outcome::unreadable;
            return out;
        }
        const auto received = std::move(out.submission.received);
        const auto via = std::move(out.submission.via);
        out.submission = compose(*reading.submission);
        if (out.submission.received.empty()) out.submission.received = received;
        if (out.submission.via.empty()) out.submission.via = via;
        return out;
    }

    const WorkbookSheet& sheet_;
    const Incoming& base_;
    const IndicatorNames& names_;
    std::vector<Line> lines_;
    std::map<int, int> rows_by_line_;
};

}  // namespace

bool read_sheet_table(const Workbook& book, const Incoming& base, const Session& session,
                      const IncomingSink& sink) {
    const auto names = names_of(session);
    for (const auto& sheet : book.sheets) {
        if (!sheet.hidden && TableReader(sheet, base, names).run(sink)) return true;
    }
    return false;
}

}  // namespace plantool
