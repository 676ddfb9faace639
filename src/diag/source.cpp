#include "diag/source.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool {
namespace {

/// Offsets of which columns are known beforehand, in texts with long lines.
constexpr std::uint32_t kStep = 1024;

int letters_between(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    return static_cast<int>(count_code_points(text.substr(begin, end - begin)));
}

}  // namespace

const std::vector<std::uint32_t>& Source::line_starts() const {
    std::call_once(lines_counted_, [this] {
        // A file of old Macintoshes has nothing but carriage returns.
        const char line_break = text_.find('\n') == std::string_view::npos ? '\r' : '\n';
        line_starts_.push_back(0);
        for (auto end = text_.find(line_break); end != std::string_view::npos;
             end = text_.find(line_break, end + 1)) {
            line_starts_.push_back(static_cast<std::uint32_t>(end + 1));
        }
    });
    return line_starts_;
}

int Source::letters_before(std::uint32_t offset) const {
    std::call_once(letters_counted_, [this] {
        const auto size = static_cast<std::uint32_t>(text_.size());
        letters_.push_back(0);
        for (std::uint32_t at = 0; size - at >= kStep; at += kStep) {
            letters_.push_back(letters_.back() + letters_between(text_, at, at + kStep));
        }
    });
    const auto step = offset / kStep;
    return letters_[step] + letters_between(text_, step * kStep, offset);
}

std::size_t Source::line_index(std::uint32_t offset) const {
    const auto& starts = line_starts();
    const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
    return static_cast<std::size_t>(next - starts.begin()) - 1;
}

std::size_t Source::line_index(std::uint32_t offset, Hint& hint) const {
    const auto& starts = line_starts();
    const auto holds = [&](std::size_t line) {
        return starts[line] <= offset && (line + 1 == starts.size() || offset < starts[line + 1]);
    };
    const bool known = hint.source_ == this && hint.line_ < starts.size();
    if (known && holds(hint.line_)) return hint.line_;
    const bool next = known && hint.line_ + 1 < starts.size() && holds(hint.line_ + 1);
    hint.line_ = next ? hint.line_ + 1 : line_index(offset);
    hint.source_ = this;
    hint.offset_ = starts[hint.line_];
    hint.column_ = 1;
    return hint.line_;
}

int Source::column_in(std::uint32_t start, std::uint32_t offset) const {
    const auto end = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    if (end - start <= 2 * kStep) return 1 + letters_between(text_, start, end);
    return 1 + letters_before(end) - letters_before(start);
}

int Source::line_of(std::uint32_t offset) const {
    return first_line_ + static_cast<int>(line_index(offset));
}

int Source::column_of(std::uint32_t offset) const {
    return column_in(line_starts()[line_index(offset)], offset);
}

Source::Position Source::place_of(std::uint32_t begin, std::uint32_t end, Hint& hint) const {
    Position place;
    const auto line = line_index(begin, hint);
    place.line = first_line_ + static_cast<int>(line);
    const bool near = begin >= hint.offset_ && begin - hint.offset_ <= 2 * kStep;
    place.column = near ? hint.column_ + letters_between(text_, hint.offset_, begin)
                        : column_in(line_starts()[line], begin);
    hint.offset_ = begin;
    hint.column_ = place.column;
    const auto range = text_.substr(begin, end - begin);
    const bool one_line = range.find('\n') == std::string_view::npos;
    place.end_column =
        one_line ? place.column + static_cast<int>(count_code_points(range)) : column_of(end);
    return place;
}

std::string_view Source::line_text(std::uint32_t offset) const {
    const auto& starts = line_starts();
    const auto line = line_index(offset);
    const auto start = starts[line];
    const auto end = line + 1 < starts.size() ? starts[line + 1] - 1 : text_.size();
    auto text = text_.substr(start, end - start);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

std::string_view Source::line_at(int line) const {
    const auto& starts = line_starts();
    const auto index = static_cast<std::size_t>(line - first_line_);
    return line >= first_line_ && index < starts.size() ? line_text(starts[index])
                                                        : std::string_view();
}

std::string_view Source::excerpt(std::uint32_t offset, int before, int most) const {
    const auto line = line_text(offset);
    const auto is_inside = [&](std::size_t at) {  // of a code point
        return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;
    };
    const auto start = line_starts()[line_index(offset)];
    std::size_t from = std::min<std::size_t>(offset - start, line.size());
    for (; before > 0 && from > 0; --before) {
        --from;
        while (from > 0 && is_inside(from)) --from;
    }
    std::size_t to = from;
    for (; most > 0 && to < line.size(); --most) {
        ++to;
        while (is_inside(to)) ++to;
    }
    return line.substr(from, to - from);
}

}  // namespace plantool
