// CSV: a submission a row, or several rows that say the same of agency, obligation, period, day and
// document: one submission with several results.

#include <fmt/format.h>
#include <simdjson.h>

#include <deque>

#include "read/csv_columns.hpp"
#include "read/csv_records.hpp"
#include "read/submission.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

class PieceReader {
  public:
    PieceReader(const Piece& piece, const CsvColumns& columns, const Zone& zone,
                const ReadingSink& sink)
        : source_(*piece.source),
          columns_(columns),
          zone_(zone),
          sink_(sink),
          records_(source_, columns.delimiter()) {}

    void read() {
        const auto text = source_.text();
        const bool all_valid = simdjson::validate_utf8(text.data(), text.size());
        while (records_.next()) {
            if (is_readable(all_valid)) add_row(records_.fields());
        }
        flush();
    }

  private:
    using Row = std::vector<TextView>;

    /// Whether the record can be taken for a row; a bad one is refused alone.
    bool is_readable(bool all_valid) {
        Diagnostics faults;
        if (!records_.sound()) {
            const auto at = records_.fault();
            faults.add({Code::s_syntax,
                        {&source_, at, at + 1},
                        records_.unclosed() ? "the quote that opens here is never closed"
                                            : "a quote cannot stand here",
                        "put the whole field in quotes and double each quote in it"});
            return refuse(std::move(faults), source_.line_of(at));
        }
        if (!all_valid && !check_utf8(source_, records_.range(), kSubmissionShape, faults)) {
            return refuse(std::move(faults), records_.line());
        }
        if (records_.fields().size() == columns_.count()) return true;
        faults.add({Code::s_bad_width,
                    {&source_, records_.range().begin, records_.range().end},
                    fmt::format("this row has {} field{}, the header {}", records_.fields().size(),
                                records_.fields().size() == 1 ? "" : "s", columns_.count()),
                    records_.fields().size() == 1
                        ? fmt::format("the header says that `{}` parts the fields, here too",
                                      columns_.delimiter())
                        : "fill the row up, or put fields that hold the delimiter in quotes"});
        return refuse(std::move(faults), records_.line());
    }

    bool refuse(Diagnostics faults, int line) {
        Reading reading;
        reading.line = line;
        reading.diagnostics = std::move(faults);
        constexpr std::size_t kMostHeld = 100;
        if (!open_) {
            sink_(reading);
        } else {
            // The rows read so far come first, and may go on behind the bad one.
            held_.push_back(std::move(reading));
            if (held_.size() == kMostHeld) flush();
        }
        return false;
    }

    void add_row(const Row& row) {
        const auto key = columns_.key_of(row);
        if (open_ && key != key_) flush();
        if (!open_) begin(row, key);
        add_result(row);
        join(submission_.difficulties, columns_.field(row, CsvField::difficulties).value);
        join(submission_.proposals, columns_.field(row, CsvField::proposals).value);
        join(submission_.next, columns_.field(row, CsvField::next).value);
        join(submission_.note, columns_.field(row, CsvField::note).value);
    }

    void begin(const Row& row, const CsvKey& key) {
        open_ = true;
        key_ = key;
        const auto at = records_.range().begin;
        submission_.span = {&source_, at, at + 1};
        submission_.line = reading_.line = records_.line();
        if (const auto* agency = required(row, CsvField::agency)) submission_.agency = *agency;
        if (const auto* obligation = required(row, CsvField::obligation)) {
            submission_.obligation = *obligation;
        }
        const auto& period = columns_.field(row, CsvField::period);
        if (!period.empty()) submission_.period = period;
        submission_.document_number = columns_.field(row, CsvField::document_number).value;
        read_dates(row);
        const auto& via = columns_.field(row, CsvField::via);
        if (!via.empty()) submission_.via = read_via(via, reading_.diagnostics);
    }

    void flush() {
        if (!open_) return;
        open_ = false;
        reading_.submission = &submission_;
        sink_(reading_);
        for (auto& refused : held_) sink_(refused);
        held_.clear();
        reading_.diagnostics.clear();
        submission_.clear();
        joined_.clear();
    }

    const TextView* required(const Row& row, CsvField what) {
        const auto& text = columns_.field(row, what);
        if (!text.empty()) return &text;
        const auto name = kCsvNames[static_cast<std::size_t>(what)];
        reading_.diagnostics.add({Code::s_missing_key,
                                  text.span,
                                  fmt::format("`{}` is empty", name),
                                  {},
                                  fmt::format("/{}", name)});
        return nullptr;
    }

    void read_dates(const Row& row) {
        auto& faults = reading_.diagnostics;
        if (const auto* received = required(row, CsvField::received)) {
            submission_.received = read_received(*received, zone_, true, faults);
        }
        const auto& written = columns_.field(row, CsvField::document_date);
        if (written.empty()) return;
        auto& date = submission_.document_date.emplace();
        date.span = written.span;
        if (read_date(written.value, date.value)) return;
        if (const auto day = parse_day_month_year(written.value)) {
            date.value = *day;
            return;
        }
        submission_.document_date.reset();
        faults.add({Code::s_bad_date, written.span, fmt::format("`{}` is no date", written.value),
                    "write an existing day as YYYY-MM-DD or dd/mm/yyyy", "/document/date"});
    }

    void add_result(const Row& row) {
        RawResult result;
        result.span = {&source_, records_.range().begin, records_.range().begin + 1};
        result.summary = columns_.field(row, CsvField::summary).value;
        result.first_figure = static_cast<std::uint32_t>(submission_.figures.size());
        for (const auto& figure : columns_.figures()) {
            const auto& value = row[figure.column];
            if (value.empty()) continue;
            auto& added = submission_.figures.emplace_back();
            added.indicator = figure.indicator;
            added.value = value;
            ++result.figure_count;
        }
        const auto& task = columns_.field(row, CsvField::task);
        if (!task.empty()) result.task = task;
        if (!result.task && result.summary.empty() && result.figure_count == 0) return;
        if (!result.task) {
            reading_.diagnostics.add({Code::s_missing_key, result.span,
                                      "a result stands here, but `task` is empty",
                                      "say of which task it speaks", "/results"});
        }
        submission_.results.push_back(result);
    }

    /// Rows may say the same, or each a part of it.
    void join(std::string_view& into, std::string_view text) {
        if (text.empty() || into == text) return;
        if (into.empty()) {
            into = text;
            return;
        }
        if (into.ends_with(text) && into[into.size() - text.size() - 1] == '\n') return;
        into = joined_.emplace_back(fmt::format("{}\n{}", into, text));
    }

    const Source& source_;
    const CsvColumns& columns_;
    const Zone& zone_;
    const ReadingSink& sink_;
    CsvRecords records_;
    bool open_ = false;  ///< a submission is, to which further rows may belong
    CsvKey key_;
    Reading reading_;
    RawSubmission submission_;
    std::deque<std::string> joined_;
    std::vector<Reading> held_;  ///< refused rows behind it
};

}  // namespace

void read_csv_piece(const Piece& piece, const Zone& zone, const ReadingSink& sink) {
    const CsvColumns columns(*piece.header);
    Reading reading;
    if (check_utf8(*piece.header, whole(*piece.header), kSubmissionShape, reading.diagnostics)) {
        columns.check(reading.diagnostics);
    }
    if (!reading.diagnostics.has_errors()) {
        PieceReader(piece, columns, zone, sink).read();
    } else if (piece.first) {
        sink(reading);
    }
}

}  // namespace plantool
