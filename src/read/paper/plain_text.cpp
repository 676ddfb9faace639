#include <algorithm>
#include <utility>

#include "read/paper/clean_text.hpp"
#include "read/paper/layout/paper_sections.hpp"
#include "read/paper/paper_text.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr std::size_t kIndent = 2;     // more than the lines around it: a paragraph begins
constexpr std::size_t kCentred = 14;   // a line for itself, or of the right half
constexpr std::size_t kFullLine = 55;  // code points: what is shorter was broken on purpose

std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

bool has_columns(std::string_view line) {
    const auto text = trim(line);
    const bool barred = std::count(text.begin(), text.end(), '|') >= 2;
    return barred || text.find("    ") != std::string_view::npos ||
           text.find('\t') != std::string_view::npos;
}

/// A number alone, as pages have it on top or below.
bool is_page_number(std::string_view line) {
    const auto text = trim(line);
    return text.size() <= 3 && !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool begins_item(std::string_view line) {
    const auto text = trim(line);
    return text.starts_with('-') || text.starts_with('+') || text.starts_with('*') ||
           text.starts_with("•");
}

}  // namespace

PaperText read_plain_text(std::string_view text) {
    const auto clean = clean_text(text);
    PaperText out;
    std::string open;
    std::size_t open_indent = 0;
    std::size_t last_size = 0;  // of the line before, in code points
    const auto close = [&] {
        if (!trim(open).empty()) {
            TextBlock block;
            block.text = std::exchange(open, {});
            out.blocks.push_back(std::move(block));
        }
        open.clear();
    };
    std::string_view rest = clean;
    while (!rest.empty()) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto words = trim(line);
        if (words.empty()) {
            close();
            continue;
        }
        if (is_page_number(line)) continue;
        const auto indent = indent_of(line);
        const bool apart = indent >= kCentred || has_columns(line);
        const bool goes_on = !open.empty() && !apart && !line.starts_with('\t') &&
                             indent <= open_indent + kIndent && last_size >= kFullLine &&
                             !begins_item(line) && !looks_numbered(words);
        if (goes_on) {
            open += " " + std::string(words);
        } else {
            close();
            open = std::string(line);
            open_indent = indent;
        }
        last_size = count_code_points(words) + (apart ? 0 : indent);
        if (apart) close();
    }
    close();
    return out;
}

}  // namespace plantool
