// Where a CSV text can be cut: rows of one submission stay together, and quotes may hide line
// breaks.

#include <algorithm>
#include <optional>

#include "read/submission/csv/csv_columns.hpp"
#include "read/submission/csv/csv_identity.hpp"
#include "read/submission/csv/csv_records.hpp"
#include "read/submission/reading.hpp"

namespace plantool {
namespace {

/// A record of CSV that begins at `from` or soon behind it: quotes may hide line breaks, so that
/// they are followed from the start on, and nothing else is looked at.
std::size_t record_from(std::string_view text, char delimiter, std::size_t from) {
    std::size_t at = 0;
    const auto next_line = [&](std::size_t behind) {
        const auto end = text.find('\n', behind);
        return end == std::string_view::npos ? text.size() : end + 1;
    };
    while (true) {
        const auto quote = std::min(text.find('"', at), text.size());
        const auto line = next_line(std::max(at, from));
        if (line <= quote) return line;
        const bool opens = quote == 0 || text[quote - 1] == delimiter || text[quote - 1] == '\n';
        auto close = quote;
        while (opens) {
            close = text.find('"', close + 1);
            if (close == std::string_view::npos) return text.size();
            if (close + 1 >= text.size() || text[close + 1] != '"') break;
            ++close;
        }
        at = close + 1;
        const bool goes_on = opens && at < text.size() &&
                             (text[at] == delimiter || text[at] == '\n' || text[at] == '\r');
        if (!goes_on) at = next_line(close);
    }
}

/// Where the last submission of CSV begins: the rows of one stay together.
std::size_t last_submission(const CsvColumns& columns, const Source& source, std::size_t from) {
    CsvRecords records(source, columns.delimiter(), from);
    std::optional<CsvKey> key;
    std::size_t begin = 0;
    while (records.next()) {
        if (!records.sound() || columns.fit(records.fields()) != CsvFit::row) continue;
        const auto next = columns.key_of(records.fields());
        if (key && same_submission(*key, next)) continue;
        key = next;
        begin = records.range().begin;
    }
    return begin;
}

}  // namespace

std::size_t csv_boundary(const Source* header, std::string_view text) {
    constexpr std::size_t kTail = std::size_t{1} << 15U;
    const CsvColumns columns(*header);
    const Source source({}, nullptr, text, 0, 1, 0);
    if (text.size() > kTail) {
        const auto from = record_from(text, columns.delimiter(), text.size() - kTail);
        const auto begin = last_submission(columns, source, from);
        // The first of the tail may have begun before it.
        if (begin > from) return begin;
    }
    return last_submission(columns, source, 0);
}

}  // namespace plantool
