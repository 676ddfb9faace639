// CSV as RFC 4180 has it, with a comma or a semicolon. Consecutive rows of one document are one
// submission with several results.

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "read/file.hpp"
#include "read/submission.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::array<std::string_view, 13> kColumns = {
    "agency",        "obligation", "period", "received", "document_number",
    "document_date", "via",        "task",   "summary",  "difficulties",
    "proposals",     "next",       "note"};
constexpr std::string_view kFigurePrefix = "figure:";

/// One record: its raw text, and its fields as they read.
struct Record {
    std::shared_ptr<const Source> source;
    std::vector<Text> fields;
};

/// Splits a record into fields. Returns false, with the offset of the fault, when a quote does not
/// close or stands where none can.
bool split(const Source& source, char delimiter, std::vector<Text>& fields, std::uint32_t& fault,
           bool& unclosed) {
    const auto text = source.text();
    std::size_t at = 0;
    unclosed = false;
    while (true) {
        const auto begin = at;
        std::string value;
        if (at < text.size() && text[at] == '"') {
            ++at;
            while (true) {
                const auto quote = text.find('"', at);
                if (quote == std::string_view::npos) {
                    fault = static_cast<std::uint32_t>(begin);
                    unclosed = true;
                    return false;
                }
                value += text.substr(at, quote - at);
                at = quote + 1;
                if (at >= text.size() || text[at] != '"') break;
                value += '"';
                ++at;
            }
            if (at < text.size() && text[at] != delimiter) {
                fault = static_cast<std::uint32_t>(at);
                return false;
            }
        } else {
            at = std::min(text.find(delimiter, at), text.size());
            value = text.substr(begin, at - begin);
            if (const auto quote = value.find('"'); quote != std::string::npos) {
                fault = static_cast<std::uint32_t>(begin + quote);
                return false;
            }
        }
        fields.push_back(
            {to_nfc(value),
             {&source, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)}});
        if (at >= text.size()) return true;
        ++at;
    }
}

char delimiter_of(std::string_view header) {
    bool quoted = false;
    std::ptrdiff_t commas = 0;
    std::ptrdiff_t semicolons = 0;
    for (const char c : header) {
        if (c == '"') quoted = !quoted;
        if (quoted) continue;
        commas += c == ',' ? 1 : 0;
        semicolons += c == ';' ? 1 : 0;
    }
    return semicolons > commas ? ';' : ',';
}

class CsvReader {
  public:
    CsvReader(const std::filesystem::path& path, const Zone& zone, const ReadingSink& sink)
        : name_(path.string()), lines_(path), zone_(zone), sink_(sink) {}

    void read() {
        if (!read_header()) return;
        while (auto record = next_record()) add_row(*record);
        flush();
    }

  private:
    /// The next record that could be split; bad ones are refused on the way.
    std::optional<Record> next_record() {
        std::string line;
        while (lines_.next(line)) {
            if (trim(line).empty()) continue;
            const int first_line = lines_.line_number();
            const auto first_offset = lines_.line_offset();
            Record record;
            std::uint32_t fault = 0;
            bool unclosed = false;
            while (true) {
                record.fields.clear();
                record.source =
                    std::make_shared<const Source>(name_, line, first_line, first_offset);
                if (split(*record.source, delimiter_, record.fields, fault, unclosed)) break;
                if (!unclosed || !append_to_closing_quote(line)) {
                    refuse_quote(record, fault, unclosed);
                    record.fields.clear();
                    break;
                }
            }
            if (record.fields.empty()) continue;
            Diagnostics faults;
            if (check_utf8(*record.source, kSubmissionShape, faults)) return record;
            refuse(std::move(faults), first_line);
        }
        return std::nullopt;
    }

    /// Adds lines up to one with an odd number of quotes: only there the open quote can close.
    bool append_to_closing_quote(std::string& record) {
        std::string more;
        while (lines_.next(more)) {
            record += '\n';
            record += more;
            if (std::count(more.begin(), more.end(), '"') % 2 == 1) return true;
        }
        return false;
    }

    void refuse_quote(const Record& record, std::uint32_t fault, bool unclosed) {
        Diagnostics faults;
        faults.add(
            {Code::s_syntax,
             {record.source.get(), fault, fault + 1},
             unclosed ? "the quote that opens here is never closed" : "a quote cannot stand here",
             "put the whole field in quotes and double each quote in it"});
        refuse(std::move(faults), record.source->line_of(fault));
    }

    void refuse(Diagnostics faults, int line) {
        Reading reading;
        reading.origin = {name_, line};
        reading.diagnostics = std::move(faults);
        constexpr std::size_t kMostHeld = 100;
        if (rows_.empty()) {
            sink_(std::move(reading));
        } else {
            // The rows read so far come first, and may go on behind the bad one.
            held_.push_back(std::move(reading));
            if (held_.size() == kMostHeld) flush();
        }
    }

    bool read_header() {
        std::string line;
        if (!lines_.next(line)) {
            const Source empty(name_, "");
            Diagnostics faults;
            faults.add({Code::s_bad_header,
                        {&empty, 0, 0},
                        "the file is empty",
                        "the first line names the columns"});
            refuse(std::move(faults), 1);
            return false;
        }
        delimiter_ = delimiter_of(line);
        header_ = std::make_shared<const Source>(name_, line, 1, lines_.line_offset());
        Diagnostics faults;
        std::uint32_t fault = 0;
        bool unclosed = false;
        if (!check_utf8(*header_, kSubmissionShape, faults)) {
            refuse(std::move(faults), 1);
            return false;
        }
        if (!split(*header_, delimiter_, columns_, fault, unclosed)) {
            faults.add({Code::s_bad_header,
                        {header_.get(), fault, fault + 1},
                        unclosed ? "the quote that opens here is never closed"
                                 : "a quote cannot stand here",
                        "name each column without quotes"});
        } else {
            check_columns(faults);
        }
        if (!faults.has_errors()) return true;
        refuse(std::move(faults), 1);
        return false;
    }

    void check_columns(Diagnostics& faults) {
        const std::vector<std::string> known(kColumns.begin(), kColumns.end());
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            auto& column = columns_[i];
            column.value = trim(column.value);
            for (std::size_t j = 0; j < i; ++j) {
                if (columns_[j].value != column.value) continue;
                faults.add({Code::s_bad_header, column.span,
                            fmt::format("the column `{}` stands twice", column.value),
                            "keep one of the two"});
                break;
            }
            const bool figure = column.value.starts_with(kFigurePrefix);
            if (column.value == kFigurePrefix) {
                faults.add(
                    {Code::s_bad_header, column.span, "the column names no indicator",
                     "write the indicator's id after the colon, as in `figure:lop-boi-duong`"});
                continue;
            }
            if (figure || std::find(known.begin(), known.end(), column.value) != known.end()) {
                continue;
            }
            auto help = did_you_mean(column.value, known);
            if (help.empty()) help = fmt::format("known: {}, figure:ID", fmt::join(known, ", "));
            faults.add({Code::s_bad_header, column.span,
                        fmt::format("unknown column `{}`", column.value), help});
        }
        for (const auto* required : {"agency", "obligation", "received"}) {
            if (column(required)) continue;
            faults.add({Code::s_bad_header,
                        {header_.get(), 0, 1},
                        fmt::format("the column `{}` is missing", required),
                        "add it to the header and to every row"});
        }
    }

    std::optional<std::size_t> column(std::string_view name) const {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].value == name) return i;
        }
        return std::nullopt;
    }

    /// The field, or an empty text that points at the row.
    Text field(const Record& record, std::string_view name) const {
        const auto ix = column(name);
        return ix ? record.fields[*ix] : Text{"", {record.source.get(), 0, 0}};
    }

    static constexpr std::array<std::string_view, 6> kSameDocument = {
        "agency", "obligation", "period", "received", "document_number", "document_date"};

    bool continues(const Record& record) const {
        return !rows_.empty() &&
               std::all_of(kSameDocument.begin(), kSameDocument.end(), [&](std::string_view name) {
                   return field(record, name).value == field(rows_.front(), name).value;
               });
    }

    void add_row(Record& record) {
        if (record.fields.size() != columns_.size()) {
            Diagnostics faults;
            const auto size = static_cast<std::uint32_t>(record.source->text().size());
            faults.add({Code::s_bad_width,
                        {record.source.get(), 0, size},
                        fmt::format("this row has {} fields, the header {}", record.fields.size(),
                                    columns_.size()),
                        "fill the row up, or put fields that hold the delimiter in quotes"});
            refuse(std::move(faults), record.source->line_of(0));
            return;
        }
        if (!continues(record)) flush();
        rows_.push_back(std::move(record));
    }

    void flush() {
        if (rows_.empty()) return;
        Reading reading;
        const auto& first = rows_.front();
        reading.origin = {name_, first.source->line_of(0)};
        RawSubmission out;
        out.origin = reading.origin;
        out.span = {first.source.get(), 0, 1};
        auto& faults = reading.diagnostics;
        out.agency = required(first, "agency", faults);
        out.obligation = required(first, "obligation", faults);
        if (auto period = field(first, "period"); !period.empty()) out.period = period;
        out.document_number = field(first, "document_number").value;
        read_dates(first, out, faults);
        if (const auto via = field(first, "via"); !via.empty()) out.via = read_via(via, faults);
        for (const auto& row : rows_) {
            add_result(row, out, faults);
            join(out.difficulties, field(row, "difficulties").value);
            join(out.proposals, field(row, "proposals").value);
            join(out.next, field(row, "next").value);
            join(out.note, field(row, "note").value);
        }
        reading.submission = std::move(out);
        // The rows must outlive the sink's use of the spans.
        const auto rows = std::move(rows_);
        rows_.clear();
        sink_(std::move(reading));
        for (auto& refused : held_) sink_(std::move(refused));
        held_.clear();
    }

    std::optional<Text> required(const Record& row, std::string_view name, Diagnostics& faults) {
        auto text = field(row, name);
        if (!text.empty()) return text;
        faults.add({Code::s_missing_key,
                    text.span,
                    fmt::format("`{}` is empty", name),
                    {},
                    fmt::format("/{}", name)});
        return std::nullopt;
    }

    void read_dates(const Record& row, RawSubmission& out, Diagnostics& faults) {
        if (const auto received = required(row, "received", faults)) {
            out.received = read_received(*received, zone_, true, faults);
        }
        const auto written = field(row, "document_date");
        if (written.empty()) return;
        auto day = parse_date(written.value);
        if (!day) day = parse_day_month_year(written.value);
        if (day) {
            out.document_date = Spanned<Day>{*day, written.span};
            return;
        }
        faults.add({Code::s_bad_date, written.span, fmt::format("`{}` is no date", written.value),
                    "write an existing day as YYYY-MM-DD or dd/mm/yyyy", "/document/date"});
    }

    void add_result(const Record& row, RawSubmission& out, Diagnostics& faults) {
        RawResult result;
        result.span = {row.source.get(), 0, 1};
        result.summary = field(row, "summary").value;
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const auto& name = columns_[i];
            if (!name.value.starts_with(kFigurePrefix) || row.fields[i].empty()) continue;
            RawFigure figure;
            figure.indicator = {name.value.substr(kFigurePrefix.size()), name.span};
            figure.value = row.fields[i];
            result.figures.push_back(std::move(figure));
        }
        if (auto task = field(row, "task"); !task.empty()) result.task = std::move(task);
        if (!result.task && result.summary.empty() && result.figures.empty()) return;
        if (!result.task) {
            faults.add({Code::s_missing_key,
                        {row.source.get(), 0, 1},
                        "a result stands here, but `task` is empty",
                        "say of which task it speaks",
                        "/results"});
        }
        out.results.push_back(std::move(result));
    }

    static void join(std::string& into, const std::string& text) {
        if (text.empty() || into == text || into.ends_with("\n" + text)) return;
        if (!into.empty()) into += '\n';
        into += text;
    }

    std::string name_;
    LineReader lines_;
    const Zone& zone_;
    const ReadingSink& sink_;
    char delimiter_ = ',';
    std::shared_ptr<const Source> header_;
    std::vector<Text> columns_;
    std::vector<Record> rows_;
    std::vector<Reading> held_;  ///< refused rows behind those
};

}  // namespace

void read_csv(const std::filesystem::path& path, const Zone& zone, const ReadingSink& sink) {
    CsvReader(path, zone, sink).read();
}

}  // namespace plantool
