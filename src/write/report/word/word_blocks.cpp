// Paragraphs, lists and tables of the parts and annexes.

#include "write/report/word/word_pieces.hpp"

namespace plantool::report_word {
namespace {

using namespace word;

/// Columns by their shares; what rounding leaves goes to the last.
std::vector<Twips> widths_of(const PaperTable& table, Twips width) {
    double shares = 0;
    for (const auto& column : table.columns) shares += column.share;
    std::vector<Twips> widths;
    Twips rest = width;
    for (const auto& column : table.columns) {
        const bool last = &column == &table.columns.back();
        const auto part = static_cast<Twips>(width * column.share / shares);
        widths.push_back(last ? rest : part);
        rest -= part;
    }
    return widths;
}

Table grid_of(const PaperTable& of, const Page& page) {
    Table table{.widths = widths_of(of, page.text_width()), .header_rows = 1};
    Row header;
    for (const auto& column : of.columns) {
        header.cells.push_back(
            {.paragraphs = {line(style::kCellHead, column.heading)}, .shaded = true});
    }
    table.rows.push_back(header);
    for (const auto& texts : of.rows) {
        const bool total = of.has_total && &texts == &of.rows.back();
        Row row;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            auto paragraph = line(style::kCell, texts[i], {.bold = total});
            if (of.columns[i].of_number) paragraph.look.align = Align::right;
            row.cells.push_back({.paragraphs = {paragraph}});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

Paragraph dash_of(const PaperBlock& block) {
    Paragraph out{.style = style::kDash};
    if (!block.lead.empty()) out.runs.push_back({block.lead + " ", {.bold = true}});
    out.runs.push_back({block.text});
    return out;
}

}  // namespace

void add_blocks(Document& document, const std::vector<PaperBlock>& blocks, const Page& page,
                bool in_annex) {
    for (const auto& block : blocks) {
        switch (block.kind) {
            case PaperBlock::Kind::heading:
                document.add(line(in_annex ? style::kAnnexPart : style::kTask, block.text));
                break;
            case PaperBlock::Kind::paragraph:
                document.add(line(style::kBody, block.text));
                break;
            case PaperBlock::Kind::intro: {
                auto paragraph = line(in_annex ? style::kAnnexPart : style::kBody, block.text);
                paragraph.look.keep_next = true;
                document.add(paragraph);
                break;
            }
            case PaperBlock::Kind::remark:
                document.add(line(style::kCell, block.text));
                break;
            case PaperBlock::Kind::dash:
                document.add(dash_of(block));
                break;
            case PaperBlock::Kind::table:
                document.add(grid_of(block.table, page));
                // Two tables with nothing between them are one to Word.
                document.add(line(style::kCell, ""));
                break;
        }
    }
}

void add_annexes(Document& document, const SignedPaper& paper) {
    for (const auto& annex : paper.annexes) {
        document.add(SectionEnd{document.last_page});
        document.last_page = annex.wide ? lying_page() : upright_page();
        document.add(line(style::kAnnex, annex.name));
        document.add(line(style::kAnnex, annex.title));
        document.add(line(style::kAnnexNote, paper.attached));
        add_blocks(document, annex.blocks, document.last_page, true);
    }
}

}  // namespace plantool::report_word
