// Tables of Excel's, and titles of several lines.

#include <algorithm>
#include <array>
#include <set>

#include "text/utf8.hpp"
#include "text/vietnamese.hpp"
#include "write/kit/book/book.hpp"
#include "write/kit/book/book_text.hpp"

namespace plantool::xlsx {
namespace {

/// A heading on one line, and unlike those before it.
std::string own_heading(std::string text, std::set<std::string>& taken) {
    std::replace(text.begin(), text.end(), '\n', ' ');
    const auto plain = text;
    for (int i = 2; !taken.insert(to_lower(text)).second; ++i) {
        text = plain + " (" + std::to_string(i) + ")";
    }
    return text;
}

/// What may stand in a name: "Số ngày trễ" as "so_ngay_tre".
std::string plain_name(std::string_view text) {
    std::string out;
    for (const char c : fold_without_diacritics(text)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain) {
            out += c;
        } else if (!out.empty() && out.back() != '_') {
            out += '_';
        }
    }
    while (out.ends_with('_')) out.pop_back();
    return out;
}

}  // namespace

void Sheet::table(Row header, Row last_row, const std::vector<std::string>& headings,
                  const std::string& name) {
    std::set<std::string> taken;
    std::vector<std::string> titles;
    for (const auto& heading : headings) {
        titles.push_back(own_heading(cell_text(heading, book_.language()), taken));
    }
    std::vector<lxw_table_column> columns(titles.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t i = 0; i < titles.size(); ++i) {
        columns[i].header = titles[i].data();
        pointers.push_back(&columns[i]);
    }
    pointers.push_back(nullptr);
    auto own_name = name;
    lxw_table_options options{};
    options.name = own_name.data();
    options.columns = pointers.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;  // none: the cells have their own
    const auto last_col = static_cast<Col>(titles.size() - 1);
    check(worksheet_add_table(sheet_, header, 0, last_row, last_col, &options));
    for (Col col = 0; col <= last_col; ++col) {
        text(header, col, titles[col], header_style());
        const auto of_column = plain_name(headings[col]);
        if (of_column.empty() || !names_.insert(of_column).second) continue;
        book_.name_range(name + "_" + of_column, name_, range_name(header + 1, col, last_row, col));
    }
}

void Sheet::titled(Row row, Col first, Col last, const std::vector<std::string>& lines) {
    static const Style plain{.italic = true, .align = Align::center, .middle = true};
    if (lines.size() == 1) return merged(row, first, last, lines.front(), title_style());
    auto* cell = book_.format(title_style());
    if (last > first) check(worksheet_merge_range(sheet_, row, first, row, last, "", cell));
    std::string below;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        below += "\n" + cell_text(lines[i], book_.language());
    }
    auto title = cell_text(lines.front(), book_.language());
    lxw_rich_string_tuple head{};
    head.format = cell;
    head.string = title.data();
    lxw_rich_string_tuple rest{};
    rest.format = book_.format(plain);
    rest.string = below.data();
    std::array<lxw_rich_string_tuple*, 3> parts = {&head, &rest, nullptr};
    check(worksheet_write_rich_string(sheet_, row, first, parts.data(), cell));
    grow(row, title + below, width_of(first, last), title_style());
}

}  // namespace plantool::xlsx
