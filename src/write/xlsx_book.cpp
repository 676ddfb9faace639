#include "write/xlsx_book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"

namespace plantool::xlsx {
namespace {

constexpr auto kFont = "Times New Roman";
constexpr std::size_t kMostUnits = 32767;     // UTF-16 units in a cell (Excel's limit)
constexpr std::size_t kMostInProperty = 255;  // bytes in a document property or footer

// Nghị định 30/2020/NĐ-CP, Phụ lục I: left 30 mm, right 15 mm, top and bottom 20 mm.
constexpr double inches(double millimetres) {
    return millimetres / 25.4;
}

std::size_t utf16_units(char32_t c) {
    return c > 0xFFFF ? 2 : 1;
}

/// Code points that XML cannot hold.
bool is_noncharacter(char32_t c) {
    return c == 0xFFFE || c == 0xFFFF;
}

std::string visible_lines(std::string_view text) {
    std::string out;
    while (true) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string line(text.substr(0, end));
        if (line.ends_with('\r')) line.pop_back();
        std::replace(line.begin(), line.end(), '\t', ' ');
        out += printable(line);
        if (end == text.size()) return out;
        out += '\n';
        text.remove_prefix(end + 1);
    }
}

/// Into how many lines of so many letters a paragraph breaks: at spaces, or within a word that is
/// longer than a line.
std::size_t broken_lines(std::string_view paragraph, std::size_t per_line) {
    std::size_t lines = 1;
    std::size_t used = 0;
    while (!paragraph.empty()) {
        const auto end = std::min(paragraph.find(' '), paragraph.size());
        const auto word = count_code_points(paragraph.substr(0, end));
        paragraph.remove_prefix(std::min(end + 1, paragraph.size()));
        if (used > 0 && used + 1 + word > per_line) {
            ++lines;
            used = 0;
        }
        if (used > 0) ++used;
        used += word;
        for (; used > per_line; used -= per_line) ++lines;
    }
    return lines;
}

/// How many lines the text takes in a column of that width: so many digits of the 11-point font,
/// which is about as many letters of Times New Roman at 12 points.
std::size_t lines_in(std::string_view text, double width, const Style& style) {
    const double letters = width * 12 / style.size * (style.bold ? 0.93 : 1.0);
    const auto per_line = static_cast<std::size_t>(std::max(1.0, letters));
    std::size_t lines = 0;
    for (std::size_t at = 0; at <= text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        lines += broken_lines(text.substr(at, end - at), per_line);
        at = end + 1;
    }
    return lines;
}

double row_height(std::size_t lines, double size) {
    constexpr double kTallest = 409;  // Excel's limit
    return std::min(kTallest, static_cast<double>(lines) * size * 1.32 + 3);
}

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

std::string shortened(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const auto before = at;
        next_code_point(text, at);
        if (at > kMostInProperty) break;
        out += text.substr(before, at - before);
    }
    return out;
}

}  // namespace

const Style& title_style() {
    static const Style style{.bold = true, .align = Align::center, .middle = true, .size = 14};
    return style;
}

const Style& heading_style() {
    static const Style style{.bold = true, .middle = true, .size = 13};
    return style;
}

const Style& header_style() {
    static const Style style{
        .bold = true, .border = true, .align = Align::center, .middle = true, .fill = 0xD9E2EC};
    return style;
}

const Style& cell_style() {
    static const Style style{.border = true, .middle = true};
    return style;
}

const Style& number_style() {
    static const Style style{
        .wrap = false, .border = true, .align = Align::right, .middle = true, .number = "#,##0"};
    return style;
}

std::string cell_text(std::string_view text, Language language) {
    const auto shown = visible_lines(text);
    const std::string_view mark =
        language == Language::vi ? "… [đã cắt: ô không chứa hết]" : "… [cut: too long for a cell]";
    const auto room = kMostUnits - mark.size();  // bytes are never fewer than units
    std::string out;
    std::size_t units = 0;
    std::size_t fits = 0;  // bytes of `out` that leave room for the mark
    for (std::size_t at = 0; at < shown.size();) {
        auto c = next_code_point(shown, at);
        if (is_noncharacter(c)) c = 0xFFFD;
        units += utf16_units(c);
        if (units > kMostUnits) return out.substr(0, fits) + std::string(mark);
        append_code_point(out, c);
        if (units <= room) fits = out.size();
    }
    return out;
}

std::string number_format(int decimals) {
    return decimals == 0 ? "#,##0"
                         : "#,##0." + std::string(static_cast<std::size_t>(decimals), '0');
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
    style.number = book_.language() == Language::vi ? "dd/mm/yyyy" : "d mmm yyyy";
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

double Sheet::width_of(Col first, Col last) const {
    double width = 0;
    for (Col col = first; col <= last; ++col) {
        const auto found = widths_.find(col);
        width += found == widths_.end() ? LXW_DEF_COL_WIDTH : found->second;
    }
    return width;
}

void Sheet::grow(Row row, std::string_view text, double width, const Style& style) {
    const auto points = row_height(style.wrap ? lines_in(text, width, style) : 1, style.size);
    auto& height = heights_[row];
    if (points <= height) return;
    height = points;
    check(worksheet_set_row(sheet_, row, points, nullptr));
}

void Sheet::widths(const std::vector<double>& columns) {
    Col col = 0;
    for (const double width : columns) {
        check(worksheet_set_column(sheet_, col, col, width, nullptr));
        widths_[col++] = width;
    }
}

void Sheet::freeze_below(Row header) {
    worksheet_freeze_panes(sheet_, header + 1, 0);
}

void Sheet::repeat(Row first, Row last) {
    check(worksheet_repeat_rows(sheet_, first, last));
}

void Sheet::filter(Row header, Row last_row, Col last_col) {
    if (last_row > header) check(worksheet_autofilter(sheet_, header, 0, last_row, last_col));
}

void Sheet::landscape() {
    worksheet_set_landscape(sheet_);
    worksheet_set_margins(sheet_, inches(15), inches(15), inches(25), inches(18));
}

void Sheet::header(Row row, const std::vector<std::string>& titles) {
    Col col = 0;
    for (const auto& title : titles) text(row, col++, title, header_style());
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

Sheet Book::add_sheet(std::string_view name, std::string_view footer) {
    constexpr std::uint8_t kA4 = 9;
    constexpr double kHeaderMargin = inches(10);
    const std::string title(name);
    auto* sheet = workbook_add_worksheet(workbook_, title.c_str());
    if (sheet == nullptr) check(workbook_validate_sheet_name(workbook_, title.c_str()));
    if (sheet == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    worksheet_set_paper(sheet, kA4);
    worksheet_set_margins(sheet, inches(30), inches(15), inches(20), inches(20));
    worksheet_fit_to_pages(sheet, 1, 0);
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
    if (style.border) format_set_border(format, LXW_BORDER_THIN);
    format_set_align(format, horizontal(style.align));
    format_set_align(format, style.middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (style.fill != LXW_COLOR_UNSET) format_set_bg_color(format, style.fill);
    if (style.ink != LXW_COLOR_UNSET) format_set_font_color(format, style.ink);
    if (!style.number.empty()) format_set_num_format(format, style.number.c_str());
    return format;
}

}  // namespace plantool::xlsx
