#include <algorithm>

#include "text/utf8.hpp"
#include "text/words.hpp"
#include "write/kit/word/word_parts.hpp"
#include "write/remind/letter.hpp"
#include "write/report/word/word_pieces.hpp"
#include "write/report/word/word_report.hpp"

namespace plantool {
namespace {

/// Who reminds: the secretariat, or where none is named those who issue the plan.
std::vector<std::string> writers_of(const Plan& plan, Day day) {
    std::vector<std::string> names;
    auto bodies = plan.head.issuers;
    if (!plan.head.secretariat.empty()) bodies = {plan.head.secretariat};
    for (const auto& body : bodies) {
        const auto found = plan.names.by_id.find(body.value);
        names.push_back(found == plan.names.by_id.end()
                            ? body.value
                            : plan.agencies[found->second].name_on(day).value);
    }
    return names;
}

/// The lines of the text but for the first, which the head has: what it is about.
std::vector<std::string> body_of(const std::string& text, const std::string& subject) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto line = trim(std::string_view(text).substr(at, end - at));
        if (!line.empty() && !(lines.empty() && line == subject)) lines.emplace_back(line);
        at = end + 1;
    }
    return lines;
}

}  // namespace

void write_letter_docx(const Reminder& reminder, Language language, std::string_view letter,
                       const AtomicFile& file) {
    using namespace report_word;
    const auto& first = *reminder.rows.front().assessment;
    const auto& head = first.plan().head;
    const auto day = first.as_of();
    const auto writers = writers_of(first.plan(), day);
    SignedPaper paper;
    paper.layout = layout_of(head, day);
    paper.head = paper_head(writers, is_of_party(paper.layout), language);
    paper.head.left.push_back({.text = say(Word::letter_number, language)});
    paper.head.right.push_back({.text = place_and_date(head, day, language), .italic = true});
    paper.about = letter_subject(reminder, language);
    paper.title = paper.about;
    for (const auto& writer : writers) paper.signatures.push_back({{to_upper(writer)}, ""});
    paper.recipients = {say(Word::letter_as_above, language), say(Word::letter_file, language)};

    auto document = word_frame(paper.layout,
                               {.title = paper.title,
                                .subject = head.title,
                                .author = listed(writers),
                                .company = {},
                                .created = day},
                               language);
    const auto norm = norm_of(paper.layout);
    add_head(document, paper, norm);
    const auto salutation = say(Word::letter_to, language);
    for (const auto& text :
         body_of(letter_text(reminder, language, letter, printable), paper.about)) {
        auto paragraph = line(style::kBody, text);
        if (text.starts_with(salutation)) {
            paragraph.look.align = word::Align::center;
            paragraph.look.indent = word::Indent{};
        }
        document.add(std::move(paragraph));
    }
    add_foot(document, paper, norm, language);
    word::write_document(document, file);
}

}  // namespace plantool
