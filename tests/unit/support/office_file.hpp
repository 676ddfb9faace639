// Office files made in memory, of the parts that a test is about.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace plantool::testing {

struct FilePart {
    std::string name;
    std::string bytes;
};

/// A zip of the parts, packed.
std::string zip_of(const std::vector<FilePart>& parts);

/// What a test says of a workbook: the XML within `sheetData`, and what stands around it.
struct BookParts {
    std::string rows;
    std::string behind_rows = {};     ///< `<mergeCells>…`
    std::string strings = {};         ///< the `<si>` of the shared strings
    std::string number_formats = {};  ///< `<numFmt>` of its own
    std::string cell_formats = {};    ///< the `<xf>` of the cells
    std::string fonts = {};
    std::string properties = {};  ///< attributes of `workbookPr`
    std::string state = {};       ///< attributes of the sheet
};
std::string book_of(const BookParts& parts);

/// A Word file with this within its body, and the parts `numbering`, `styles` and so on as
/// their whole XML within the root element.
struct WordParts {
    std::string body;
    std::string numbering = {};
    std::string styles = {};
    std::string page_head = {};
};
std::string word_of(const WordParts& parts);

/// `<w:p>` with one run of the text.
std::string paragraph(std::string_view text);

}  // namespace plantool::testing
