// `plantool load`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <utility>

#include "cli/command.hpp"
#include "cli/format_option.hpp"
#include "cli/session.hpp"
#include "read/file/file.hpp"
#include "write/output_formats.hpp"

namespace plantool {
namespace {

struct LoadOptions {
    std::vector<std::string> paths;
    std::string into;
    bool recheck = false;
    std::string format;
};

void check_options(const LoadOptions& own) {
    parse_format(load_formats(), own.format);
    if (own.into.empty()) throw UsageError{{Word::into_missing}, {Word::write_store_address}};
    if (!is_store_address(own.into)) {
        throw UsageError{{Word::no_store_address}, {Word::write_store_address}};
    }
}

LoadWishes wishes_of(const LoadOptions& own, const Session& session, const Call& call) {
    LoadWishes wishes;
    wishes.into = {own.into, call.options.schema};
    wishes.recheck = own.recheck;
    for (const auto& plan : session.plans) {
        wishes.plans.push_back({plan.get(), digest_of(plan->plan)});
    }
    for (const auto& file : session.files.events) {
        StoredFile events;
        events.source = read_source(file, &events.sha256);
        wishes.events.push_back(std::move(events));
    }
    if (!call.options.quiet) {
        wishes.waits = [&env = call.env, language = session.language] {
            env.err(fmt::format("plantool: {}\n", say(Word::store_busy, language)));
        };
    }
    return wishes;
}

/// Reads and checks all that there is, as `validate` does, and hands it over.
LoadAnswer load(const LoadOptions& own, const Session& session, const Call& call) {
    const auto loading = call.env.store->load(wishes_of(own, session, call));
    std::vector<std::unique_ptr<Assessment>> assessments;
    std::vector<PlanIntake> intakes;
    for (const auto& plan : session.plans) {
        // What was sent back may come again, whenever that was.
        assessments.push_back(std::make_unique<Assessment>(*plan, Day::max()));
        intakes.emplace_back().assessment = assessments.back().get();
    }
    take_in(session, std::move(intakes), nullptr, nullptr, nullptr, &loading);
    const auto outcome = loading.finish();
    LoadAnswer answer;
    answer.files = outcome.files;
    answer.submissions = outcome.submissions;
    answer.elsewhere = outcome.elsewhere;
    answer.added = outcome.added;
    answer.known = outcome.known;
    answer.rechecked = outcome.rechecked;
    answer.refused_count = outcome.refused;
    for (const auto& one : outcome.first_refused) {
        answer.refused.push_back({one.file, one.line, split_lists({one.codes})});
    }
    return answer;
}

int run_load(const LoadOptions& own, const Call& call) {
    auto options = call.options;
    if (!own.paths.empty()) options.submissions = own.paths;
    // Where people otherwise ask is not what is loaded.
    std::erase_if(options.submissions, is_store_address);
    const auto session = open_session(options, call.env, Submissions::all, Asking::all);
    tell_plan_faults(*session, options, call.env);
    return without_attachments(*session, [&] {
        const auto answer = load(own, *session, call);
        const auto& format = parse_format(load_formats(), own.format);
        call.env.out(format.write(answer, session->language));
        return answer.refused_count > 0 ? 1 : 0;
    });
}

}  // namespace

Runner setup_load(CLI::App& app, Language language) {
    auto own = std::make_shared<LoadOptions>();
    app.add_option("PATH", own->paths, say(Word::help_for_load_paths, language))
        ->type_name(say(Word::value_path, language))
        ->take_all();
    app.add_option("--into", own->into, say(Word::help_for_into, language))
        ->type_name(say(Word::value_url, language));
    app.add_flag("--recheck", own->recheck, say(Word::help_for_recheck, language));
    add_format_option(app, language, load_formats(), own->format);
    return {[own](const Call& call) { return run_load(*own, call); },
            [own](const Call&) { check_options(*own); }};
}

}  // namespace plantool
