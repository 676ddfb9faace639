#include "write/report/word/word_report.hpp"

#include "text/words.hpp"
#include "write/kit/word/word_parts.hpp"
#include "write/report/word/word_pieces.hpp"

namespace plantool {
namespace {

word::Properties properties_of(const Report& report, const SignedPaper& paper) {
    const auto authors = authors_of(report);
    return {.title = paper.title,
            .subject = report.plan().head.title,
            .author = authors.author,
            .company = authors.issuers,
            .created = report.as_of()};
}

}  // namespace

word::Document word_frame(PaperLayout layout, const word::Properties& properties,
                          Language language) {
    using namespace report_word;
    const auto norm = norm_of(layout);
    return {.properties = properties,
            .language = language,
            .font = "Times New Roman",
            .styles = styles_of(norm),
            .header_style = style::kPageNumber,
            .lists = lists_of(norm),
            .last_page = upright_page()};
}

word::Document word_report(const SignedPaper& paper, const word::Properties& properties,
                           Language language) {
    using namespace report_word;
    const auto norm = norm_of(paper.layout);
    const auto page = upright_page();
    auto document = word_frame(paper.layout, properties, language);
    add_head(document, paper, norm);
    for (const auto& note : paper.notes) {
        document.add(line(style::kNote, say(Word::paper_note, language) + " " + note));
    }
    document.add(line(style::kBody, paper.opening));
    for (const auto& part : paper.parts) {
        document.add(line(style::kPart, part.heading));
        add_blocks(document, part.blocks, page, false);
    }
    auto closing = line(style::kBody, paper.closing);
    closing.look.keep_next = true;
    document.add(closing);
    add_foot(document, paper, norm, language);
    add_annexes(document, paper);
    return document;
}

void write_docx(const Report& report, Language language, const AtomicFile& file) {
    const auto paper = signed_paper(report, language);
    word::write_document(word_report(paper, properties_of(report, paper), language), file);
}

}  // namespace plantool
