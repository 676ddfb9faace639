#include "cli/import/form_sheet.hpp"

#include <algorithm>

#include "core/submission/form_keys.hpp"
#include "text/utf8.hpp"

namespace plantool {

std::map<std::string, std::string> workbook_keys(const Workbook& book) {
    std::map<std::string, std::string> keys;
    for (const auto& sheet : book.sheets) {
        if (sheet.name != form::kKeySheet) continue;
        for (const auto& cell : sheet.cells) {
            if (cell.column != 1) continue;
            const auto value = std::find_if(
                sheet.cells.begin(), sheet.cells.end(),
                [&](const SheetCell& other) { return other.row == cell.row && other.column == 2; });
            keys.emplace(trim(cell.text), value == sheet.cells.end()
                                              ? std::string()
                                              : std::string(trim(value->text)));
        }
    }
    return keys;
}

std::optional<KeyedSheet> KeyedSheet::find(const Workbook& book,
                                           const std::vector<std::string_view>& columns) {
    for (const auto& sheet : book.sheets) {
        if (sheet.name == form::kKeySheet) continue;
        std::map<int, std::map<std::string, int>> by_row;
        for (const auto& cell : sheet.cells) {
            if (cell.kind == SheetCell::Kind::text) {
                by_row[cell.row].emplace(std::string(trim(cell.text)), cell.column);
            }
        }
        for (auto& of_row : by_row) {
            auto& keys = of_row.second;
            const bool all = std::all_of(columns.begin(), columns.end(), [&](std::string_view key) {
                return keys.contains(std::string(key));
            });
            if (!all) continue;
            KeyedSheet found;
            found.sheet_ = &sheet;
            found.key_row_ = of_row.first;
            found.columns_ = std::move(keys);
            for (const auto& cell : sheet.cells) found.cells_[{cell.row, cell.column}] = &cell;
            return found;
        }
    }
    return std::nullopt;
}

std::vector<int> KeyedSheet::rows() const {
    std::vector<int> out;
    for (const auto& [place, cell] : cells_) {
        if (place.first > key_row_ && (out.empty() || out.back() != place.first)) {
            out.push_back(place.first);
        }
    }
    return out;
}

const SheetCell* KeyedSheet::at(int row, int column) const {
    const auto found = cells_.find({row, column});
    return found == cells_.end() ? nullptr : found->second;
}

const SheetCell* KeyedSheet::at(int row, std::string_view column) const {
    const auto found = columns_.find(std::string(column));
    return found == columns_.end() ? nullptr : at(row, found->second);
}

}  // namespace plantool
