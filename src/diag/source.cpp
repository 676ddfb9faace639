#include "diag/source.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool {

std::size_t Source::line_index(std::uint32_t offset) const {
    auto& starts = line_starts_;
    if (starts.empty()) {
        starts.push_back(0);
        for (auto end = text_.find('\n'); end != std::string_view::npos;
             end = text_.find('\n', end + 1)) {
            starts.push_back(static_cast<std::uint32_t>(end + 1));
        }
    }
    const auto holds = [&](std::size_t line) {
        return starts[line] <= offset && (line + 1 == starts.size() || offset < starts[line + 1]);
    };
    if (holds(known_line_)) return known_line_;
    // Mostly it is asked from top to bottom.
    if (known_line_ + 1 < starts.size() && holds(known_line_ + 1)) {
        ++known_line_;
    } else {
        const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
        known_line_ = static_cast<std::size_t>(next - starts.begin()) - 1;
    }
    return known_line_;
}

std::uint32_t Source::line_start(std::uint32_t offset) const {
    const auto line = line_index(offset);
    return line_starts_[line];
}

int Source::line_of(std::uint32_t offset) const {
    return first_line_ + static_cast<int>(line_index(offset));
}

int Source::column_of(std::uint32_t offset) const {
    const auto start = line_start(offset);
    const auto end = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    if (known_.line_start != start || known_.columns.empty()) {
        known_.line_start = known_.offset = start;
        known_.column = 1;
        known_.columns.assign(1, 1);
    }
    // Mostly it is asked from left to right. But a file may be one long line, about which there is
    // much to say in any order.
    if (end < known_.offset || end - known_.offset > kColumnStep) {
        const auto step = (end - start) / kColumnStep;
        auto& columns = known_.columns;
        while (columns.size() <= step) {
            const auto from = start + static_cast<std::uint32_t>(columns.size() - 1) * kColumnStep;
            const auto between = text_.substr(from, kColumnStep);
            columns.push_back(columns.back() + static_cast<int>(count_code_points(between)));
        }
        known_.offset = start + step * kColumnStep;
        known_.column = columns[step];
    }
    const auto between = text_.substr(known_.offset, end - known_.offset);
    known_.column += static_cast<int>(count_code_points(between));
    known_.offset = end;
    return known_.column;
}

Source::Position Source::place_of(std::uint32_t begin, std::uint32_t end) const {
    Position place;
    place.column = column_of(begin);
    place.line = first_line_ + static_cast<int>(known_line_);  // which column_of has looked up
    const auto range = text_.substr(begin, end - begin);
    const bool one_line = range.find('\n') == std::string_view::npos;
    place.end_column =
        one_line ? place.column + static_cast<int>(count_code_points(range)) : column_of(end);
    return place;
}

std::string_view Source::line_text(std::uint32_t offset) const {
    const auto line = line_index(offset);
    const auto start = line_starts_[line];
    const auto end = line + 1 < line_starts_.size() ? line_starts_[line + 1] - 1 : text_.size();
    auto text = text_.substr(start, end - start);
    if (text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

std::string_view Source::excerpt(std::uint32_t offset, int before, int most) const {
    const auto line = line_text(offset);
    const auto is_inside = [&](std::size_t at) {  // of a code point
        return at < line.size() && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80U;
    };
    std::size_t from = std::min<std::size_t>(offset - line_start(offset), line.size());
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
