#include "write/xlsx_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "write/xlsx_pages.hpp"
#include "write/xlsx_text.hpp"

namespace plantool::xlsx {
namespace {

constexpr auto kFont = "Times New Roman";

lxw_format_alignments horizontal(Align align) {
    switch (align) {
        case Align::left:
            return LXW_ALIGN_LEFT;
        case Align::center:
            return LXW_ALIGN_CENTER;
        case Align::right:
            return LXW_ALIGN_RIGHT;
    }
    return LXW_ALIGN_LEFT;
}

void set_margins(lxw_worksheet* sheet, const Page& page) {
    worksheet_set_margins(sheet, inches(page.left), inches(page.right), inches(page.top),
                          inches(page.bottom));
}

/// The number format with the marks of the language, for programs that heed it; others take those
/// of the computer.
std::string in_language(const std::string& format, Language language) {
    const std::string tag = language == Language::vi ? "[$-42A]" : "[$-409]";
    auto out = tag;
    for (const char c : format) {
        out += c;
        if (c == ';') out += tag;
    }
    return out;
}

}  // namespace

std::string date_format(Day day, Language language) {
    if (language == Language::en) return "d mmm yyyy";
    const bool zero = static_cast<unsigned>(civil(day).month()) <= 2;
    return zero ? "dd/mm/yyyy" : "dd/m/yyyy";
}

std::string range_name(Row row, Col col, Row last_row, Col last_col) {
    return cell_name(row, col) + ":" + cell_name(last_row, last_col);
}

std::string cell_name(Row row, Col col) {
    std::array<char, LXW_MAX_CELL_NAME_LENGTH> name{};
    lxw_rowcol_to_cell_abs(name.data(), row, col, 1, 1);
    return name.data();
}

// ---- Sheet -------------------------------------------------------------------------------------

Sheet::Sheet(Book& book, lxw_worksheet* sheet, std::string name)
    : book_(book), sheet_(sheet), name_(std::move(name)) {}

void Sheet::check(lxw_error error) const {
    book_.check(error);
}

void Sheet::text(Row row, Col col, std::string_view text, const Style& style) {
    if (text.empty()) return blank(row, col, style);
    const auto shown = cell_text(text, book_.language());
    check(worksheet_write_string(sheet_, row, col, shown.c_str(), book_.format(style)));
    grow(row, shown, width_of(col, col), style);
}

void Sheet::number(Row row, Col col, double value, const Style& style) {
    check(worksheet_write_number(sheet_, row, col, value, book_.format(style)));
}

void Sheet::date(Row row, Col col, Day day, Style style) {
    const auto ymd = civil(day);
    constexpr int kFirstYear = 1901;  // before it, Excel's days are wrong or none
    style.align = Align::center;
    style.wrap = false;
    if (static_cast<int>(ymd.year()) < kFirstYear) {
        return text(row, col, short_date(day, book_.language()), style);
    }
    style.number = date_format(day, book_.language());
    lxw_datetime when{};
    when.year = static_cast<int>(ymd.year());
    when.month = static_cast<int>(static_cast<unsigned>(ymd.month()));
    when.day = static_cast<int>(static_cast<unsigned>(ymd.day()));
    check(worksheet_write_datetime(sheet_, row, col, &when, book_.format(style)));
}

void Sheet::formula(Row row, Col col, const std::string& formula, double value,
                    const Style& style) {
    check(
        worksheet_write_formula_num(sheet_, row, col, formula.c_str(), book_.format(style), value));
}

void Sheet::formula(Row row, Col col, const std::string& formula, const std::string& value,
                    const Style& style) {
    check(worksheet_write_formula_str(sheet_, row, col, formula.c_str(), book_.format(style),
                                      value.c_str()));
}

void Sheet::blank(Row row, Col col, const Style& style) {
    check(worksheet_write_blank(sheet_, row, col, book_.format(style)));
}

void Sheet::merged(Row row, Col first, Col last, std::string_view text, const Style& style) {
    auto* format = book_.format(style);
    check(worksheet_merge_range(sheet_, row, first, row, last, "", format));
    if (text.empty()) return;
    // The library would not say whether it could write the text, so it is written apart.
    const auto shown = cell_text(text, book_.language());
    check(worksheet_write_string(sheet_, row, first, shown.c_str(), format));
    grow(row, shown, width_of(first, last), style);
}

void Sheet::link(Row row, Col first, Col last, const std::string& sheet, Row to_row,
                 std::string_view text, const Style& style) {
    auto* format = book_.format(style);
    if (last > first) check(worksheet_merge_range(sheet_, row, first, row, last, "", format));
    const auto shown = cell_text(text, book_.language());
    const auto place = fmt::format("internal:'{}'!A{}", sheet, to_row + 1);
    check(
        worksheet_write_url_opt(sheet_, row, first, place.c_str(), format, shown.c_str(), nullptr));
    grow(row, shown, width_of(first, last), style);
}

double Sheet::width_of(Col first, Col last) const {
    double width = 0;
    for (Col col = first; col <= last; ++col) {
        const auto found = widths_.find(col);
        width += found == widths_.end() ? LXW_DEF_COL_WIDTH : found->second;
    }
    return width;
}

void Sheet::grow(Row row, std::string_view text, double width, const Style& style) {
    if (style.upward) return;  // how high such a row is to be is the caller's to say
    const auto points = row_height(style.wrap ? lines_in(text, width, style) : 1, style.size);
    auto& height = heights_[row];
    if (points <= height) return;
    height = points;
    check(worksheet_set_row(sheet_, row, points, nullptr));
}

void Sheet::widths(const std::vector<double>& columns) {
    Col col = 0;
    for (const double one : columns) width(col++, one);
}

void Sheet::width(Col col, double width) {
    check(worksheet_set_column(sheet_, col, col, width, nullptr));
    widths_[col] = width;
}

void Sheet::height(Row row, double points) {
    heights_[row] = points;
    check(worksheet_set_row(sheet_, row, points, nullptr));
}

void Sheet::freeze(Row row, Col col) {
    worksheet_freeze_panes(sheet_, row, col);
}

void Sheet::repeat(Row first, Row last) {
    check(worksheet_repeat_rows(sheet_, first, last));
    repeated_ = {first, last};
}

void Sheet::filter(Row header, Row last_row, Col last_col) {
    if (last_row > header) check(worksheet_autofilter(sheet_, header, 0, last_row, last_col));
}

void Sheet::print(Row first, Row last, Col last_col) {
    check(worksheet_print_area(sheet_, first, 0, last, last_col));
    const auto pages = pages_across(last_col);
    worksheet_fit_to_pages(sheet_, static_cast<std::uint16_t>(pages), 0);
    if (pages > 1) check(worksheet_repeat_columns(sheet_, 0, 1));
    auto breaks = page_breaks({.first = first,
                               .last = last,
                               .page = page_height(last_col),
                               .together = together_,
                               .repeated = repeated_},
                              [&](Row row) { return height_of(row); });
    if (breaks.empty()) return;
    breaks.push_back(0);  // ends the list
    check(worksheet_set_h_pagebreaks(sheet_, breaks.data()));
}

std::size_t Sheet::pages_across(Col last_col) const {
    return static_cast<std::size_t>(std::ceil(width_of(0, last_col) / kWidestPage));
}

Col Sheet::first_page(Col last_col) const {
    const double page = width_of(0, last_col) / static_cast<double>(pages_across(last_col));
    Col col = 0;
    for (double used = width_of(0, 0); col < last_col; ++col) {
        used += width_of(col + 1, col + 1);
        if (used > page) break;
    }
    return col;
}

void Sheet::keep_together(Row first, Row last) {
    together_.emplace_back(first, last);
}

double Sheet::height_of(Row row) const {
    const auto found = heights_.find(row);
    return found == heights_.end() ? LXW_DEF_ROW_HEIGHT : found->second;
}

double Sheet::page_height(Col last_col) const {
    constexpr double kPixel = 0.75;  // points
    const auto& page = landscape_ ? kLandscape : kUpright;
    double width = 0;
    for (Col col = 0; col <= last_col; ++col) width += (width_of(col, col) * 7 + 5) * kPixel;
    width /= static_cast<double>(pages_across(last_col));
    const double scale = std::min(1.0, points(page.width - page.left - page.right) / width);
    return points(page.height - page.top - page.bottom) / scale;
}

void Sheet::tint(Row row, Col col, Row last_row, Col last_col, const std::string& beginning,
                 const Style& style) {
    auto start = beginning;
    lxw_conditional_format rule{};
    rule.type = LXW_CONDITIONAL_TYPE_TEXT;
    rule.criteria = LXW_CONDITIONAL_CRITERIA_TEXT_BEGINS_WITH;
    rule.value_string = start.data();
    rule.format = book_.tint(style);
    check(worksheet_conditional_format_range(sheet_, row, col, last_row, last_col, &rule));
}

void Sheet::chart(Row row, lxw_chart* chart, double width, double height) {
    constexpr double kWidth = 480;  // pixels of a chart that is not scaled
    constexpr double kHeight = 288;
    lxw_chart_options options{};
    options.x_offset = 4;
    options.y_offset = 4;
    options.x_scale = width / kWidth;
    options.y_scale = height / kHeight;
    check(worksheet_insert_chart_opt(sheet_, row, 0, chart, &options));
}

void Sheet::landscape() {
    landscape_ = true;
    worksheet_set_landscape(sheet_);
    set_margins(sheet_, kLandscape);
}

void Sheet::header(Row row, const std::vector<std::string>& titles) {
    Col col = 0;
    for (const auto& title : titles) text(row, col++, title, header_style());
}

void Sheet::protect() {
    lxw_protection allowed{};
    allowed.format_columns = 1;
    allowed.format_rows = 1;
    allowed.autofilter = 1;
    worksheet_protect(sheet_, nullptr, &allowed);
}

// ---- Book --------------------------------------------------------------------------------------

Book::Book(const std::filesystem::path& file, const std::filesystem::path& folder,
           std::filesystem::path target, Language language)
    : target_(std::move(target)), language_(language) {
    auto temporary = folder.string();
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    workbook_ = workbook_new_opt(file.c_str(), &options);
    if (workbook_ == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    // Cells that nobody wrote to, and the row and column headings, have the first format.
    auto* normal = STAILQ_FIRST(workbook_->formats);
    format_set_font_name(normal, kFont);
    // The widths of columns are counted in its digits. At 14 pixels they are 7 wide with nothing to
    // round, so that all programs come to the same widths, and to the same pages.
    constexpr double kFourteenPixels = 10.5;
    format_set_font_size(normal, kFourteenPixels);
}

Book::~Book() {
    if (workbook_ != nullptr) lxw_workbook_free(workbook_);
}

void Book::check(lxw_error error) const {
    if (error == LXW_NO_ERROR) return;
    throw IoError(
        fmt::format("cannot write {}: {}", printable(target_.string()), lxw_strerror(error)));
}

void Book::set_properties(const Properties& p) {
    auto title = shortened(printable(p.title));
    auto subject = shortened(printable(p.subject));
    auto author = shortened(printable(p.author));
    auto company = shortened(printable(p.company));
    auto comments = shortened(printable(p.comments));
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.author = author.data();
    properties.company = company.data();
    properties.comments = comments.data();
    // Without it the library takes the clock's time, and no two runs would be alike.
    properties.created = std::chrono::system_clock::to_time_t(p.created);
    if (properties.created == 0) properties.created = 1;
    check(workbook_set_properties(workbook_, &properties));
}

Sheet Book::add_sheet(std::string_view name, std::string_view footer, lxw_color_t tab) {
    constexpr std::uint8_t kA4 = 9;
    constexpr double kHeaderMargin = inches(10);
    const std::string title(name);
    auto* sheet = workbook_add_worksheet(workbook_, title.c_str());
    if (sheet == nullptr) check(workbook_validate_sheet_name(workbook_, title.c_str()));
    if (sheet == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    worksheet_set_paper(sheet, kA4);
    worksheet_set_tab_color(sheet, tab);
    set_margins(sheet, kUpright);
    worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
    lxw_header_footer_options options{};
    options.margin = kHeaderMargin;
    check(worksheet_set_header_opt(sheet, "&C&\"Times New Roman,Regular\"&13&P", &options));
    std::string doubled;  // & begins a code
    for (const char c : printable(footer)) doubled += c == '&' ? "&&" : std::string(1, c);
    const auto below = shortened("&L&\"Times New Roman,Italic\"&9" + doubled);
    check(worksheet_set_footer_opt(sheet, below.c_str(), &options));
    return {*this, sheet, title};
}

void Book::close() {
    auto* workbook = std::exchange(workbook_, nullptr);  // it is freed whether or not this succeeds
    check(workbook_close(workbook));
}

lxw_format* Book::format(const Style& style) {
    auto& format = formats_[style];
    if (format != nullptr) return format;
    format = workbook_add_format(workbook_);
    if (format == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    format_set_font_name(format, kFont);
    format_set_font_size(format, style.size);
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (style.wrap) format_set_text_wrap(format);
    if (style.upward) format_set_rotation(format, 90);
    if (style.border) format_set_border(format, LXW_BORDER_THIN);
    if (style.open_top) format_set_top(format, LXW_BORDER_NONE);
    if (style.open_bottom) format_set_bottom(format, LXW_BORDER_NONE);
    format_set_align(format, horizontal(style.align));
    format_set_align(format, style.middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (style.fill != LXW_COLOR_UNSET) format_set_bg_color(format, style.fill);
    if (style.ink != LXW_COLOR_UNSET) format_set_font_color(format, style.ink);
    if (!style.number.empty()) {
        format_set_num_format(format, in_language(style.number, language_).c_str());
    }
    return format;
}

lxw_format* Book::tint(const Style& style) {
    auto* format = workbook_add_format(workbook_);
    if (format == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    if (style.fill != LXW_COLOR_UNSET) format_set_bg_color(format, style.fill);
    if (style.ink != LXW_COLOR_UNSET) format_set_font_color(format, style.ink);
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    return format;
}

lxw_chart* Book::add_chart(std::uint8_t type) {
    auto* chart = workbook_add_chart(workbook_, type);
    if (chart == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    return chart;
}

}  // namespace plantool::xlsx
