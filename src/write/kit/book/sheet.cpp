#include "write/kit/book/sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "write/kit/book/book.hpp"
#include "write/kit/book/book_text.hpp"
#include "write/kit/book/pages.hpp"

namespace plantool::xlsx {

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

void Sheet::print_on_one_page(Row first, Row last, Col last_col) {
    constexpr double kSmallest = 0.6;
    double height = 0;
    for (Row row = first; row <= last; ++row) height += height_of(row);
    if (page_height(last_col) < height * kSmallest) return print(first, last, last_col);
    check(worksheet_print_area(sheet_, first, 0, last, last_col));
    worksheet_fit_to_pages(sheet_, 1, 1);
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

void Sheet::chart(Row row, lxw_chart* chart, double width, double height, std::string says) {
    constexpr double kWidth = 480;  // pixels of a chart that is not scaled
    constexpr double kHeight = 288;
    lxw_chart_options options{};
    options.x_offset = 4;
    options.y_offset = 4;
    options.x_scale = width / kWidth;
    options.y_scale = height / kHeight;
    options.description = says.data();
    check(worksheet_insert_chart_opt(sheet_, row, 0, chart, &options));
}

void Sheet::landscape() {
    landscape_ = true;
    worksheet_set_landscape(sheet_);
    set_margins(sheet_, kLandscape);
}

void Sheet::hide_row(Row row) {
    lxw_row_col_options hidden{};
    hidden.hidden = 1;
    check(worksheet_set_row_opt(sheet_, row, LXW_DEF_ROW_HEIGHT, nullptr, &hidden));
    heights_[row] = 0;
}

void Sheet::hide_column(Col col) {
    lxw_row_col_options hidden{};
    hidden.hidden = 1;
    check(worksheet_set_column_opt(sheet_, col, col, LXW_DEF_COL_WIDTH, nullptr, &hidden));
    widths_[col] = 0;
}

void Sheet::allow(Row row, Col col, Row last_row, Col last_col, const Typed& typed) {
    constexpr double kLargest = 999'999'999'999'999;
    constexpr lxw_datetime kFirstDay{1901, 1, 1, 0, 0, 0};
    constexpr lxw_datetime kLastDay{9999, 12, 31, 0, 0, 0};
    lxw_data_validation rule{};
    auto advice = typed.advice;
    std::vector<char*> choices;
    auto words = typed.choices;
    for (auto& word : words) choices.push_back(word.data());
    choices.push_back(nullptr);
    rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
    rule.error_type = LXW_VALIDATION_ERROR_TYPE_WARNING;
    rule.error_message = advice.data();
    switch (typed.kind) {
        case Typed::Kind::whole:
        case Typed::Kind::decimal:
            rule.validate = typed.kind == Typed::Kind::whole ? LXW_VALIDATION_TYPE_INTEGER
                                                             : LXW_VALIDATION_TYPE_DECIMAL;
            rule.minimum_number = typed.min.value_or(-kLargest);
            rule.maximum_number = typed.max.value_or(kLargest);
            break;
        case Typed::Kind::day:
            rule.validate = LXW_VALIDATION_TYPE_DATE;
            rule.minimum_datetime = kFirstDay;
            rule.maximum_datetime = kLastDay;
            break;
        case Typed::Kind::one_of:
            rule.validate = LXW_VALIDATION_TYPE_LIST;
            rule.value_list = choices.data();
            break;
    }
    check(worksheet_data_validation_range(sheet_, row, col, last_row, last_col, &rule));
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
    allowed.sort = 1;
    worksheet_protect(sheet_, nullptr, &allowed);
}

void Sheet::protect_form() {
    lxw_protection allowed{};
    allowed.format_cells = 1;
    allowed.format_columns = 1;
    allowed.format_rows = 1;
    allowed.insert_rows = 1;
    allowed.autofilter = 1;
    allowed.sort = 1;
    worksheet_protect(sheet_, nullptr, &allowed);
}

void Sheet::hide() {
    worksheet_hide(sheet_);
}

}  // namespace plantool::xlsx
