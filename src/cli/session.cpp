#include "cli/session.hpp"

#include <fmt/format.h>

#include <numeric>
#include <set>

#include "core/schedule/routing.hpp"
#include "intake/attached.hpp"
#include "intake/finding_limit.hpp"
#include "read/file/sha256.hpp"
#include "text/message.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// The files of the plans, each once.
void add_plan_files(const Session& session, Inputs& inputs) {
    std::set<std::string> seen;
    for (const auto* plan : session.asked()) {
        for (std::size_t i = 0; i < plan->plan.sources.size(); ++i) {
            const auto& name = plan->plan.sources[i]->name();
            if (seen.insert(name).second) inputs.files.push_back({name, plan->plan.digests[i]});
        }
    }
}

}  // namespace

IntakeCounts take_in(const Session& session, std::vector<PlanIntake> intakes, Diagnostics* findings,
                     Inputs* inputs, LeftOut* left_out) {
    IntakeOptions options;
    options.today = session.as_of;
    options.depth = session.plans_are_valid() ? Depth::whole : Depth::form;
    options.threads = session.threads;
    options.findings = findings;
    options.progress = session.progress;
    std::vector<PlanIntake> all;
    auto next = intakes.begin();
    for (const auto& plan : session.plans) {
        auto& intake = all.emplace_back();
        if (plan->asked) intake = std::move(*next++);
        intake.laid = plan.get();
        intake.passed_over = !plan->asked;
    }
    if (inputs != nullptr) {
        add_plan_files(session, *inputs);
        options.file_read = [&](const std::string& file, const std::string& sha256) {
            if (!sha256.empty()) inputs->files.push_back({file, sha256});
        };
    }
    if (left_out != nullptr) {
        for (const auto& plan : session.plans) {
            for (const auto& source : plan->plan.sources) left_out->account_for(source->name());
        }
    }
    Attached attached(session.files);
    const bool possible = attached.possible();
    if (possible) {
        options.is_taken = [&](const std::string& file) { return attached.reads(file); };
    }
    if (possible || (left_out != nullptr && !session.files.left_out.empty())) {
        options.attachment = [&](const std::string& file) {
            if (possible) attached.name(file);
            if (left_out != nullptr) left_out->account_for(file);
        };
    }
    auto counts = take_in(all, source_of(session.files, inputs != nullptr), options);
    counts.elsewhere += session.elsewhere;
    if (session.progress) session.progress(std::nullopt);
    if (!attached.too_late().empty()) throw AttachmentsRead{attached.too_late()};
    // What came by standard input cannot be read again, so that then nobody could check a digest.
    if (inputs != nullptr && !session.files.standard_input) {
        Sha256 sum;
        for (const auto& file : inputs->files) sum.add(file.sha256 + "  " + file.name + "\n");
        inputs->digest = sum.hex();
    }
    return counts;
}

int without_attachments(Session& session, const std::function<int()>& run) {
    while (true) {
        try {
            return run();
        } catch (const AttachmentsRead& read) {
            if (session.files.standard_input) {
                throw UsageError{
                    {Word::attachment_before_its_submission, printable(*read.files.begin())},
                    {Word::put_attachments_elsewhere}};
            }
            std::erase_if(session.files.files, [&](const SubmissionFile& file) {
                return read.files.contains(file.name);
            });
        }
    }
}

void tell_refused(std::int64_t refused, const Session& session, const GlobalOptions& options,
                  const Env& env) {
    if (refused == 0 || options.quiet) return;
    const Message told(Word::were_refused, refused);
    env.err(fmt::format("plantool: {}\n", say(told, session.language)));
}

void tell_plan_is_over(const Session& session, const GlobalOptions& options, const Env& env) {
    const auto asked = session.asked();
    if (asked.size() != 1 || options.quiet) return;
    const auto last = last_closing(*asked.front());
    if (session.as_of <= last) return;
    const auto& head = asked.front()->plan.head;
    const Message told(Word::plan_is_over, head.number.empty() ? head.id.value : head.number,
                       session.as_of, last, (session.as_of - last).count());
    env.err(fmt::format("plantool: {}\n", printable(say(told, session.language))));
}

void tell_left_out(const Endings& endings, const Session& session, const GlobalOptions& options,
                   const Env& env) {
    if (endings.empty() || options.quiet) return;
    const auto files = std::accumulate(endings.begin(), endings.end(), std::int64_t{0},
                                       [](auto sum, const auto& one) { return sum + one.second; });
    const Message told(Word::files_left_out, files, counted(endings));
    env.err(fmt::format("plantool: {}\n", printable(say(told, session.language))));
}

void tell_drafts(int drafts, const Session& session, const GlobalOptions& options, const Env& env) {
    if (drafts == 0 || options.quiet) return;
    const Message told(Word::drafts_wait, drafts);
    env.err(fmt::format("plantool: {}\n", say(told, session.language)));
}

void tell_plan_faults(const Session& session, const GlobalOptions& options, const Env& env) {
    const bool color = use_color(options, env, env.err_is_terminal);
    Diagnostics all;
    const auto tell = [&](const Diagnostics& diagnostics, bool warnings) {
        for (const auto& diagnostic : diagnostics.all()) {
            const bool warning =
                diagnostic.severity == Severity::warning || says_how_many_more(diagnostic);
            const bool shown = diagnostic.severity == Severity::error || (warning && warnings);
            if (shown) env.err(to_text(diagnostic, color, session.language) + "\n");
        }
        auto copy = diagnostics;
        all.append(std::move(copy));
    };
    tell(session.diagnostics, !options.quiet);
    for (const auto& plan : session.plans) tell(plan->diagnostics, plan->asked && !options.quiet);
    const auto errors = all.count(Severity::error);
    if (errors > 0) throw PlanFault{{Word::plan_has_errors, errors}, std::move(all)};
}

}  // namespace plantool
