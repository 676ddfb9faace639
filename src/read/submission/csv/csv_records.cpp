#include "read/submission/csv/csv_records.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/utf8.hpp"

namespace plantool {
namespace {

/// Which bytes of eight are this one, as their highest bits; above the first, some may be wrong.
std::uint64_t bytes_that_are(char wanted, std::uint64_t eight) {
    constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
    const auto differing = eight ^ (kOnes * static_cast<unsigned char>(wanted));
    return (differing - kOnes) & ~differing & (kOnes << 7U);
}

/// Where, from `at` on, the first delimiter, line break or quote is.
std::size_t unquoted_end(std::string_view text, std::size_t at, char delimiter) {
    if constexpr (std::endian::native == std::endian::little) {
        for (; at + sizeof(std::uint64_t) <= text.size(); at += sizeof(std::uint64_t)) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, text.data() + at, sizeof eight);
            const auto found = bytes_that_are(delimiter, eight) | bytes_that_are('\n', eight) |
                               bytes_that_are('"', eight);
            if (found != 0) return at + static_cast<std::size_t>(std::countr_zero(found)) / 8;
        }
    }
    while (at < text.size() && text[at] != delimiter && text[at] != '\n' && text[at] != '"') ++at;
    return at;
}

}  // namespace

bool CsvRecords::next() {
    const auto text = source_.text();
    if (!started_) line_ = source_.first_line() - 1;
    started_ = true;
    while (next_ < text.size()) {
        line_ += lines_;
        lines_ = 1;
        // Files that were put together have their marks within.
        constexpr std::string_view kMark = "\xEF\xBB\xBF";
        const auto begin = next_ + (text.substr(next_).starts_with(kMark) ? kMark.size() : 0);
        const auto end = std::min(text.find('\n', begin), text.size());
        const auto line = text.substr(begin, end - begin);
        if (trim(line).empty()) {
            next_ = end + 1;
            continue;
        }
        fields_.clear();
        sound_ = true;
        range_.begin = static_cast<std::uint32_t>(begin);
        if (line.find('"') == std::string_view::npos) {
            next_ = end + 1;
            split_plain(line);
        } else {
            split_quoted();
        }
        return true;
    }
    return false;
}

void CsvRecords::add(std::size_t begin, std::size_t end, std::string_view value) {
    auto& field = fields_.emplace_back();
    field.value = trim(value);
    field.span.source = &source_;
    field.span.begin = static_cast<std::uint32_t>(begin);
    field.span.end = static_cast<std::uint32_t>(end);
}

void CsvRecords::split_plain(std::string_view line) {
    if (line.ends_with('\r')) line.remove_suffix(1);
    const auto begin = range_.begin;
    range_.end = static_cast<std::uint32_t>(begin + line.size());
    std::size_t at = 0;
    while (true) {
        const auto end = std::min(line.find(delimiter_, at), line.size());
        add(begin + at, begin + end, line.substr(at, end - at));
        if (end == line.size()) return;
        at = end + 1;
    }
}

/// Field by field, over as many lines as its quotes hold together. With a fault, the record ends
/// with the line on which that is.
void CsvRecords::split_quoted() {
    const auto text = source_.text();
    std::size_t at = range_.begin;
    while (true) {
        if (at < text.size() && text[at] == '"') {
            if (!quoted_field(at)) return;
        } else {
            const auto begin = at;
            at = unquoted_end(text, at, delimiter_);
            if (at < text.size() && text[at] == '"') return fail(at, false);
            const bool ends_line = at == text.size() || text[at] == '\n';
            const auto end = ends_line && at > begin && text[at - 1] == '\r' ? at - 1 : at;
            add(begin, end, text.substr(begin, end - begin));
        }
        if (at == text.size() || text[at] == '\n') break;
        ++at;  // the delimiter
    }
    range_.end = static_cast<std::uint32_t>(at);
    if (at > range_.begin && text[at - 1] == '\r') --range_.end;
    next_ = at + 1;
}

/// Leaves `at` behind the closing quote, on a delimiter, a line break or the end.
bool CsvRecords::quoted_field(std::size_t& at) {
    const auto text = source_.text();
    const auto begin = at;
    bool rewrite = false;
    std::size_t close = at;
    while (true) {
        close = text.find('"', close + 1);
        if (close == std::string_view::npos) {
            fail(begin, true);
            return false;
        }
        if (close + 1 >= text.size() || text[close + 1] != '"') break;
        rewrite = true;
        ++close;
    }
    const auto written = text.substr(begin + 1, close - begin - 1);
    lines_ += static_cast<int>(std::count(written.begin(), written.end(), '\n'));
    rewrite = rewrite || written.find('\r') != std::string_view::npos;
    at = close + 1;
    const bool carriage =
        text.substr(at).starts_with("\r\n") || (at + 1 == text.size() && text[at] == '\r');
    if (carriage) ++at;
    if (at < text.size() && text[at] != delimiter_ && text[at] != '\n') {
        fail(at, false);
        return false;
    }
    std::string_view value = written;
    if (rewrite) {
        auto& made = texts_.emplace_back();
        for (std::size_t i = 0; i < written.size(); ++i) {
            const bool line_end =
                written[i] == '\r' && i + 1 < written.size() && written[i + 1] == '\n';
            if (!line_end) made += written[i];
            if (written[i] == '"') ++i;
        }
        value = made;
    }
    add(begin, close + 1, value);
    return true;
}

void CsvRecords::fail(std::size_t at, bool unclosed) {
    const auto text = source_.text();
    sound_ = false;
    unclosed_ = unclosed;
    fault_ = static_cast<std::uint32_t>(at);
    fields_.clear();
    // A quote that is never closed takes all that follows with it.
    const auto end = unclosed ? text.size() : std::min(text.find('\n', at), text.size());
    range_.end = static_cast<std::uint32_t>(end);
    next_ = end + 1;
}

}  // namespace plantool
