// `plantool draft`: from the document of a plan to a plan file that a person completes.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <filesystem>
#include <memory>
#include <optional>

#include "cli/command.hpp"
#include "cli/import/trial.hpp"
#include "cli/new_files.hpp"
#include "cli/written.hpp"
#include "core/time/zone.hpp"
#include "read/draft/plan_draft.hpp"
#include "read/file/file.hpp"
#include "read/office/word/word.hpp"
#include "read/paper/pdf.hpp"
#include "text/labels.hpp"
#include "text/utf8.hpp"
#include "write/plan/plan_yaml.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

/// Far more than any document within the limits takes.
constexpr std::chrono::seconds kPatience{120};

struct DraftOptions {
    std::string document;
    std::optional<std::string> output;
};

Message message_of(const UnreadablePaper& unreadable) {
    switch (unreadable.why) {
        case Unreadable::broken:
            return {Word::document_is_broken};
        case Unreadable::encrypted:
            return {Word::document_is_encrypted};
        case Unreadable::too_large:
            return {Word::file_is_too_large, unreadable.detail};
        case Unreadable::other_kind:
            break;
        case Unreadable::no_text:
            return {Word::document_without_text};
        case Unreadable::no_program:
            return {Word::document_needs_program};
    }
    return {Word::document_kind_not_read};
}

OrUnreadable<PaperText> read_document(const std::string& file) {
    const auto ending = dotted_ending(file);
    const auto facts = facts_of(file);
    if (facts && facts->size > kLargestPaper) {
        return UnreadablePaper{Unreadable::too_large, "64 MiB"};
    }
    if (ending == ".txt") return read_plain_text(read_source(file)->text());
    const bool word = ending == ".docx" || ending == ".docm";
    if (!word && ending != ".pdf") {
        const auto bytes = read_bytes(file, kLargestPaper);  // one that is not there is told so
        return UnreadablePaper{Unreadable::other_kind, ending};
    }
    const auto bytes = read_bytes(file, kLargestPaper);
    return word ? read_word(bytes) : read_pdf(bytes);
}

PaperText text_of(const std::string& file) {
    const auto refuse = [&](const Message& why) {
        throw UsageError{{Word::document_not_read, printable(file), why}};
    };
    const auto alone = [&] {
        const auto read = read_document(file);
        if (const auto* const text = readable(read)) (void)draft_of(plan_document(*text), Day{});
    };
    if (!survives(alone, kPatience)) refuse({Word::document_kills});
    auto read = read_document(file);
    if (readable(read) == nullptr) refuse(message_of(why_unreadable(read)));
    if (readable(read)->blocks.empty()) refuse({Word::document_without_text});
    return std::move(*readable(read));
}

std::string comment_of(const DraftNotes& notes) {
    std::string out;
    for (const auto& note : notes) {
        if (!out.empty()) out += '\n';
        const auto line = printable(note.line);
        out += note.unread ? say(Word::draft_unread, Language::vi, line) : line;
    }
    return out;
}

std::vector<std::string> comments_of(const std::vector<DraftNotes>& all) {
    std::vector<std::string> out;
    for (const auto& notes : all) out.push_back(comment_of(notes));
    return out;
}

/// What people read in the file is in its language, which is the document's.
std::string yaml_of(const PlanDraft& draft, const std::string& document) {
    PlanComments comments;
    const auto name = printable(fs::path(document).filename().generic_string());
    comments.top = say(Word::draft_top, Language::vi, name);
    comments.plan = comment_of(draft.head);
    comments.signatories = comment_of(draft.signature);
    comments.preamble = comments_of(draft.preamble);
    comments.agencies = comments_of(draft.agencies);
    comments.obligations = comments_of(draft.obligations);
    comments.behind_tasks = comment_of(draft.behind_tasks);
    return plan_yaml(draft.plan, comments);
}

void tell_counts(const PlanDraft& draft, Language language, const Env& env) {
    std::int64_t tasks = 0;
    std::int64_t reports = 0;
    for (const auto& o : draft.plan.obligations) {
        ++(o.kind == ObligationKind::task ? tasks : reports);
    }
    const auto count = [](std::size_t of) { return static_cast<std::int64_t>(of); };
    const auto read = fmt::format(
        "{}, {}, {}, {}", say_count(Word::draft_tasks, language, tasks),
        say_count(Word::draft_reports, language, reports),
        say_count(Word::draft_agencies, language, count(draft.plan.agencies.size())),
        say_count(Word::draft_recipients, language, count(draft.plan.head.recipients.size())));
    const auto assumed = say_count(Word::draft_assumptions, language, count(draft.assumed));
    const auto unread = say_count(Word::draft_unread_lines, language, count(draft.unread));
    env.err("plantool: " + say(Word::draft_counts, language, read, assumed, unread) + "\n");
}

Day today(const GlobalOptions& options, const Env& env) {
    if (const auto given = given_as_of(options)) return *given;
    return Zone().day_of(env.now);
}

void check_document(const PlanDocument& document, const PlanDraft& draft, const std::string& file) {
    if (document.secret) throw UsageError{{Word::document_is_secret, printable(file)}};
    if (!document.kind.empty() && !is_kind_of_plan(document.kind)) {
        throw UsageError{{Word::document_of_other_kind, printable(file), printable(document.kind)},
                         {Word::draft_needs_plan}};
    }
    if (draft.plan.obligations.empty()) {
        throw UsageError{{Word::no_plan_in_document, printable(file)}, {Word::draft_needs_plan}};
    }
}

int run_draft(const DraftOptions& own, const Call& call) {
    const auto& [options, env, session] = call;
    if (own.document.empty()) throw UsageError{{Word::document_missing}, {Word::draft_example}};
    if (own.output && own.output->empty()) {
        throw UsageError{{Word::option_empty, "-o"}, {Word::fill_or_leave_out}};
    }
    const bool to_file = own.output && *own.output != "-";
    const auto language = language_before_plan(options.language, env);
    const auto day = today(options, env);
    if (to_file) refuse_to_overwrite({{*own.output, {}}}, {});
    const auto document = plan_document(text_of(own.document));
    const auto draft = draft_of(document, day);
    check_document(document, draft, own.document);
    auto yaml = yaml_of(draft, own.document);
    if (to_file) {
        write_all({{*own.output, std::move(yaml)}});
    } else {
        env.out(yaml);
    }
    if (options.quiet) return 0;
    if (to_file) tell_written(*own.output, language, env);
    tell_counts(draft, language, env);
    return 0;
}

}  // namespace

Runner setup_draft(CLI::App& app, Language language) {
    auto own = std::make_shared<DraftOptions>();
    app.add_option("FILE", own->document, say(Word::help_for_document, language))
        ->type_name(say(Word::value_file, language));
    app.add_option("-o,--output", own->output, say(Word::help_for_draft_output, language))
        ->type_name(say(Word::value_file, language));
    return {[own](const Call& call) { return run_draft(*own, call); }};
}

}  // namespace plantool
