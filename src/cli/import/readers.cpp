#include "cli/import/readers.hpp"

#include <chrono>
#include <filesystem>

#include "cli/import/letters.hpp"
#include "cli/import/mails.hpp"
#include "cli/import/plain_files.hpp"
#include "cli/import/trial.hpp"
#include "cli/import/unreadable_reason.hpp"
#include "cli/import/workbooks.hpp"
#include "cli/written.hpp"
#include "diag/io_error.hpp"
#include "read/file/file.hpp"
#include "read/office/word/word.hpp"
#include "read/paper/pdf.hpp"
#include "read/submission/formats.hpp"

namespace plantool {
namespace {

/// Far more than any paper within the limits takes.
constexpr std::chrono::seconds kPatience{120};

void read_word_paper(const PaperFile& paper, std::string_view bytes, const Session& session,
                     const IncomingSink& sink) {
    const auto read = read_word(bytes);
    if (const auto* text = readable(read)) {
        return read_letter(paper, facts_of(*text), bytes, session, sink);
    }
    sink(settled(Outcome::unreadable, paper.source, paper.part, {reason_of(why_unreadable(read))}));
}

void read_pdf_paper(const PaperFile& paper, std::string_view bytes, const Session& session,
                    const IncomingSink& sink) {
    const auto read = read_pdf(bytes);
    if (const auto* text = readable(read)) {
        return read_letter(paper, facts_of(*text), bytes, session, sink);
    }
    sink(settled(Outcome::unreadable, paper.source, paper.part, {reason_of(why_unreadable(read))}));
}

/// By the ending of its name.
void read_paper(const PaperFile& paper, const std::string& bytes, const Session& session,
                const IncomingSink& sink) {
    const auto ending = dotted_ending(paper.name);
    if (ending == ".xlsx" || ending == ".xlsm") {
        return read_workbook_paper(paper, bytes, session, sink);
    }
    if (ending == ".docx" || ending == ".docm") {
        return read_word_paper(paper, bytes, session, sink);
    }
    if (ending == ".pdf") return read_pdf_paper(paper, bytes, session, sink);
    if (ending == ".eml") {
        const auto attached = [&](const PaperFile& part, const std::string& content) {
            read_paper(part, content, session, sink);
        };
        return read_mail_paper(paper, bytes, session, attached, sink);
    }
    sink(settled(Outcome::unreadable, paper.source, paper.part,
                 {reason_of({Unreadable::other_kind, ending})}));
}

}  // namespace

void read_incoming(const InboxFile& file, const Session& session, const ImportSettings& settings,
                   const IncomingSink& sink) {
    bool handed_on = false;  // what cannot be written then is no fault of the paper
    const IncomingSink pass = [&](Incoming incoming) {
        handed_on = true;
        sink(std::move(incoming));
        handed_on = false;
    };
    try {
        if (!file.mail && submission_format(file.name) != nullptr) {
            return read_plain_file(file.name, session, pass);
        }
        PaperFile paper;
        paper.source = file.name;
        paper.name = std::filesystem::path(file.name).filename().generic_string();
        if (file.mail) paper.name += ".eml";
        paper.obligation = settings.obligation;
        paper.period = settings.period;
        if (const auto facts = facts_of(file.name); facts && facts->size > kLargestPaper) {
            return pass(settled(Outcome::unreadable, file.name, {},
                                {reason_of({Unreadable::too_large, "64 MiB"})}));
        }
        const auto bytes = read_bytes(file.name, kLargestPaper);
        const auto alone = [&] { read_paper(paper, bytes, session, [](const Incoming&) {}); };
        if (!survives(alone, kPatience)) {
            return pass(settled(Outcome::unreadable, file.name, {}, {{"", {Word::paper_kills}}}));
        }
        read_paper(paper, bytes, session, pass);
    } catch (const IoError& fault) {
        if (handed_on) throw;
        sink(settled(Outcome::unreadable, file.name, {}, {{"", fault.message()}}));
    }
}

}  // namespace plantool
