#include "cli/import/mails.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "cli/import/letters.hpp"
#include "cli/import/unreadable_reason.hpp"
#include "cli/written.hpp"
#include "read/mail/mail.hpp"
#include "read/paper/period_phrase.hpp"
#include "text/vietnamese.hpp"

namespace plantool {
namespace {

/// The ending that the kind of a nameless part, or its first bytes, tell.
std::string ending_told(const MailAttachment& attachment) {
    struct Kind {
        std::string_view media_type;
        std::string_view ending;
    };
    constexpr std::array<Kind, 6> kKinds = {{
        {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
        {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
        {"application/pdf", ".pdf"},
        {"application/msword", ".doc"},
        {"application/vnd.ms-excel", ".xls"},
        {"application/ms-tnef", ".dat"},
    }};
    for (const auto& kind : kKinds) {
        if (kind.media_type == attachment.media_type) return std::string(kind.ending);
    }
    if (attachment.bytes.starts_with("%PDF-")) return ".pdf";
    const auto holds = [&](std::string_view part) {
        return attachment.bytes.find(part) != std::string::npos;
    };
    if (!attachment.bytes.starts_with("PK\x03\x04")) return "";
    return holds("word/document.xml") ? ".docx" : holds("xl/workbook.xml") ? ".xlsx" : ".zip";
}

/// The attachment by its name; a nameless one by what it is.
std::string name_of(const MailAttachment& attachment) {
    if (!attachment.name.empty()) return attachment.name;
    const auto ending = ending_told(attachment);
    if (ending == ".dat") return "winmail.dat";
    return ending.empty() ? "" : "dinh-kem" + ending;
}

/// Kinds in which offices send papers: those that are read, and those of which it is said that they
/// are not. All else is a signature's picture, a calendar, a card.
bool may_be_paper(const std::string& name) {
    constexpr std::array<std::string_view, 18> kEndings = {
        ".docx", ".docm", ".xlsx", ".xlsm", ".pdf", ".doc", ".xls",  ".rtf", ".odt",
        ".ods",  ".zip",  ".rar",  ".7z",   ".msg", ".ppt", ".pptx", ".dat", ".csv"};
    return std::find(kEndings.begin(), kEndings.end(), dotted_ending(name)) != kEndings.end();
}

/// The address that is an agency's, of who sent it or of who sent what is forwarded in it.
std::string sender_of_mail(const Mail& mail, const Session& session) {
    auto addresses = mail.inner_addresses;
    addresses.insert(addresses.begin(), mail.from_address);
    for (const auto& address : addresses) {
        for (const auto& plan : session.plans) {
            const auto& agencies = plan->plan.agencies;
            const bool known = std::any_of(agencies.begin(), agencies.end(), [&](const Agency& a) {
                return !a.email.empty() && fold_name(a.email.value) == fold_name(address);
            });
            if (known) return address;
        }
    }
    return mail.from_address;
}

/// Whether the text speaks as a report does: by its head or title, or as one that says that nothing
/// came up in a period that it names.
bool may_be_report(const Mail& mail, const PaperFacts& facts) {
    if (facts.secret || !facts.title.empty() || !facts.number.empty()) return true;
    const bool titled = fold_without_diacritics(mail.subject).find("bao cao") != std::string::npos;
    return titled && (says_nil(facts) || !period_phrases(mail.subject, 1).empty());
}

}  // namespace

void read_mail_paper(PaperFile paper, const std::string& bytes, const Session& session,
                     const PaperReader& read_paper, const IncomingSink& sink) {
    const auto read = read_mail(bytes);
    const auto* mail = readable(read);
    if (mail == nullptr) {
        return sink(settled(Outcome::unreadable, paper.source, paper.part,
                            {reason_of(why_unreadable(read))}));
    }
    const auto& zone = session.plans.front()->plan.zone();
    if (mail->instant) paper.received = format_date(zone.day_of(*mail->instant));
    paper.via = "email";
    paper.subject = mail->subject;
    paper.sender = sender_of_mail(*mail, session);
    bool any = false;
    for (const auto& attachment : mail->attachments) {
        auto name = name_of(attachment);
        // Whatever Outlook's own wrapping is called.
        if (attachment.media_type == "application/ms-tnef") name = "winmail.dat";
        if (!may_be_paper(name)) continue;
        any = true;
        auto part = paper;
        part.name = std::move(name);
        part.part = part.name;
        read_paper(part, attachment.bytes);
    }
    if (any) return;
    const auto facts = facts_of(read_plain_text(mail->text));
    if (!may_be_report(*mail, facts)) {
        return sink(settled(Outcome::not_a_report, paper.source, paper.part,
                            {{"", {Word::nothing_to_take}}}));
    }
    if (dotted_ending(paper.name) != ".eml") paper.name += ".eml";
    read_letter(paper, facts, bytes, session, sink);
}

}  // namespace plantool
