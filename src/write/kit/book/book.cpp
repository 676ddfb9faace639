#include "write/kit/book/book.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <new>
#include <utility>

#include "diag/io_error.hpp"
#include "text/utf8.hpp"
#include "write/kit/book/book_text.hpp"
#include "write/kit/book/pages.hpp"
#include "write/kit/book/spool.hpp"

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

/// What the library says, by what the reader can do about it.
Message reason_of(lxw_error error) {
    switch (error) {
        case LXW_ERROR_MEMORY_MALLOC_FAILED:
            return {Word::out_of_memory};
        case LXW_ERROR_CREATING_TMPFILE:
        case LXW_ERROR_READING_TMPFILE:
            return {Word::temporary_file_failed};
        default:
            return {Word::workbook_library_failed, static_cast<int>(error)};
    }
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

// The library does not ask whether it was given the memory for a cell, a row or a chart, and ends
// the program where it was not. So there is always to be more of it than its next step takes.
constexpr std::size_t kRoomForCell = std::size_t{1} << 14U;
constexpr std::size_t kRoomForSheet = std::size_t{1} << 18U;
constexpr std::size_t kRoomForPacking = std::size_t{1} << 21U;

/// Throws std::bad_alloc where there is not as much.
void require_room(std::size_t bytes) {
    ::operator delete(::operator new(bytes));
}

}  // namespace

Book::Book(const std::filesystem::path& file, const std::filesystem::path& folder,
           std::filesystem::path target, Language language)
    : target_(std::move(target)), language_(language), spool_faults_(spool_faults()) {
    auto temporary = folder.generic_string();
    lxw_workbook_options options{};
    options.tmpdir = temporary.data();
    require_room(kRoomForSheet);
    workbook_ = workbook_new_opt(file.generic_string().c_str(), &options);
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
    if (error == LXW_NO_ERROR) return require_room(kRoomForCell);
    throw IoError({Word::cannot_write, printable(target_.generic_string()), reason_of(error)});
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
    require_room(kRoomForSheet);
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
    check(worksheet_set_footer_opt(sheet, footer_text(footer).c_str(), &options));
    return {*this, sheet, title};
}

void Book::close() {
    require_room(kRoomForPacking);
    auto* workbook = std::exchange(workbook_, nullptr);  // it is freed whether or not this succeeds
    check(workbook_close(workbook));
    if (spool_faults() != spool_faults_) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
}

lxw_format* Book::format(const Style& style) {
    auto& format = formats_[style];
    if (format != nullptr) return format;
    require_room(kRoomForCell);
    format = workbook_add_format(workbook_);
    if (format == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    format_set_font_name(format, kFont);
    format_set_font_size(format, style.size);
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    if (style.underline) format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (style.unlocked) format_set_unlocked(format);
    if (style.wrap) format_set_text_wrap(format);
    if (style.upward) format_set_rotation(format, 90);
    if (style.border) format_set_border(format, LXW_BORDER_THIN);
    if (style.open_top) format_set_top(format, LXW_BORDER_NONE);
    if (style.open_bottom) format_set_bottom(format, LXW_BORDER_NONE);
    format_set_align(format, horizontal(style.align));
    format_set_align(format, style.middle ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
    if (style.fill != LXW_COLOR_UNSET) format_set_bg_color(format, style.fill);
    if (style.ink != LXW_COLOR_UNSET) format_set_font_color(format, style.ink);
    // A number that is wider than its column would be shown as ###.
    if (!style.number.empty() && !style.wrap) format_set_shrink(format);
    if (!style.number.empty()) {
        format_set_num_format(format, in_language(style.number, language_).c_str());
    }
    return format;
}

lxw_format* Book::tint(const Style& style) {
    require_room(kRoomForCell);
    auto* format = workbook_add_format(workbook_);
    if (format == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    if (style.fill != LXW_COLOR_UNSET) format_set_bg_color(format, style.fill);
    if (style.ink != LXW_COLOR_UNSET) format_set_font_color(format, style.ink);
    if (style.bold) format_set_bold(format);
    if (style.italic) format_set_italic(format);
    return format;
}

void Book::name_range(const std::string& name, const std::string& sheet, const std::string& range) {
    const auto formula = fmt::format("='{}'!{}", sheet, range);
    check(workbook_define_name(workbook_, name.c_str(), formula.c_str()));
}

lxw_chart* Book::add_chart(std::uint8_t type) {
    require_room(kRoomForSheet);
    auto* chart = workbook_add_chart(workbook_, type);
    if (chart == nullptr) check(LXW_ERROR_MEMORY_MALLOC_FAILED);
    return chart;
}

}  // namespace plantool::xlsx
