// word/document.xml: paragraphs, tables and sections.

#include <algorithm>

#include "write/kit/word/word_text.hpp"
#include "write/kit/word/word_xml.hpp"

namespace plantool::word {
namespace {

void add_text(Node run, std::string_view text) {
    auto node = add(run, "w:t");
    set(node, "xml:space", "preserve");
    node.append_child(pugi::node_pcdata).set_value(std::string(text).c_str());
}

/// Line breaks and tabs are elements of their own.
void add_run(Node paragraph, const Run& run) {
    const auto text = xml_text(run.text);
    if (text.empty()) return;
    const auto node = add(paragraph, "w:r");
    add_run_properties(node, run.look);
    for (std::size_t from = 0;;) {
        const auto to = std::min(text.find_first_of("\n\t", from), text.size());
        if (to > from) add_text(node, std::string_view(text).substr(from, to - from));
        if (to == text.size()) return;
        add(node, text[to] == '\n' ? "w:br" : "w:tab");
        from = to + 1;
    }
}

void add_paragraph(Node parent, const Paragraph& paragraph) {
    const auto node = add(parent, "w:p");
    add_paragraph_properties(node, paragraph.style, paragraph.look);
    for (const auto& run : paragraph.runs) add_run(node, run);
}

void add_borders(Node properties, bool grid) {
    const auto borders = add(properties, "w:tblBorders");
    for (const auto* side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
        const auto line = add(borders, side);
        set(line, "w:val", grid ? "single" : "nil");
        if (!grid) continue;
        set(line, "w:sz", 4);
        set(line, "w:space", 0);
        set(line, "w:color", "auto");
    }
}

void add_width(Node parent, const char* name, Twips width) {
    const auto node = add(parent, name);
    set(node, "w:w", width);
    set(node, "w:type", "dxa");
}

void add_table_properties(Node node, const Table& table) {
    const auto properties = add(node, "w:tblPr");
    Twips width = 0;
    for (const auto w : table.widths) width += w;
    add_width(properties, "w:tblW", width);
    add_value(properties, "w:jc", "center");
    add_borders(properties, table.grid);
    set(add(properties, "w:tblLayout"), "w:type", "fixed");
    const auto margins = add(properties, "w:tblCellMar");
    add_width(margins, "w:left", 70);
    add_width(margins, "w:right", 70);
}

void add_cell(Node row, const Cell& cell, Twips width) {
    const auto node = add(row, "w:tc");
    const auto properties = add(node, "w:tcPr");
    add_width(properties, "w:tcW", width);
    if (cell.span > 1) add_value(properties, "w:gridSpan", cell.span);
    if (cell.shaded) {
        const auto shade = add(properties, "w:shd");
        set(shade, "w:val", "clear");
        set(shade, "w:color", "auto");
        set(shade, "w:fill", "EDEDED");
    }
    for (const auto& paragraph : cell.paragraphs) add_paragraph(node, paragraph);
    if (cell.paragraphs.empty()) add(node, "w:p");
}

void add_row(Node parent, const Table& table, const Row& row, bool header) {
    const auto node = add(parent, "w:tr");
    const auto properties = add(node, "w:trPr");
    add(properties, "w:cantSplit");
    if (header) add(properties, "w:tblHeader");
    std::size_t column = 0;
    for (const auto& cell : row.cells) {
        Twips width = 0;
        for (int i = 0; i < cell.span && column < table.widths.size(); ++i) {
            width += table.widths[column++];
        }
        add_cell(node, cell, width);
    }
}

void add_table(Node body, const Table& table) {
    const auto node = add(body, "w:tbl");
    add_table_properties(node, table);
    const auto grid = add(node, "w:tblGrid");
    for (const auto width : table.widths) set(add(grid, "w:gridCol"), "w:w", width);
    int at = 0;
    for (const auto& row : table.rows) add_row(node, table, row, at++ < table.header_rows);
}

/// A section ends with a paragraph, which is kept from taking room.
void end_section(Node parent, const SectionEnd& end) {
    const auto properties = add(add(parent, "w:p"), "w:pPr");
    const auto spacing = add(properties, "w:spacing");
    set(spacing, "w:before", 0);
    set(spacing, "w:after", 0);
    set(spacing, "w:line", 20);
    set(spacing, "w:lineRule", "exact");
    add_section(properties, end.page, end.header);
}

}  // namespace

void add_blocks(Node parent, const std::vector<Block>& blocks) {
    for (const auto& block : blocks) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
            add_paragraph(parent, *paragraph);
        } else if (const auto* table = std::get_if<Table>(&block)) {
            add_table(parent, *table);
        } else if (const auto* end = std::get_if<SectionEnd>(&block)) {
            end_section(parent, *end);
        }
    }
}

Node add_section(Node parent, const Page& page, bool header) {
    const auto node = add(parent, "w:sectPr");
    if (header) {
        const auto reference = add(node, "w:headerReference");
        set(reference, "w:type", "default");
        set(reference, "r:id", "rId4");
    }
    set(add(node, "w:type"), "w:val", "nextPage");
    const auto size = add(node, "w:pgSz");
    set(size, "w:w", page.width);
    set(size, "w:h", page.height);
    if (page.landscape) set(size, "w:orient", "landscape");
    const auto margins = add(node, "w:pgMar");
    set(margins, "w:top", page.top);
    set(margins, "w:right", page.right);
    set(margins, "w:bottom", page.bottom);
    set(margins, "w:left", page.left);
    set(margins, "w:header", page.header);
    set(margins, "w:footer", page.header);
    set(margins, "w:gutter", 0);
    return node;
}

std::string document_xml(const Document& document) {
    pugi::xml_document xml;
    const auto body = add(word_root(xml, "w:document"), "w:body");
    add_blocks(body, document.blocks);
    add_section(body, document.last_page, true);
    // The first page has a header of its own, which is none.
    add(body.select_node(".//w:sectPr").node(), "w:titlePg");
    return xml_of(xml);
}

}  // namespace plantool::word
