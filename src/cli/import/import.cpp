// `plantool import`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/command.hpp"
#include "cli/format_option.hpp"
#include "cli/import/desk.hpp"
#include "cli/import/inbox.hpp"
#include "cli/import/readers.hpp"
#include "cli/papers/named_plan.hpp"
#include "text/utf8.hpp"
#include "write/import/import_answer.hpp"
#include "write/output_formats.hpp"

namespace plantool {
namespace {

struct ImportOptions {
    std::vector<std::string> paths;
    ImportSettings settings;
    std::string format;
};

void check_options(const ImportOptions& own, const Call& call) {
    parse_format(import_formats(), own.format);
    if (own.paths.empty()) throw UsageError{{Word::import_what}, {Word::import_example}};
    if (!own.settings.received.empty()) parse_day(own.settings.received, "--received");
    use_color(call.options, call.env, false);
}

int run_import(const ImportOptions& own, const Call& call) {
    const auto& [options, env, none] = call;
    refuse_store(options);
    const auto reading = own.settings.dry_run ? Submissions::if_there : Submissions::to_add;
    const auto session = open_session(options, env, reading, Asking::all);
    tell_plan_faults(*session, options, env);
    auto settings = own.settings;
    if (settings.received.empty()) settings.received = format_date(session->as_of);
    const auto files = inbox_files(own.paths);
    std::vector<ImportedPaper> papers;
    const auto progress = std::exchange(session->progress, nullptr);
    Desk desk(*session, options, settings);
    for (const auto& file : files) {
        read_incoming(file, *session, settings, [&](Incoming incoming) {
            papers.push_back(desk.receive(std::move(incoming)));
            if (progress) progress(static_cast<std::int64_t>(papers.size()));
        });
    }
    if (progress) progress(std::nullopt);
    env.out(parse_format(import_formats(), own.format).write(papers, session->language));
    return is_settled(papers) ? 0 : 1;
}

}  // namespace

Runner setup_import(CLI::App& app, Language language) {
    auto own = std::make_shared<ImportOptions>();
    app.add_option("PATH", own->paths, say(Word::help_for_import_paths, language))
        ->type_name(say(Word::value_path, language))
        ->take_all();
    const auto add = [&](const char* name, auto& into, Word help, Word value) {
        app.add_option(name, into, say(help, language))->type_name(say(value, language));
    };
    add("--received", own->settings.received, Word::help_for_import_received, Word::value_day);
    add("--obligation", own->settings.obligation, Word::help_for_import_obligation,
        Word::value_obligation);
    add("--period", own->settings.period, Word::help_for_import_period, Word::value_period);
    app.add_flag("--dry-run", own->settings.dry_run, say(Word::help_for_dry_run, language));
    add_format_option(app, language, import_formats(), own->format);
    return {[own](const Call& call) { return run_import(*own, call); },
            [own](const Call& call) { check_options(*own, call); }};
}

}  // namespace plantool
