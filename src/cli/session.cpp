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

IntakeOptions intake_options(const Session& session) {
    IntakeOptions options;
    options.today = session.as_of;
    options.depth = session.plans_are_valid() ? Depth::whole : Depth::form;
    options.threads = session.threads;
    options.progress = session.progress;
    return options;
}

/// With those of the plans that are not asked about, whose papers are passed over.
std::vector<PlanIntake> intakes_of_all(const Session& session, std::vector<PlanIntake> intakes) {
    std::vector<PlanIntake> all;
    auto next = intakes.begin();
    for (const auto& plan : session.plans) {
        auto& intake = all.emplace_back();
        if (plan->asked) intake = std::move(*next++);
        intake.laid = plan.get();
        intake.passed_over = !plan->asked;
    }
    return all;
}

/// The stores behind the files; with a load, what is to be checked anew before them.
SubmissionSource source_of(const Session& session, bool hashed, const Loading* loading) {
    auto source = source_of(session.files, hashed);
    std::vector<std::string> ids;
    for (const auto& plan : session.plans) ids.push_back(plan->plan.head.id.value);
    for (const auto& store : session.stores) {
        source = in_turn(std::move(source), store.submissions(ids));
    }
    if (loading == nullptr) return source;
    auto prepared = [source = std::move(source), prepare = loading->prepare] {
        auto piece = source();
        if (piece) prepare(*piece);
        return piece;
    };
    return loading->stored ? in_turn(loading->stored, std::move(prepared)) : std::move(prepared);
}

}  // namespace

IntakeCounts take_in(const Session& session, std::vector<PlanIntake> intakes,
                     const SubmissionSource& source) {
    const auto options = intake_options(session);
    auto counts = take_in(intakes_of_all(session, std::move(intakes)), source, options);
    counts.elsewhere += session.elsewhere;
    if (session.progress) session.progress(std::nullopt);
    return counts;
}

IntakeCounts take_in(const Session& session, std::vector<PlanIntake> intakes, Diagnostics* findings,
                     Inputs* inputs, LeftOut* left_out, const Loading* loading) {
    auto options = intake_options(session);
    options.findings = findings;
    if (inputs != nullptr) {
        add_plan_files(session, *inputs);
        options.file_read = [&](const std::string& file, const std::string& sha256) {
            // A store may have several texts of a file, one after the other.
            const bool again = !inputs->files.empty() && inputs->files.back().name == file;
            if (!sha256.empty() && !again) inputs->files.push_back({file, sha256});
        };
    }
    if (loading != nullptr) {
        options.file_read = loading->file_read;
        options.recorded = loading->take;
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
    const bool hashed = inputs != nullptr || loading != nullptr;
    auto counts = take_in(intakes_of_all(session, std::move(intakes)),
                          source_of(session, hashed, loading), options);
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

std::string digest_of(const Plan& plan) {
    Sha256 sum;
    for (const auto& digest : plan.digests) sum.add(digest + "\n");
    return sum.hex();
}

void tell_plans_of_stores(const Session& session, const GlobalOptions& options, const Env& env) {
    if (options.quiet) return;
    for (const auto& store : session.stores) {
        for (const auto* plan : session.asked()) {
            const auto& id = plan->plan.head.id.value;
            const auto known = store.plans.find(id);
            if (known != store.plans.end() && known->second == digest_of(plan->plan)) continue;
            const auto word = known == store.plans.end() ? WordWith<1>(Word::plan_not_loaded)
                                                         : Word::plan_changed_since;
            env.err(
                fmt::format("plantool: {}\n", printable(say(Message(word, id), session.language))));
        }
    }
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
