#include "write/kit/table/table_book.hpp"

#include <fmt/format.h>

#include "write/kit/book/book.hpp"
#include "write/kit/book/zip_check.hpp"

namespace plantool {
namespace {

using xlsx::Align;
using xlsx::Col;
using xlsx::Row;
using xlsx::Style;

constexpr lxw_color_t kTab = 0x1F4E79;

Style with_number(std::string number) {
    return xlsx::with(xlsx::number_style(), [&](Style& s) { s.number = std::move(number); });
}

struct CellWriter {
    xlsx::Sheet& sheet;
    Row row;
    Col col;
    Language language;

    void operator()(std::monostate) const { sheet.blank(row, col, xlsx::cell_style()); }
    void operator()(const std::string& text) const {
        sheet.text(row, col, text, xlsx::cell_style());
    }
    void operator()(std::int64_t number) const {
        sheet.number(row, col, static_cast<double>(number), xlsx::number_style());
    }
    void operator()(double number) const {
        sheet.number(row, col, number, with_number(xlsx::number_format(decimals_of(number))));
    }
    void operator()(Day day) const { sheet.date(row, col, day, xlsx::cell_style()); }
    void operator()(State state) const {
        const auto label = language == Language::vi ? info(state).vi : info(state).en;
        sheet.text(row, col, label, xlsx::state_style(state));
    }
    void operator()(BookRate rate) const {
        constexpr double kWhole = 10000;
        sheet.number(row, col, rate.ten_thousandths / kWhole, with_number(xlsx::percent_format()));
    }
};

void write_table(xlsx::Book& book, const BookTable& table) {
    auto sheet = book.add_sheet(table.sheet, table.above.front(), kTab);
    sheet.landscape();
    const auto last_col = static_cast<Col>(table.columns.size() - 1);
    std::vector<std::string> headings;
    std::vector<double> widths;
    for (const auto& column : table.columns) {
        headings.push_back(column.heading);
        widths.push_back(column.width);
    }
    sheet.widths(widths);
    Row row = 0;
    const auto across = sheet.first_page(last_col);
    static const Style plain{.italic = true, .align = Align::center, .middle = true};
    for (const auto& line : table.above) {
        sheet.merged(row, 0, across, line, row == 0 ? xlsx::title_style() : plain);
        ++row;
    }
    const auto header = row++;
    sheet.header(header, headings);
    for (const auto& cells : table.rows) {
        Col col = 0;
        for (const auto& cell : cells) {
            std::visit(CellWriter{sheet, row, col++, book.language()}, cell);
        }
        ++row;
    }
    sheet.freeze(header + 1, 0);
    sheet.repeat(header, header);
    sheet.filter(header, row - 1, last_col);
    sheet.print(0, row - 1, last_col);
}

}  // namespace

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
    for (const auto& table : tables) write_table(book, table);
    book.close();
    require_sound_zip(file.path(), file.target());
}

}  // namespace plantool
