// `plantool remind`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>

#include "cli/answered.hpp"
#include "cli/command.hpp"
#include "cli/filter.hpp"
#include "cli/format_option.hpp"
#include "cli/remind_log.hpp"
#include "cli/template_option.hpp"
#include "cli/written.hpp"
#include "core/schedule/period_title.hpp"
#include "core/status/reminders.hpp"
#include "read/file/name_forms.hpp"
#include "text/utf8.hpp"
#include "write/kit/file_set.hpp"
#include "write/output_formats.hpp"
#include "write/remind/letter.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

struct RemindOptions {
    FilterOptions filter;
    std::vector<std::string> formats;
    std::optional<std::string> folder;
    std::optional<std::string> log;
    std::string templ;
    std::string again_after = "7d";
};

constexpr std::array kOwed = {State::overdue, State::missing, State::due_soon, State::open,
                              State::upcoming};

/// Those of `--state`; overdue and missing where none was given.
std::vector<std::string> states_of(const RemindOptions& own) {
    if (own.filter.states.empty()) return {"overdue", "missing"};
    for (const auto state : parse_states(own.filter.states)) {
        if (std::find(kOwed.begin(), kOwed.end(), state) != kOwed.end()) continue;
        std::vector<std::string_view> known;
        for (const auto owed : kOwed) known.push_back(info(owed).id);
        throw UsageError{{Word::nothing_owed_in_state, info(state).id},
                         {Word::states_of_debts, in_backquotes(known)}};
    }
    return own.filter.states;
}

Amount again_after_of(const RemindOptions& own) {
    const auto amount = parse_amount(own.again_after);
    if (!amount) {
        throw UsageError{{Word::no_amount, printable(own.again_after)}, {Word::write_again_after}};
    }
    return *amount;
}

/// What only prints what would be drafted. Throws UsageError where files are asked for as well.
bool is_json(const RemindOptions& own) {
    const auto names = split_lists(own.formats);
    if (std::find(names.begin(), names.end(), "json") == names.end()) return false;
    if (names.size() > 1) throw UsageError{{Word::json_of_letters_alone}, {Word::ask_json_alone}};
    return true;
}

void check_options(const RemindOptions& own) {
    states_of(own);
    again_after_of(own);
    if (is_json(own)) return;
    parse_formats(letter_formats(), own.formats);
    if (!own.folder || own.folder->empty()) {
        throw UsageError{{Word::letters_need_folder}, {Word::name_letter_folder}};
    }
}

void tell(const Env& env, const std::string& sentence) {
    env.err("plantool: " + sentence + "\n");
}

void tell_nobodys(const std::vector<Owed>& rows, Language language, const Env& env) {
    for (const auto& owed : rows) {
        const auto& plan = owed.assessment->plan();
        const auto& schedule = owed.assessment->schedule();
        const auto& slot = schedule.slots[schedule.rows[owed.row.row].slot];
        tell(
            env,
            say(Word::nobody_to_write_to, language, agency_name_of(plan, schedule, owed.row.row),
                plan.obligations[slot.obligation].title.value, period_title(plan, slot, language)));
    }
}

/// All letters, complete before the first takes its place.
FileSet letters_of(const Reminders& reminders, const std::vector<LetterFormat>& formats,
                   const fs::path& folder, const Voice& voice) {
    FileSet files;
    for (const auto& letter : reminders.letters) {
        for (const auto& format : formats) {
            if (format.mail && letter.email.empty()) continue;
            auto file = std::make_unique<AtomicFile>(
                folder / fmt::format("don-doc-{}{}", letter.agency, format.ending));
            format.write(letter, voice, *file);
            files.add(std::move(file));
        }
    }
    return files;
}

void tell_mails(const Reminders& reminders, const Session& session, const Env& env) {
    for (const auto& letter : reminders.letters) {
        if (!letter.email.empty()) continue;
        tell(env, say(Word::no_address, session.language, letter.name));
    }
    const bool sent_by_somebody =
        reminders.letters.empty() ||
        !reminders.letters.front().rows.front().assessment->plan().head.inbox.empty();
    if (!sent_by_somebody) tell(env, say(Word::no_inbox, session.language));
}

void write_letters(const RemindOptions& own, const Reminders& reminders, const Call& call) {
    const auto& session = *call.session;
    const auto formats = parse_formats(letter_formats(), own.formats);
    const auto own_template =
        read_own_template(own.templ, letter_keys(), session.language, call.env);
    const fs::path folder(name_on_disk(*own.folder));
    if (!reminders.letters.empty()) make_folder(folder);
    auto files = letters_of(reminders, formats, folder, Voice{session.language, own_template});
    files.commit();
    if (call.options.quiet) return;
    for (const auto& file : files.files()) tell_written(file->target(), session.language, call.env);
    const bool mails = std::any_of(formats.begin(), formats.end(),
                                   [](const LetterFormat& format) { return format.mail; });
    if (mails) tell_mails(reminders, session, call.env);
    if (reminders.letters.empty()) {
        tell(call.env, say(Word::nobody_to_remind, session.language));
    }
}

int run_remind(const RemindOptions& own, const Call& call) {
    const auto& session = *call.session;
    auto filter = own.filter;
    filter.states = states_of(own);
    const auto filters = make_filters(filter, session);
    const RemindLog log(own.log);
    const auto answered = answer_of(session);
    const auto plans = answered.select(filters);
    auto reminders = reminders_of(plans);
    const auto amount = again_after_of(own);
    const int left_out = log.leave_out(reminders, session.as_of, amount);
    if (!call.options.quiet) {
        tell_nobodys(reminders.nobodys, session.language, call.env);
        if (left_out > 0) {
            tell(call.env,
                 say(Word::already_reminded, session.language, left_out, format_amount(amount)));
        }
    }
    if (is_json(own)) {
        write_reminders_json(reminders, session.as_of,
                             [&](std::string_view text) { call.env.out(text); });
    } else {
        write_letters(own, reminders, call);
        log.note(reminders.letters, session.as_of);
    }
    tell_refused(answered.refused, session, call.options, call.env);
    return 0;
}

}  // namespace

Runner setup_remind(CLI::App& app, Language language) {
    auto own = std::make_shared<RemindOptions>();
    add_filter_options(app, language, own->filter);
    const auto option = [&](const char* name, auto& value, Word help, Word kind) {
        return app.add_option(name, value, say(help, language))->type_name(say(kind, language));
    };
    auto names = format_names(letter_formats());
    names.emplace_back("json");
    add_formats_option(app, language, names, default_formats(letter_formats()), own->formats);
    option("-o,--output", own->folder, Word::help_for_letter_folder, Word::value_folder);
    option("--template", own->templ, Word::help_for_letter_template, Word::value_file);
    option("--log", own->log, Word::help_for_log, Word::value_file);
    option("--again-after", own->again_after, Word::help_for_again_after, Word::value_amount);
    return {[own](const Call& call) { return run_remind(*own, call); },
            [own](const Call&) { check_options(*own); }};
}

}  // namespace plantool
