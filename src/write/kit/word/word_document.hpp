// A Word document as values: styles, lists, paragraphs, tables, sections. What stands here says
// nothing of XML; word_parts.hpp makes the parts of a file of it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/time/date.hpp"
#include "text/labels.hpp"

namespace plantool::word {

/// A twentieth of a point, in which Word measures pages.
using Twips = int;
/// 1440 twips are an inch, 25.4 mm.
constexpr Twips twips_of_mm(double mm) {
    return static_cast<Twips>(mm * 1440 / 25.4 + 0.5);
}
constexpr Twips twips_of_points(double points) {
    return static_cast<Twips>(points * 20 + 0.5);
}

enum class Align { left, center, right, both };

struct RunLook {
    bool bold = false;
    bool italic = false;
    bool underline = false;
    std::optional<double> points = {};
};

/// Lines of text: `line` in 240ths of a line or, where it is exact, in twips.
struct Spacing {
    Twips before = 0;
    Twips after = 0;
    int line = 240;
    bool exact = false;
};

struct Indent {
    Twips left = 0;
    Twips right = 0;
    Twips first_line = 0;
};

/// A level of one of the document's lists.
struct Numbering {
    int list = 0;  ///< its place in Document::lists
    int level = 0;
};

/// What is absent, a paragraph has from its style, a style from the one it is based on.
struct ParagraphLook {
    std::optional<Align> align = {};
    bool keep_next = false;   ///< on the page of the paragraph below
    bool keep_lines = false;  ///< all of it on one page
    bool ruled = false;       ///< a line below it, as wide as its indents leave
    std::optional<Spacing> spacing = {};
    std::optional<Indent> indent = {};
    std::optional<Numbering> numbering = {};
    std::optional<int> outline = {};  ///< level of a heading, from 0
};

struct Style {
    std::string id;
    std::string name;  ///< Word knows its own by it: "heading 1"
    std::string based_on = {};
    std::string next = {};  ///< of the paragraph that is typed after one of this style
    ParagraphLook paragraph = {};
    RunLook run = {};
};

struct Run {
    std::string text;  ///< a line break starts a new line of the same paragraph
    RunLook look = {};
};

struct Paragraph {
    std::string style;
    std::vector<Run> runs = {};
    ParagraphLook look = {};
};

struct Cell {
    std::vector<Paragraph> paragraphs = {};  ///< none: an empty one
    int span = 1;
    bool shaded = false;
};

/// No row is ever parted by the end of a page.
struct Row {
    std::vector<Cell> cells = {};
};

struct Table {
    std::vector<Twips> widths = {};
    std::vector<Row> rows = {};
    int header_rows = 0;  ///< repeated on each page
    bool grid = true;     ///< lines round every cell; else none at all
};

struct Page {
    Twips width = 0;
    Twips height = 0;
    Twips top = 0;
    Twips bottom = 0;
    Twips left = 0;
    Twips right = 0;
    Twips header = 0;  ///< from the edge to the page's number
    bool landscape = false;

    Twips text_width() const { return width - left - right; }
};

/// What stands above it since the last such end is a section of its own, on new pages.
struct SectionEnd {
    Page page;
    bool header = true;  ///< with the page's number; else it goes on with that of the section above
};

using Block = std::variant<Paragraph, Table, SectionEnd>;

struct ListLevel {
    std::string format;      ///< upperRoman, decimal, bullet
    std::string text;        ///< "%1."
    std::string style = {};  ///< whose paragraphs are numbered so
    Indent indent = {};
};
using List = std::vector<ListLevel>;

/// What a folder of documents shows of this one.
struct Properties {
    std::string title = {};
    std::string subject = {};
    std::string author = {};
    std::string company = {};
    Day created = {};
};

struct Document {
    Properties properties = {};
    Language language = Language::vi;
    std::string font = {};
    double points = 14;              ///< of what no style gives another size
    std::vector<Style> styles = {};  ///< the first is that of all paragraphs
    std::string header_style = {};   ///< of the page's number
    std::vector<List> lists = {};
    std::vector<Block> blocks = {};
    Page last_page = {};  ///< of what stands behind the last SectionEnd

    void add(Block block) { blocks.push_back(std::move(block)); }
};

}  // namespace plantool::word
