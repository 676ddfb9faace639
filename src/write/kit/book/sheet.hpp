// A sheet of a workbook, in which a text is always written as text and a row is as high as what
// stands in it. The sheets of a report are built with this.
#pragma once

#include <xlsxwriter.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/time/date.hpp"
#include "text/labels.hpp"
#include "write/kit/book/book_style.hpp"

namespace plantool::xlsx {

using Row = lxw_row_t;
using Col = lxw_col_t;

class Book;

class Sheet {
  public:
    Sheet(Book& book, lxw_worksheet* sheet, std::string name);

    void text(Row row, Col col, std::string_view text, const Style& style);
    void number(Row row, Col col, double value, const Style& style);
    /// A real date; text for years that Excel has no dates of.
    void date(Row row, Col col, Day day, Style style);
    /// A formula with the value that it comes to.
    void formula(Row row, Col col, const std::string& formula, double value, const Style& style);
    void formula(Row row, Col col, const std::string& formula, const std::string& value,
                 const Style& style);
    void blank(Row row, Col col, const Style& style);
    /// Several texts over several columns, a line each, the first as a title.
    void titled(Row row, Col first, Col last, const std::vector<std::string>& lines);
    /// One text over several columns.
    void merged(Row row, Col first, Col last, std::string_view text, const Style& style);
    /// A text that leads to the first cell of a row of a sheet of this book.
    void link(Row row, Col first, Col last, const std::string& sheet, Row to_row,
              std::string_view text, const Style& style);
    /// Colours cells whose text begins so.
    void tint(Row row, Col col, Row last_row, Col last_col, const std::string& beginning,
              const Style& style);
    /// Puts a chart at the left of a row; sizes in pixels. `says` is read to those who do not see
    /// it. The rows below it are the caller's.
    void chart(Row row, lxw_chart* chart, double width, double height, std::string says);

    void widths(const std::vector<double>& columns);
    void width(Col col, double width);
    void height(Row row, double points);
    double width_of(Col first, Col last) const;
    /// Keeps the rows and columns before the cell in sight.
    void freeze(Row row, Col col);
    void repeat(Row first, Row last);
    void filter(Row header, Row last_row, Col last_col);
    /// A table of Excel's, from its headings to the last row, at least one below them: with
    /// filters, to be sorted where its cells are unlocked, known by `name` to formulas and pivots.
    /// Writes the headings, which must differ. Each column has a name too, `NAME_heading` in plain
    /// letters.
    void table(Row header, Row last_row, const std::vector<std::string>& headings,
               const std::string& name);
    /// Rows that are printed on one page where a page can hold them. To be said from top to bottom.
    void keep_together(Row first, Row last);
    /// What is printed: as wide as a page or, where that could not be read, as several with the
    /// first two columns repeated. After everything is written.
    void print(Row first, Row last, Col last_col);
    /// The same on one page, smaller where it has to be; on several where it would be too small to
    /// read.
    void print_on_one_page(Row first, Row last, Col last_col);
    /// The last column that is printed on the first page.
    Col first_page(Col last_col) const;
    void landscape();
    /// Nobody sees them, and they take no room.
    void hide_row(Row row);
    void hide_column(Col col);
    /// What may be typed into cells, with what is said where it is something else: a warning, for
    /// who types may mean it.
    struct Typed {
        enum class Kind { whole, decimal, day, one_of } kind = Kind::decimal;
        std::optional<double> min = {};
        std::optional<double> max = {};
        std::vector<std::string> choices = {};
        std::string advice = {};
    };
    void allow(Row row, Col col, Row last_row, Col last_col, const Typed& typed);
    /// A header row of a table.
    void header(Row row, const std::vector<std::string>& titles);

    /// From slips, without a password; filters, sorting of unlocked cells, and the sizes of rows
    /// and columns stay usable.
    void protect();
    /// The same where cells are to be filled in: rows may be added, cells coloured.
    void protect_form();
    void hide();

    const std::string& name() const { return name_; }

  private:
    /// Makes the row high enough for the text. Spreadsheet programs would do so only some of the
    /// time: not for merged cells, and LibreOffice not on opening.
    void grow(Row row, std::string_view text, double width, const Style& style);
    void check(lxw_error error) const;
    double height_of(Row row) const;
    std::size_t pages_across(Col last_col) const;
    /// How many points of rows a page holds, at the size that fits the columns to its width.
    double page_height(Col last_col) const;

    Book& book_;
    lxw_worksheet* sheet_;
    std::string name_;
    bool landscape_ = false;
    std::optional<std::pair<Row, Row>> repeated_;
    std::vector<std::pair<Row, Row>> together_;
    std::map<Col, double> widths_;
    std::unordered_map<Row, double> heights_;  ///< points, of the rows written so far
    std::set<std::string> names_;              ///< of columns that are known by one
};

/// How a day is shown: months 1 and 2 alone have a zero before them in Vietnamese.
std::string date_format(Day day, Language language);
/// `$C$5`, for formulas.
std::string cell_name(Row row, Col col);
/// `$C$5:$C$9`.
std::string range_name(Row row, Col col, Row last_row, Col last_col);

}  // namespace plantool::xlsx
