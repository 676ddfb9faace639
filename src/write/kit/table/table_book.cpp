#include "write/kit/table/table_book.hpp"

#include <fmt/format.h>

#include "write/kit/book/book.hpp"
#include "write/kit/book/zip_check.hpp"

namespace plantool {
namespace {

using xlsx::Col;
using xlsx::Row;
using xlsx::Style;

constexpr lxw_color_t kTab = 0x1F4E79;

/// The same, to be sorted where the sheet is protected.
Style unlocked(Style style) {
    style.unlocked = true;
    return style;
}

const Style& open_cell() {
    static const Style style = unlocked(xlsx::cell_style());
    return style;
}

const Style& open_number() {
    static const Style style = unlocked(xlsx::number_style());
    return style;
}

Style with_number(std::string number) {
    return xlsx::with(xlsx::number_style(), [&](Style& s) { s.number = std::move(number); });
}

struct CellWriter {
    xlsx::Sheet& sheet;
    Row row;
    Col col;
    Language language;

    void operator()(std::monostate) const { sheet.blank(row, col, open_cell()); }
    void operator()(const std::string& text) const { sheet.text(row, col, text, open_cell()); }
    void operator()(std::int64_t number) const {
        sheet.number(row, col, static_cast<double>(number), open_number());
    }
    void operator()(double number) const {
        sheet.number(row, col, number,
                     unlocked(with_number(xlsx::number_format(decimals_of(number)))));
    }
    void operator()(Day day) const { sheet.date(row, col, day, open_cell()); }
    void operator()(State state) const {
        const auto label = language == Language::vi ? info(state).vi : info(state).en;
        sheet.text(row, col, label, unlocked(xlsx::state_style(state)));
    }
    void operator()(BookRate rate) const {
        constexpr double kWhole = 10000;
        sheet.number(row, col, rate.ten_thousandths / kWhole,
                     unlocked(with_number(xlsx::percent_format())));
    }
};

}  // namespace

void add_table_sheet(xlsx::Book& book, const BookTable& table) {
    auto sheet = book.add_sheet(table.sheet, table.above.front(), kTab);
    sheet.protect();
    sheet.landscape();
    const auto last_col = static_cast<Col>(table.columns.size() - 1);
    std::vector<std::string> headings;
    std::vector<double> widths;
    for (const auto& column : table.columns) {
        headings.push_back(column.heading);
        widths.push_back(column.width);
    }
    sheet.widths(widths);
    constexpr Row kTitle = 0;
    constexpr Row kHeader = 1;
    sheet.titled(kTitle, 0, sheet.first_page(last_col), table.above);
    Row row = kHeader + 1;
    for (const auto& cells : table.rows) {
        Col col = 0;
        for (const auto& cell : cells) {
            std::visit(CellWriter{sheet, row, col++, book.language()}, cell);
        }
        ++row;
    }
    if (table.rows.empty()) ++row;  // a table has a line
    sheet.table(kHeader, row - 1, headings, table.name);
    sheet.freeze(kHeader + 1, 0);
    sheet.repeat(kHeader, kHeader);
    sheet.print(kTitle, row - 1, last_col);
}

void write_table_book(const AtomicFile& file, std::span<const BookTable> tables, Day as_of,
                      Language language) {
    xlsx::Book book(file.path(), file.folder(), file.target(), language);
    const auto& title = tables.front().above.front();
    book.set_properties(
        {.title = title,
         .subject = {},
         .author = {},
         .company = {},
         .comments = fmt::format("plantool {}; as of {}", PLANTOOL_VERSION, format_date(as_of)),
         .created = as_of});
    for (const auto& table : tables) add_table_sheet(book, table);
    book.close();
    require_sound_zip(file.path(), file.target());
}

}  // namespace plantool
