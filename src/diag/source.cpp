#include "diag/source.hpp"

#include <algorithm>

#include "text/utf8.hpp"

namespace plantool {

std::uint32_t Source::line_start(std::uint32_t offset) const {
    if (line_starts_.empty()) {
        line_starts_.push_back(0);
        for (std::uint32_t i = 0; i < text_.size(); ++i) {
            if (text_[i] == '\n') line_starts_.push_back(i + 1);
        }
    }
    return *std::prev(std::upper_bound(line_starts_.begin(), line_starts_.end(), offset));
}

int Source::line_of(std::uint32_t offset) const {
    const auto start = line_start(offset);
    const auto found = std::lower_bound(line_starts_.begin(), line_starts_.end(), start);
    return first_line_ + static_cast<int>(found - line_starts_.begin());
}

int Source::column_of(std::uint32_t offset) const {
    const auto start = line_start(offset);
    const auto end = std::min(offset, static_cast<std::uint32_t>(text_.size()));
    if (known_.line_start != start || known_.offset > end) known_ = {start, start, 1};
    const auto between = text().substr(known_.offset, end - known_.offset);
    known_ = {start, end, known_.column + static_cast<int>(count_code_points(between))};
    return known_.column;
}

std::string_view Source::line_text(std::uint32_t offset) const {
    const auto start = line_start(offset);
    auto line = text().substr(start, text().find('\n', start) - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
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
