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
    const auto end = std::min<std::size_t>(offset, text_.size());
    return 1 + static_cast<int>(count_code_points(text().substr(start, end - start)));
}

std::string_view Source::line_text(std::uint32_t offset) const {
    const auto start = line_start(offset);
    auto line = text().substr(start, text().find('\n', start) - start);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

}  // namespace plantool
