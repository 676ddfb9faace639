// CSV: a submission a row, or several rows that say the same of agency, obligation, period, day and
// document: one submission with several results.

#include <fmt/format.h>
#include <simdjson.h>

#include <cstring>
#include <deque>
#include <optional>

#include "read/submission/csv/csv_columns.hpp"
#include "read/submission/csv/csv_identity.hpp"
#include "read/submission/csv/csv_records.hpp"
#include "read/submission/reading.hpp"
#include "text/utf8.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

class PieceReader {
  public:
    PieceReader(const Piece& piece, const CsvColumns& columns, const ReadingSink& sink)
        : source_(*piece.source),
          columns_(columns),
          sink_(sink),
          records_(source_, columns.delimiter()),
          figure_kind_(columns.vietnamese_numbers() ? RawFigure::Kind::vietnamese
                                                    : RawFigure::Kind::number) {}

    void read() {
        const auto text = source_.text();
        // A byte 0 is valid UTF-8, but stands in no text: UTF-16 without its mark has them.
        const bool all_valid = simdjson::validate_utf8(text.data(), text.size()) &&
                               std::memchr(text.data(), 0, text.size()) == nullptr;
        bool goes_on = true;
        while (goes_on && records_.next()) {
            goes_on = !is_readable(all_valid) || add_record();
        }
        report_misparted();
        flush();
    }

  private:
    using Row = std::vector<TextView>;

    /// Whether the record can be looked at; a bad one is refused alone.
    bool is_readable(bool all_valid) {
        Diagnostics faults;
        if (!records_.sound()) {
            const auto at = records_.fault();
            faults.add({Code::s_syntax,
                        {&source_, at, at + 1},
                        records_.unclosed() ? Message(Word::csv_quote_not_closed)
                                            : Message(Word::csv_quote_misplaced),
                        {Word::quote_whole_field}});
            return refuse(std::move(faults), source_.line_of(at));
        }
        if (all_valid || check_utf8(source_, records_.range(), kSubmissionShape, faults)) {
            return true;
        }
        return refuse(std::move(faults), records_.line());
    }

    /// False when nothing behind the record can be read.
    bool add_record() {
        const auto& fields = records_.fields();
        const auto fit = columns_.fit(fields);
        if (fit == CsvFit::other_delimiter) {
            if (!misparted_) misparted_ = {records_.range(), records_.line(), 0};
            ++misparted_->rows;
            return true;
        }
        report_misparted();
        switch (fit) {
            case CsvFit::row:
                add_row(fields);
                break;
            case CsvFit::width:
                refuse_here(Code::s_bad_width, {Word::row_width, fields.size(), columns_.count()},
                            {Word::fill_row_or_quote});
                break;
            case CsvFit::nameless:
                refuse_here(Code::s_bad_width, {Word::text_without_column},
                            {Word::name_column_or_clear});
                break;
            case CsvFit::header_again:
                refuse_here(Code::s_bad_header, {Word::header_again}, {Word::take_header_out});
                break;
            case CsvFit::other_header:
                refuse_here(Code::s_bad_header, {Word::other_header}, {Word::move_other_header});
                return false;
            case CsvFit::empty:
            case CsvFit::other_delimiter:
                break;
        }
        return true;
    }

    void refuse_here(Code code, Message message, Message help) {
        Diagnostics faults;
        const auto range = records_.range();
        faults.add({code, {&source_, range.begin, range.end}, std::move(message), std::move(help)});
        refuse(std::move(faults), records_.line());
    }

    /// Rows that are parted by another delimiter than the header have one cause, and are told once.
    void report_misparted() {
        if (!misparted_) return;
        const auto [range, line, rows] = *misparted_;
        misparted_.reset();
        const auto delimiter =
            columns_.delimiter() == '\t'
                ? Message(Word::delimiter_tabs)
                : Message(Word::delimiter_mark, std::string(1, columns_.delimiter()));
        Diagnostics faults;
        faults.add({Code::s_bad_width,
                    {&source_, range.begin, range.end},
                    rows == 1 ? Message(Word::row_parted_otherwise, delimiter)
                              : Message(Word::rows_parted_otherwise, rows - 1, delimiter),
                    {Word::save_with_one_delimiter}});
        refuse(std::move(faults), line);
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
        if (open_ && !same_submission(key, key_)) flush();
        if (!open_) begin(row, key);
        add_result(row);
        read_nil(columns_.field(row, CsvField::nil));
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
        const auto& plan = columns_.field(row, CsvField::plan);
        if (!plan.empty()) submission_.plan = plan;
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
        const auto name = csv_name(what);
        reading_.diagnostics.add({Code::s_missing_key,
                                  text.span,
                                  {Word::key_empty, name},
                                  {},
                                  fmt::format("/{}", name)});
        return nullptr;
    }

    /// `true`, `x`, `có`; empty or `false`, `không`: not so.
    void read_nil(const TextView& text) {
        if (text.empty()) return;
        const auto word = fold_name(text.value);
        const auto is = [&](const char* other) { return word == fold_name(other); };
        if (is("true") || is("x") || is("có")) {
            submission_.nil = true;
            submission_.nil_span = text.span;
        } else if (!is("false") && !is("không")) {
            reading_.diagnostics.add({Code::s_bad_value,
                                      text.span,
                                      {Word::neither_yes_nor_no, text.value},
                                      {Word::write_x_or_nothing},
                                      "/nil"});
        }
    }

    void read_dates(const Row& row) {
        auto& faults = reading_.diagnostics;
        if (const auto* received = required(row, CsvField::received)) {
            submission_.received = read_received(*received, true, faults);
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
        faults.add({Code::s_bad_date,
                    written.span,
                    {Word::no_date, written.value},
                    {Word::write_real_day_either_way},
                    "/document/date"});
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
            added.kind = figure_kind_;
            ++result.figure_count;
        }
        const auto& task = columns_.field(row, CsvField::task);
        if (!task.empty()) result.task = task;
        if (!result.task && result.summary.empty() && result.figure_count == 0) return;
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
    const ReadingSink& sink_;
    CsvRecords records_;
    RawFigure::Kind figure_kind_;
    struct Misparted {
        Range range;  ///< of the first
        int line = 1;
        int rows = 0;
    };
    std::optional<Misparted> misparted_;
    bool open_ = false;  ///< a submission is, to which further rows may belong
    CsvKey key_;
    Reading reading_;
    RawSubmission submission_;
    std::deque<std::string> joined_;
    std::vector<Reading> held_;  ///< refused rows behind it
};

}  // namespace

bool read_csv_piece(const Piece& piece, Diagnostics& /*faults*/, const ReadingSink& sink) {
    const CsvColumns columns(*piece.header, piece.indicators);
    if (!columns.faults().has_errors()) {
        PieceReader(piece, columns, sink).read();
    } else if (piece.first) {
        Reading reading;
        reading.diagnostics = columns.faults();
        sink(reading);
    }
    return true;
}

}  // namespace plantool
