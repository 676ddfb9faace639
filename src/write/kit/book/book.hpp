// A workbook with every call of libxlsxwriter checked: a failure is an IoError, and a
// style is said once where it is used.
#pragma once

#include <xlsxwriter.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/time/date.hpp"
#include "os/terminal.hpp"
#include "text/labels.hpp"
#include "write/kit/book/book_style.hpp"
#include "write/kit/book/sheet.hpp"

namespace plantool::xlsx {

struct Properties {
    std::string title;
    std::string subject;
    std::string author;
    std::string company;
    std::string comments;
    Day created;  ///< at 00:00
};

class Book {
  public:
    /// Writes to `file`. What the library keeps meanwhile is in memory; `folder` is where it would
    /// put temporary files. `target` is for messages.
    Book(const std::filesystem::path& file, const std::filesystem::path& folder,
         std::filesystem::path target, Language language);
    ~Book();
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    void set_properties(const Properties& properties);
    /// A4 upright with the page number above and `footer` below. References are valid as long as
    /// the book.
    Sheet add_sheet(std::string_view name, std::string_view footer, lxw_color_t tab);
    lxw_chart* add_chart(std::uint8_t type);
    /// Cells of a sheet by a name of their own, for formulas.
    void name_range(const std::string& name, const std::string& sheet, const std::string& range);
    /// Writes it all.
    void close();

    Language language() const { return language_; }
    lxw_format* format(const Style& style);
    /// The fill and ink of a style, as rules by condition take them.
    lxw_format* tint(const Style& style);
    void check(lxw_error error) const;

  private:
    // Errors of the library are told in this program's words. Nobody else may be writing there.
    os::Hush hush_;
    lxw_workbook* workbook_;
    std::filesystem::path target_;
    Language language_;
    int spool_faults_;  ///< before this book
    std::map<Style, lxw_format*> formats_;
};

}  // namespace plantool::xlsx
