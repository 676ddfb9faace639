#include "read/submission/csv/csv_records.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include "text/utf8.hpp"

namespace plantool {
namespace {

/// Which bytes of eight are this one, as their highest bits.
std::uint64_t bytes_that_are(char wanted, std::uint64_t eight) {
    constexpr std::uint64_t kOnes = 0x0101010101010101ULL;
    constexpr std::uint64_t kLow = kOnes * 0x7FU;
    const auto differing = eight ^ (kOnes * static_cast<unsigned char>(wanted));
    return ~(((differing & kLow) + kLow) | differing | kLow);
}

/// The places, from one on, where a field may end: delimiters, line breaks, quotes.
class FieldEnds {
  public:
    FieldEnds(std::string_view text, char delimiter, std::size_t at)
        : text_(text), delimiter_(delimiter), at_(at) {}

    /// The next one, or the end of the text.
    std::size_t next() {
        if constexpr (std::endian::native == std::endian::little) {
            while (found_ == 0 && at_ + kWord <= text_.size()) {
                std::uint64_t eight = 0;
                std::memcpy(&eight, text_.data() + at_, kWord);
                found_ = bytes_that_are(delimiter_, eight) | bytes_that_are('\n', eight) |
                         bytes_that_are('"', eight);
                at_ += kWord;
            }
            if (found_ != 0) {
                const auto place = static_cast<std::size_t>(std::countr_zero(found_)) / 8;
                found_ &= found_ - 1;
                return at_ - kWord + place;
            }
        }
        while (at_ < text_.size() && text_[at_] != delimiter_ && text_[at_] != '\n' &&
               text_[at_] != '"') {
            ++at_;
        }
        return std::min(at_++, text_.size());
    }

    void go_to(std::size_t at) {
        at_ = at;
        found_ = 0;
    }

  private:
    static constexpr std::size_t kWord = sizeof(std::uint64_t);
    std::string_view text_;
    char delimiter_;
    std::size_t at_;           ///< all before it was looked at
    std::uint64_t found_ = 0;  ///< of the last eight bytes, those not given yet
};

/// Whether a line may have nothing on it: then its first byte is white space, or begins a wide one.
bool may_be_blank(std::string_view text, std::size_t at) {
    const auto first = static_cast<unsigned char>(text[at]);
    return first <= ' ' || first >= 0x80;
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
        if (begin == text.size()) break;
        if (may_be_blank(text, begin)) {
            const auto end = std::min(text.find('\n', begin), text.size());
            if (trim(text.substr(begin, end - begin)).empty()) {
                next_ = end + 1;
                continue;
            }
        }
        fields_.clear();
        sound_ = true;
        range_.begin = static_cast<std::uint32_t>(begin);
        split();
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

/// Field by field, over as many lines as its quotes hold together. With a fault, the record ends
/// with the line on which that is.
void CsvRecords::split() {
    const auto text = source_.text();
    FieldEnds ends(text, delimiter_, range_.begin);
    std::size_t begin = range_.begin;
    std::size_t end = begin;
    while (true) {
        end = ends.next();
        const bool quote = end < text.size() && text[end] == '"';
        if (quote && end > begin) return fail(end, false);
        if (quote) {
            if (!quoted_field(end)) return;
            ends.go_to(end + 1);
        } else {
            const bool ends_line = end == text.size() || text[end] == '\n';
            const bool carriage = ends_line && end > begin && text[end - 1] == '\r';
            const auto last = carriage ? end - 1 : end;
            add(begin, last, text.substr(begin, last - begin));
        }
        if (end == text.size() || text[end] == '\n') break;
        begin = end + 1;  // behind the delimiter
    }
    range_.end = static_cast<std::uint32_t>(end);
    if (end > range_.begin && text[end - 1] == '\r') --range_.end;
    next_ = end + 1;
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
