#include "store/rank.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

// Parts of a fixed width, but for the path and the document's number: the path ends in a byte that
// is less than any in it, and a `/` is less than all others.
constexpr char kEnd = '\x01';
constexpr char kSlash = '\x02';
constexpr int kDays = 1'000'000;  ///< added, so that no number of a day is negative

int number_of(Day day) {
    return static_cast<int>(day.time_since_epoch().count()) + kDays;
}

Day day_of_number(int number) {
    return Day{std::chrono::days{number - kDays}};
}

class Parts {
  public:
    explicit Parts(std::string_view rank) : rest_(rank) {}

    std::int64_t number(std::size_t width) {
        std::int64_t value = 0;
        const auto digits = rest_.substr(0, width);
        const auto* const end = digits.data() + digits.size();
        const auto read = std::from_chars(digits.data(), end, value);
        if (digits.size() < width || read.ptr != end) {
            throw IoError({Word::store_text_damaged, printable(rest_)});
        }
        rest_.remove_prefix(width);
        return value;
    }

    std::string path() {
        const auto end = std::min(rest_.find(kEnd), rest_.size());
        std::string path(rest_.substr(0, end));
        std::replace(path.begin(), path.end(), kSlash, '/');
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        return path;
    }

    std::string rest() const { return std::string(rest_); }

  private:
    std::string_view rest_;
};

}  // namespace

std::string rank_of(const EntryRecord& record, std::int64_t text, const std::string& file) {
    const auto& paper = record.paper;
    auto path = file;
    std::replace(path.begin(), path.end(), '/', kSlash);
    return fmt::format("{:07}{:08}{:07}{}{}{:010}{:012}{:08}{}{}", number_of(paper.received->day),
                       paper.received->millisecond,
                       paper.document_date ? number_of(*paper.document_date) : 0, path, kEnd,
                       record.line, text, record.nth, record.nil ? 1 : 0, record.document);
}

FoldedPaper paper_ranked(std::string_view rank) {
    Parts parts(rank);
    FoldedPaper paper;
    paper.received.day = day_of_number(static_cast<int>(parts.number(7)));
    paper.received.millisecond = static_cast<std::int32_t>(parts.number(8));
    const auto date = static_cast<int>(parts.number(7));
    if (date != 0) paper.document_date = day_of_number(date);
    paper.file = parts.path();
    paper.line = static_cast<int>(parts.number(10));
    parts.number(12);
    parts.number(8);
    paper.nil = parts.number(1) == 1;
    paper.document = parts.rest();
    return paper;
}

}  // namespace plantool
