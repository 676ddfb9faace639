#include "cli/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "core/schedule/routing.hpp"
#include "diag/io_error.hpp"
#include "intake/finding_limit.hpp"
#include "read/file/file.hpp"
#include "read/plan/plan_file.hpp"
#include "text/message.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

struct PlanPath {
    fs::path path;
    bool named = false;  ///< as a file: it is asked whether it is live or not
};

std::vector<PlanPath> plan_paths(const GlobalOptions& options) {
    std::vector<PlanPath> out;
    if (options.plans.empty()) {
        for (auto& path : find_plans(".")) out.push_back({std::move(path)});
        if (!out.empty()) return out;
        throw UsageError{{Word::no_plan_found}, {Word::name_a_plan}};
    }
    for (const auto& given : options.plans) {
        std::error_code error;
        if (!fs::is_directory(given, error)) {
            out.push_back({given, true});
            continue;
        }
        const auto found = plans_in(given);
        if (found.empty()) {
            throw UsageError{{Word::no_plan_in_folder, printable(given)}, {Word::name_a_plan}};
        }
        for (const auto& path : found) out.push_back({path.lexically_normal()});
    }
    return out;
}

/// Each file once, by their first day, then by their names.
void read_plans(Session& session, const GlobalOptions& options) {
    std::set<FileIdentity> seen;
    for (const auto& [path, named] : plan_paths(options)) {
        const auto facts = facts_of(path.generic_string());
        if (facts && !seen.insert(facts->identity).second) continue;
        auto plan = std::make_unique<SessionPlan>();
        plan->plan = read_plan(path, plan->diagnostics);
        plan->asked = named;
        session.plans.push_back(std::move(plan));
    }
    std::stable_sort(session.plans.begin(), session.plans.end(), [](const auto& a, const auto& b) {
        return std::pair(a->plan.head.span.from, a->file()) <
               std::pair(b->plan.head.span.from, b->file());
    });
}

/// What is read now is what holds when files are written: two that import the same mail at once
/// would else take it twice.
void lock_plans(Session& session, const GlobalOptions& options, const Env& env) {
    std::set<fs::path> folders;  // in one order, so that no two wait for each other
    for (const auto& plan : session.plans) {
        std::error_code error;
        auto folder = fs::canonical(fs::absolute(plan->file()).parent_path(), error);
        if (!error) folders.insert(std::move(folder));
    }
    for (const auto& folder : folders) {
        session.locks.emplace_back(folder, [&] {
            if (options.quiet) return;
            env.err(fmt::format("plantool: {}\n", say(Word::folder_is_busy, session.language,
                                                      printable(folder.generic_string()))));
        });
    }
}

/// Where submissions are: as given, else where the plans say.
SubmissionFiles locate_submissions(const GlobalOptions& options, const Session& session,
                                   Submissions submissions) {
    if (submissions == Submissions::none) return {};
    auto paths = options.submissions;
    std::erase_if(paths, is_store_address);
    for (const auto& plan : session.plans) {
        if (!options.submissions.empty()) break;
        auto path = plan->beside(plan->plan.head.submissions).generic_string();
        if (!path.empty()) paths.push_back(std::move(path));
    }
    if (submissions == Submissions::if_there || submissions == Submissions::to_add) {
        std::erase_if(paths, [](const std::string& path) {
            return path != "-" && !facts_of(path).has_value();
        });
    }
    return find_submissions(paths);
}

void open_stores(Session& session, const GlobalOptions& options, const Env& env) {
    for (const auto& path : options.submissions) {
        if (!is_store_address(path)) continue;
        if (env.store == nullptr) throw IoError({Word::store_program_missing});
        session.stores.push_back(env.store->open({path, options.schema}));
    }
}

/// An events file, and the plans that name it as their own.
struct EventsPath {
    std::string path;
    std::vector<SessionPlan*> owners;
    const StoredFile* stored = nullptr;  ///< its text, where a store has it
};

/// Each file once: those of the plans, then those found beside submissions, then those given.
std::vector<EventsPath> events_paths(const Session& session, const GlobalOptions& options) {
    std::vector<EventsPath> out;
    std::map<FileIdentity, std::size_t> seen;
    const auto add = [&](const std::string& path, SessionPlan* owner) {
        const auto facts = facts_of(path);
        const auto known =
            facts ? seen.try_emplace(facts->identity, out.size()).first->second : out.size();
        if (known == out.size()) out.push_back({path, {}});
        if (owner != nullptr) out[known].owners.push_back(owner);
    };
    for (const auto& plan : session.plans) {
        if (plan->plan.head.events.empty()) continue;
        add(plan->beside(plan->plan.head.events.value).generic_string(), plan.get());
    }
    for (const auto& path : session.files.events) add(path, nullptr);
    for (const auto& path : options.events) add(path, nullptr);
    if (options.proposed_events) add(options.proposed_events->name(), nullptr);
    for (const auto& store : session.stores) {
        for (const auto& events : store.events) {
            const auto named = out.size();
            add(events.source->name(), nullptr);
            if (out.size() > named) out.back().stored = &events;
        }
    }
    return out;
}

bool is_same(const std::string& one, const std::string& other) {
    const auto facts = facts_of(one);
    const auto others = facts_of(other);
    return one == other || (facts && others && facts->identity == others->identity);
}

/// What one plan alone names is that plan's; what several share finds its way (semantics.md,
/// section 10). All of it together, for one file may speak of the events of another.
void read_all_events(Session& session, const GlobalOptions& options) {
    EventEntries shared;
    std::vector<Plan*> plans;
    for (const auto& plan : session.plans) plans.push_back(&plan->plan);
    for (const auto& [path, owners, stored] : events_paths(session, options)) {
        const bool own = owners.size() == 1;
        auto& found = own ? owners.front()->diagnostics : session.diagnostics;
        const bool proposed =
            options.proposed_events && is_same(options.proposed_events->name(), path);
        auto file = proposed            ? read_events(options.proposed_events, found)
                    : stored != nullptr ? read_events(stored->source, found)
                                        : read_events(path, found);
        if (stored != nullptr) file.digest = stored->sha256;
        if (own) {
            note_events_file(owners.front()->plan, file);
            append(owners.front()->plan, std::move(file.entries));
        } else {
            for (auto* plan : plans) note_events_file(*plan, file);
            append(shared, std::move(file.entries));
        }
    }
    auto routed = route_events(std::move(shared), plans, session.diagnostics);
    session.elsewhere = routed.elsewhere;
    for (std::size_t i = 0; i < plans.size(); ++i) append(*plans[i], std::move(routed.of_plan[i]));
}

/// Plans and their files may lie among the submissions.
void leave_out_own_files(Session& session) {
    std::set<FileIdentity> own;
    for (const auto& plan : session.plans) {
        for (const auto& source : plan->plan.sources) {
            if (const auto facts = facts_of(source->name())) own.insert(facts->identity);
        }
    }
    std::erase_if(session.files.files,
                  [&](const SubmissionFile& file) { return own.contains(file.facts.identity); });
}

/// Two plans with one id could not be told apart.
void check_plan_ids(Session& session) {
    std::map<std::string, const Text*> seen;
    for (const auto& plan : session.plans) {
        const auto& id = plan->plan.head.id;
        if (id.value.empty()) continue;
        const auto [first, is_new] = seen.try_emplace(id.value, &id);
        if (is_new) continue;
        plan->diagnostics.add({Code::p_same_plan_id,
                               id.span,
                               {Word::same_plan_id, id.value},
                               {Word::change_plan_id},
                               "/plan/id",
                               {{{Word::other_plan_here}, first->second->span}}});
    }
}

/// Those that are live; else the newest that has begun; else the first (semantics.md, section 10).
void choose_asked(Session& session, Asking asking) {
    const auto day = session.as_of;
    const bool named = std::any_of(session.plans.begin(), session.plans.end(),
                                   [](const auto& plan) { return plan->asked; });
    SessionPlan* begun = nullptr;
    bool any = named;
    for (const auto& plan : session.plans) {
        const bool has_begun = plan->plan.head.span.from <= day;
        if (has_begun) begun = plan.get();
        const bool live = has_begun && day <= last_closing(*plan);
        plan->asked = plan->asked || live || asking == Asking::all;
        any = any || plan->asked;
    }
    if (!any) (begun != nullptr ? *begun : *session.plans.front()).asked = true;
}

/// People are spoken to in the language that was asked for, else in the plan's, which is Vietnamese
/// where it says nothing.
void speak_as(const SessionPlan& plan, const GlobalOptions& options, const Env& env,
              Session& session) {
    const auto of_plan = parse_language(plan.plan.head.language);
    session.language = given_language(options).value_or(of_plan.value_or(Language::vi));
    if (env.speak) env.speak(session.language);
}

/// What two plans find in a file that they share is told once.
void drop_doubles(Session& session) {
    using Told = std::tuple<std::string, int, int, Code, std::string>;
    const auto key = [](const Diagnostic& d) {
        return Told(d.file, d.line, d.column, d.code, say(d.message, Language::en));
    };
    std::set<Told> earlier;
    for (const auto& plan : session.plans) {
        auto& found = plan->diagnostics.all();
        std::erase_if(found, [&](const Diagnostic& d) { return earlier.contains(key(d)); });
        for (const auto& d : found) earlier.insert(key(d));
    }
}

}  // namespace

fs::path SessionPlan::beside(const std::string& path) const {
    if (path.empty()) return {};
    return (fs::path(file()).parent_path() / path).lexically_normal();
}

std::vector<const SessionPlan*> Session::asked() const {
    std::vector<const SessionPlan*> out;
    for (const auto& plan : plans) {
        if (plan->asked) out.push_back(plan.get());
    }
    return out;
}

bool Session::plans_are_valid() const {
    return !diagnostics.has_errors() &&
           std::none_of(plans.begin(), plans.end(),
                        [](const auto& plan) { return plan->diagnostics.has_errors(); });
}

std::unique_ptr<Session> open_session(const GlobalOptions& options, const Env& env,
                                      Submissions reading, Asking asking) {
    auto session = std::make_unique<Session>();
    const auto as_of = given_as_of(options);
    given_language(options);  // a wrong one is told before anything is read
    read_plans(*session, options);
    speak_as(*session->plans.front(), options, env, *session);
    if (reading == Submissions::to_add) lock_plans(*session, options, env);
    session->files = locate_submissions(options, *session, reading);
    if (reading != Submissions::none) open_stores(*session, options, env);
    read_all_events(*session, options);
    for (const auto& holidays : options.holidays) {
        for (const auto& plan : session->plans) {
            read_holidays(holidays, plan->plan, plan->diagnostics);
        }
    }
    leave_out_own_files(*session);
    check_plan_ids(*session);
    session->as_of = as_of.value_or(session->plans.front()->plan.zone().day_of(env.now));
    for (const auto& plan : session->plans) {
        resolve(plan->plan, plan->diagnostics);
        plan->schedule = build_schedule(plan->plan, session->as_of, plan->diagnostics);
        plan->diagnostics.grade_by(plan->plan.severities);
        plan->diagnostics.sort();
    }
    session->diagnostics.grade_by(session->plans.front()->plan.severities);
    session->diagnostics.sort();
    drop_doubles(*session);
    session->diagnostics = limited(std::move(session->diagnostics));
    for (const auto& plan : session->plans)
        plan->diagnostics = limited(std::move(plan->diagnostics));
    choose_asked(*session, asking);
    session->threads = env.threads;
    speak_as(*session->asked().front(), options, env, *session);
    if (!options.quiet && env.progress) {
        session->progress = [&env, language = session->language](auto submissions) {
            env.progress(submissions, language);
        };
    }
    return session;
}

}  // namespace plantool
