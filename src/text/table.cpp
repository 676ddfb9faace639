#include "text/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "text/utf8.hpp"

namespace plantool {
namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 8;
constexpr int kNoteIndent = 4;

std::string colored(const std::string& text, std::string_view sgr, bool color) {
    return color && !sgr.empty() ? fmt::format("\x1b[{}m{}\x1b[0m", sgr, text) : text;
}

std::string spaces(int count) {
    return std::string(static_cast<std::size_t>(std::max(0, count)), ' ');
}

/// Columns without text take no room, and no gap.
int total_width(const std::vector<int>& widths) {
    const auto used = std::count_if(widths.begin(), widths.end(), [](int w) { return w > 0; });
    return std::accumulate(widths.begin(), widths.end(), kGap * static_cast<int>(used));
}

}  // namespace

void TextTable::add(std::vector<TableCell> row, TableCell note) {
    rows.push_back(std::move(row));
    notes.push_back(std::move(note));
}

TextTable::Layout TextTable::fit(int width) const {
    Layout layout{.width = width, .columns = std::vector<int>(columns.size(), 0)};
    auto& widths = layout.columns;
    for (const auto& cells : rows) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], display_width(cells[i].text));
        }
    }
    if (width <= 0) return layout;
    for (int excess = total_width(widths) - width; excess > 0; --excess) {
        int* widest = nullptr;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool elastic = columns[i] == Column::text || columns[i] == Column::name;
            if (!elastic || widths[i] <= kNarrowest) continue;
            if (widest == nullptr || widths[i] > *widest) widest = &widths[i];
        }
        if (widest == nullptr) break;
        --*widest;
    }
    int longest = 0;
    for (const auto& note : notes) longest = std::max(longest, display_width(note.text));
    layout.notes_beside = total_width(widths) + kGap + longest <= width;
    return layout;
}

std::string TextTable::row(std::size_t index, const Layout& layout, bool color) const {
    std::string out;
    std::string pending;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const int width = layout.columns[i];
        if (width == 0) continue;
        pending.append(kGap, ' ');
        const auto& cell = rows[index][i];
        const auto text = columns[i] == Column::name ? clip_middle_to_width(cell.text, width)
                                                     : clip_to_width(cell.text, width);
        const auto padding = spaces(width - display_width(text));
        if (columns[i] == Column::right) pending += padding;
        if (!text.empty()) {
            out += pending + colored(text, cell.sgr, color);
            pending.clear();
        }
        if (columns[i] != Column::right) pending += padding;
    }
    const auto& note = notes[index];
    if (note.text.empty()) return out + '\n';
    if (layout.notes_beside) {
        return out + pending + spaces(kGap) + colored(note.text, note.sgr, color) + '\n';
    }
    out += '\n';
    const int room = layout.width > 0 ? std::max(kNarrowest, layout.width - kNoteIndent) : 0;
    for (const auto& line : wrap_to_width(note.text, room)) {
        out += spaces(kNoteIndent) + colored(line, note.sgr, color) + '\n';
    }
    return out;
}

}  // namespace plantool
