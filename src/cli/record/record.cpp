// `plantool record`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/command.hpp"
#include "cli/papers/composing.hpp"
#include "cli/papers/judge.hpp"
#include "cli/papers/named_plan.hpp"
#include "cli/papers/shelf.hpp"
#include "cli/record/decision.hpp"
#include "cli/record/dialogue.hpp"
#include "cli/record/row_line.hpp"
#include "cli/record/typed.hpp"
#include "cli/written.hpp"
#include "read/file/stream.hpp"
#include "read/submission/attachments.hpp"
#include "read/syntax/json_nodes.hpp"
#include "text/utf8.hpp"
#include "write/submission/submission_yaml.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

/// What has no name yet is called so in findings.
constexpr std::string_view kUnnamed = "<record>";

/// A submission on its way, and the papers that are to lie beside it.
struct Recorded {
    ComposedSubmission submission;
    std::vector<PaperCopy> papers;
    Diagnostics found;
    bool readable = true;  ///< as a submission, whatever is wrong with it
};

/// The whole of standard input or of a file.
std::shared_ptr<const Source> read_json_source(const std::string& path) {
    if (path != "-") return read_source(path);
    int standard_input = 0;
    Stream stream(standard_input, "<stdin>");
    while (!stream.ended()) stream.fill();
    return stream.take(stream.text().size());
}

Recorded from_json(const std::string& path) {
    Recorded out;
    const auto source = read_json_source(path);
    const auto folder = path == "-" ? fs::path() : fs::path(path).parent_path();
    Piece piece;
    piece.file = path;
    int count = 0;
    Diagnostics faults;
    const auto take = [&](const Node& node) {
        if (++count > 1) return;
        RawSubmission raw;
        read_submission(node, false, faults, raw);
        check_attachments(raw, piece, faults);
        out.submission = compose(raw);
        if (faults.has_errors()) return;
        for (const auto& paper : raw.attachments) {
            out.papers.push_back(read_paper_copy(folder / paper.file.value));
        }
    };
    if (check_utf8(*source, whole(*source), kSubmissionShape, faults)) {
        parse_json(*source, whole(*source), kSubmissionShape, faults, take);
    }
    out.found.append(std::move(faults));
    out.readable = count > 0;
    if (count != 1 && !out.found.has_errors()) {
        throw UsageError{{Word::not_one_submission, printable(source->name()), count},
                         {Word::import_takes_several}};
    }
    return out;
}

void tell(const Diagnostics& found, const Session& session, const GlobalOptions& options,
          const Env& env) {
    const bool color = use_color(options, env, env.err_is_terminal);
    for (const auto& finding : found.all()) {
        const bool error = finding.severity == Severity::error;
        if (finding.severity == Severity::info || (options.quiet && !error)) continue;
        env.err(to_text(finding, color, session.language) + "\n");
    }
}

int refuse(const Diagnostics& found, const Session& session, const GlobalOptions& options,
           const Env& env) {
    tell(found, session, options, env);
    env.err(fmt::format("plantool: {}\n", say(Word::nothing_was_recorded, session.language)));
    return 1;
}

void tell_state(const Judged& judged, const Session& session, const Env& env) {
    const auto& paper = *judged.submission;
    const auto line = paper.row    ? row_line(judged.assessment(), *paper.row, session.language)
                      : paper.slot ? std::string()
                                   : activity_line(judged.assessment(), *paper.obligation,
                                                   *paper.agency, session.language);
    if (!line.empty()) env.out(printable(line) + "\n");
}

int record_submission(RecordOptions own, const GlobalOptions& options, const Env& env) {
    refuse_store(options);
    const bool may_ask = env.ask && !own.json;
    if (may_ask) {
        // Others may go on while the person at the terminal thinks.
        const auto session = open_session(options, env, Submissions::if_there, Asking::all);
        tell_plan_faults(*session, options, env);
        require_known(own.plan, *session);
        if (!says_enough(own.submission, *session)) ask_for_the_rest(own, *session, env);
    }
    const auto reading = own.dry_run ? Submissions::if_there : Submissions::to_add;
    const auto session = open_session(options, env, reading, Asking::all);
    if (!may_ask) tell_plan_faults(*session, options, env);
    require_known(own.plan, *session);
    Recorded recorded;
    if (own.json) {
        recorded = from_json(*own.json);
    } else {
        recorded.submission = compose(own, *session, recorded.found);
    }
    if (!recorded.readable) return refuse(recorded.found, *session, options, env);
    if (!own.plan.empty()) recorded.submission.plan = own.plan;
    for (const auto& file : own.files) recorded.papers.push_back(read_paper_copy(file));
    auto given = judge(*session, std::string(kUnnamed), recorded.submission, Beside::nothing);
    if (given.elsewhere) require_known(recorded.submission.plan, *session);
    recorded.found.append(std::move(given.findings));
    if (recorded.found.has_errors() || !given.submission) {
        return refuse(recorded.found, *session, options, env);
    }
    put_ids(recorded.submission, given, *session);
    const auto shelf = shelf_of(*given.plan, options);
    auto place = place_on(shelf, *given.plan, *given.submission);
    const auto name = free_name(place).generic_string();
    const auto judged = judge(*session, name, recorded.submission, Beside::the_others);
    if (!judged.valid()) return refuse(judged.findings, *session, options, env);
    tell(judged.findings, *session, options, env);
    if (own.dry_run) {
        for (const auto& paper : recorded.papers) {
            recorded.submission.attachments.push_back(
                {"giay-to/" + as_file_name(paper.name), paper.sha256});
        }
        env.out(submission_yaml(recorded.submission));
        if (!options.quiet) {
            env.err(fmt::format("plantool: {}\n",
                                say(Word::would_write, session->language, printable(name))));
        }
    } else {
        const auto written = put(place, recorded.submission, recorded.papers);
        if (!options.quiet) tell_written(written, session->language, env);
        if (shelf.unnamed && !options.quiet) {
            env.err(fmt::format("plantool: {}\n", say(Word::submissions_unnamed, session->language,
                                                      printable(shelf.folder.generic_string()))));
        }
    }
    if (own.dry_run && options.quiet) return 0;
    tell_state(judged, *session, env);
    return 0;
}

bool says_something(const SubmissionOptions& given) {
    const auto texts = {&given.received,  &given.date, &given.via, &given.difficulties,
                        &given.proposals, &given.next, &given.note};
    return given.nil || !given.summaries.empty() || !given.figures.empty() ||
           std::any_of(texts.begin(), texts.end(), [](const auto* text) { return !text->empty(); });
}

void require(bool condition, const Message& message, const Message& help) {
    if (!condition) throw UsageError{message, help};
}

void check_options(const RecordOptions& own, const Call& call) {
    const auto& d = own.decision;
    const auto& given = own.submission;
    const auto named = {&given.agency, &given.obligation, &given.period, &given.number};
    const bool names =
        std::any_of(named.begin(), named.end(), [](const auto* text) { return !text->empty(); });
    if (own.json) {
        require(!d.any() && !names && !says_something(given), {Word::json_says_all},
                {Word::json_alone});
    }
    const int decisions = (d.returned ? 1 : 0) + (d.waive ? 1 : 0) + (d.extended_to ? 1 : 0);
    require(decisions <= 1, {Word::one_decision}, {Word::record_each_by_itself});
    if (d.any()) {
        require(!says_something(given) && own.files.empty(), {Word::decision_is_no_submission},
                {Word::record_each_by_itself});
        require(!given.agency.empty() && !given.obligation.empty(), {Word::decision_of_what},
                {Word::write_decision});
    } else {
        require(d.on.empty() && d.reason.empty(), {Word::reason_of_decisions},
                {Word::write_decision});
    }
    // Without anybody to ask, the command line says it all.
    if (!d.any() && !own.json && !call.env.ask) {
        require(!given.agency.empty() && !given.obligation.empty() && !given.received.empty(),
                {Word::record_what}, {Word::record_example});
    }
    use_color(call.options, call.env, false);
}

int run_record(RecordOptions own, const Call& call) {
    auto options = call.options;
    own.plan = take_plan_id(options, call.env);
    if (own.decision.any()) {
        refuse_store(options);
        return record_decision(own, options, call.env);
    }
    return record_submission(std::move(own), options, call.env);
}

}  // namespace

Runner setup_record(CLI::App& app, Language language) {
    auto own = std::make_shared<RecordOptions>();
    const auto add = [&](const char* name, auto& into, Word help, Word value) {
        return app.add_option(name, into, say(help, language))->type_name(say(value, language));
    };
    const auto add_each = [&](const char* name, auto& into, Word help, Word value) {
        add(name, into, help, value)->expected(1)->take_all();
    };
    auto& given = own->submission;
    add("--agency", given.agency, Word::help_for_record_agency, Word::value_agency);
    add("--obligation", given.obligation, Word::help_for_record_obligation, Word::value_obligation);
    add("--period", given.period, Word::help_for_record_period, Word::value_period);
    add("--received", given.received, Word::help_for_received, Word::value_day);
    add("--number", given.number, Word::help_for_number, Word::value_number);
    add("--date", given.date, Word::help_for_date, Word::value_day);
    add("--via", given.via, Word::help_for_via, Word::value_way);
    add_each("--file", own->files, Word::help_for_paper, Word::value_file);
    app.add_flag("--nil", given.nil, say(Word::help_for_nil, language));
    add_each("--summary", given.summaries, Word::help_for_summary, Word::value_summary);
    add_each("--figure", given.figures, Word::help_for_figure, Word::value_figure);
    add("--difficulties", given.difficulties, Word::help_for_difficulties, Word::value_text);
    add("--proposals", given.proposals, Word::help_for_proposals, Word::value_text);
    add("--next", given.next, Word::help_for_next, Word::value_text);
    add("--note", given.note, Word::help_for_note, Word::value_text);
    add("--json", own->json, Word::help_for_json, Word::value_file);
    auto& decision = own->decision;
    add("--return", decision.returned, Word::help_for_return, Word::value_number);
    app.add_flag("--waive", decision.waive, say(Word::help_for_waive, language));
    add("--extend", decision.extended_to, Word::help_for_extend, Word::value_day);
    add("--on", decision.on, Word::help_for_on, Word::value_day);
    add("--reason", decision.reason, Word::help_for_reason, Word::value_text);
    app.add_flag("--dry-run", own->dry_run, say(Word::help_for_dry_run, language));
    return {[own](const Call& call) { return run_record(*own, call); },
            [own](const Call& call) { check_options(*own, call); }};
}

}  // namespace plantool
