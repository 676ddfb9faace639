// Any bytes as a paper, of each kind that is read from bytes: nothing brings a reader down, and
// what it gives is text. A sheet, a Word file's body and its numbers are also taken without the zip
// around them, whose checksums few inputs survive.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "read/mail/mail.hpp"
#include "read/office/cell_formats.hpp"
#include "read/office/sheet_cells.hpp"
#include "read/office/word/word.hpp"
#include "read/office/word/word_blocks.hpp"
#include "read/office/workbook_cells.hpp"
#include "read/paper/paper_facts.hpp"
#include "read/paper/period_phrase.hpp"
#include "text/utf8.hpp"

namespace {

using namespace plantool;

void require_text(std::string_view text) {
    if (first_invalid_utf8(text)) std::abort();
}

void require_facts(const PaperText& paper) {
    const auto facts = facts_of(paper);
    require_text(facts.title);
    for (const auto& line : facts.issuing_lines) require_text(line);
    for (const auto& section : facts.sections) {
        require_text(section.heading);
        for (const auto& paragraph : section.paragraphs) require_text(paragraph);
    }
    (void)says_nil(facts);
    (void)period_phrases(facts.title, 2022);
}

void read_part(const std::string& bytes) {
    const auto part = XmlPart::parse(bytes, "part");
    const auto* const xml = readable(part);
    if (xml == nullptr) return;
    SharedContent shared;
    shared.formats = read_cell_formats(xml->root());
    for (const auto& cell : read_cells(xml->root(), shared)) require_text(cell.text);
    const WordStyles styles(xml->root());
    WordBlocks text(styles, WordNumbering(xml->root()), {LegacyEncoding::tcvn3});
    require_facts({{}, text.blocks_of(xml->root())});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto word = read_word(bytes); readable(word) != nullptr)
        require_facts(*readable(word));
    if (const auto book = read_workbook(bytes); readable(book) != nullptr) {
        for (const auto& sheet : readable(book)->sheets) {
            for (const auto& cell : sheet.cells) require_text(cell.text);
        }
    }
    if (const auto mail = read_mail(bytes); readable(mail) != nullptr) {
        require_text(readable(mail)->subject);
        require_text(readable(mail)->text);
        require_text(readable(mail)->from_name);
        for (const auto& one : readable(mail)->attachments) require_text(one.name);
        require_facts(read_plain_text(readable(mail)->text));
    }
    require_facts(read_plain_text(bytes));
    read_part(bytes);
    return 0;
}
