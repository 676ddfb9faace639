// A workbook with every call of libxlsxwriter checked: a failure is an IoError, a text is always
// written as text, and a style is said once where it is used. The sheets are built with this.
#pragma once

#include <xlsxwriter.h>

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/date.hpp"
#include "text/labels.hpp"

namespace plantool::xlsx {

using Row = lxw_row_t;
using Col = lxw_col_t;

enum class Align : std::uint8_t { left, center, right };

/// How a cell looks. Times New Roman throughout.
struct Style {
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool wrap = true;
    bool border = false;
    Align align = Align::left;
    bool middle = false;  ///< vertically; else at the top
    double size = 12;
    lxw_color_t fill = LXW_COLOR_UNSET;
    lxw_color_t ink = LXW_COLOR_UNSET;
    std::string number = {};  ///< number format

    auto operator<=>(const Style&) const = default;
};

/// A style with something changed: `with(kCell, [](Style& s) { s.bold = true; })`.
template <class Change>
Style with(Style style, Change change) {
    change(style);
    return style;
}

/// The styles that the sheets share.
const Style& title_style();
const Style& heading_style();
const Style& header_style();  ///< of a table's columns
const Style& cell_style();
const Style& number_style();  ///< a whole number in a table

/// A text as a cell can hold it: control characters made visible, line breaks kept, cut with a
/// visible mark where it is longer than 32,767 UTF-16 units.
std::string cell_text(std::string_view text, Language language);

struct Properties {
    std::string title;
    std::string subject;
    std::string author;
    std::string company;
    std::string comments;
    Day created;  ///< at 00:00
};

class Book;

class Sheet {
  public:
    Sheet(Book& book, lxw_worksheet* sheet, std::string name);

    void text(Row row, Col col, std::string_view text, const Style& style);
    void number(Row row, Col col, double value, const Style& style);
    /// A real date; text for years that Excel has no dates of.
    void date(Row row, Col col, Day day, Style style);
    void formula(Row row, Col col, const std::string& formula, double value, const Style& style);
    void blank(Row row, Col col, const Style& style);
    /// One text over several columns.
    void merged(Row row, Col first, Col last, std::string_view text, const Style& style);

    void widths(const std::vector<double>& columns);
    void freeze_below(Row header);
    void repeat(Row first, Row last);
    void filter(Row header, Row last_row, Col last_col);
    void landscape();
    /// A header row of a table.
    void header(Row row, const std::vector<std::string>& titles);

    const std::string& name() const { return name_; }

  private:
    double width_of(Col first, Col last) const;
    /// Makes the row high enough for the text. Spreadsheet programs would do so only some of the
    /// time: not for merged cells, and LibreOffice not on opening.
    void grow(Row row, std::string_view text, double width, const Style& style);
    void check(lxw_error error) const;

    Book& book_;
    lxw_worksheet* sheet_;
    std::string name_;
    std::map<Col, double> widths_;
    std::unordered_map<Row, double> heights_;  ///< points, of the rows written so far
};

class Book {
  public:
    /// Writes to `file`; libxlsxwriter's own temporary files go to `folder`. `target` is for
    /// messages.
    Book(const std::filesystem::path& file, const std::filesystem::path& folder,
         std::filesystem::path target, Language language);
    ~Book();
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    void set_properties(const Properties& properties);
    /// A4 upright with the page number above and `footer` below. References are valid as long as
    /// the book.
    Sheet add_sheet(std::string_view name, std::string_view footer);
    /// Writes it all.
    void close();

    Language language() const { return language_; }
    lxw_format* format(const Style& style);
    void check(lxw_error error) const;

  private:
    lxw_workbook* workbook_;
    std::filesystem::path target_;
    Language language_;
    std::map<Style, lxw_format*> formats_;
};

/// `#,##0.00` for two decimals.
std::string number_format(int decimals);

/// `$C$5`, for formulas.
std::string cell_name(Row row, Col col);

}  // namespace plantool::xlsx
