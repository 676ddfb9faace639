// `plantool report`.

#include "core/report.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <filesystem>
#include <future>
#include <memory>
#include <system_error>

#include "cli/command.hpp"
#include "cli/filter.hpp"
#include "cli/session.hpp"
#include "diag/io_error.hpp"
#include "read/digest.hpp"
#include "read/file.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"
#include "write/atomic_file.hpp"
#include "write/html.hpp"
#include "write/markdown.hpp"
#include "write/report_context.hpp"
#include "write/report_json.hpp"
#include "write/xlsx.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

constexpr int kUsageExit = 2;

struct ReportOptions {
    std::string period;
    std::vector<std::string> obligations;
    std::vector<std::string> formats;
    std::string output;
    std::string templ;
};

struct ReportFormat {
    std::string_view name;
    std::string_view ending;
};

constexpr std::array kFormats = {ReportFormat{"xlsx", ".xlsx"}, ReportFormat{"markdown", ".md"},
                                 ReportFormat{"html", ".html"}, ReportFormat{"json", ".json"}};

std::vector<ReportFormat> parse_formats(const std::vector<std::string>& given) {
    std::vector<ReportFormat> formats;
    auto names = split_lists(given);
    if (names.empty()) names = {"xlsx", "markdown", "html"};
    for (const auto& name : names) {
        const auto* const found =
            std::find_if(kFormats.begin(), kFormats.end(),
                         [&](const ReportFormat& format) { return format.name == name; });
        if (found == kFormats.end()) {
            throw UsageError{fmt::format("there is no report format `{}`", printable(name)),
                             "write one or several of: xlsx, markdown, html, json"};
        }
        const bool listed = std::any_of(formats.begin(), formats.end(),
                                        [&](const auto& format) { return format.name == name; });
        if (!listed) formats.push_back(*found);
    }
    return formats;
}

/// What every format is written from.
struct Contents {
    const Report& report;
    Language language;
    std::string_view markdown_template;
};

std::string text_of(const ReportFormat& format, const Contents& contents) {
    const auto& [report, language, templ] = contents;
    if (format.name == "json") return to_json(report);
    if (format.name == "html") return to_html(report, language);
    return to_markdown(report, language, templ);
}

/// The file, complete but not yet in its place.
std::unique_ptr<AtomicFile> prepare(const ReportFormat& format, const Contents& contents,
                                    const fs::path& target) {
    auto file = std::make_unique<AtomicFile>(target);
    if (format.name == "xlsx") {
        write_xlsx(contents.report, contents.language, *file);
    } else {
        file->write(text_of(format, contents));
    }
    return file;
}

bool is_folder(const std::string& output) {
    std::error_code error;
    return output.ends_with('/') || fs::is_directory(output, error);
}

void make_folder(const fs::path& folder) {
    if (folder.empty()) return;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw IoError(fmt::format("cannot make the folder {}: {}", printable(folder.string()),
                                  error.message()));
    }
}

/// One file by its own name where the ending says so, else a folder of files.
void write_files(const std::vector<ReportFormat>& formats, const Contents& contents,
                 const std::string& output, bool quiet, const Env& env) {
    const bool one_file = formats.size() == 1 && !is_folder(output) &&
                          fs::path(output).extension() == formats.front().ending;
    make_folder(one_file ? fs::path(output).parent_path() : fs::path(output));
    // They are made side by side where there are cores for it, and put in place in their order. The
    // first one, mostly the workbook and the most work, is this thread's own.
    std::vector<std::future<std::unique_ptr<AtomicFile>>> files;
    for (const auto& format : formats) {
        const bool aside = !files.empty() && env.threads > 1;
        const auto when =
            aside ? std::launch::async | std::launch::deferred : std::launch::deferred;
        const auto name = fmt::format("bao-cao-{}{}", contents.report.period_id, format.ending);
        const auto target = one_file ? fs::path(output) : fs::path(output) / name;
        files.push_back(
            std::async(when, [&, target] { return prepare(format, contents, target); }));
    }
    for (auto& made : files) {
        const auto file = made.get();
        file->commit();
        if (!quiet) {
            env.err(fmt::format("plantool: wrote {}\n", printable(file->target().string())));
        }
    }
}

UsageError no_such_period(const ReportOptions& own, const Session& session) {
    if (own.period == "latest") {
        return {fmt::format("no report has come due by {}", format_date(session.as_of)),
                "name a period with --period, or a later day with --as-of"};
    }
    std::vector<std::string> known;
    for (const auto& slot : session.schedule.slots) {
        const auto& o = session.plan.obligations[slot.obligation];
        const bool report = o.kind == ObligationKind::report;
        const bool listed = std::find(known.begin(), known.end(), slot.period.id) != known.end();
        if (report && !listed) known.push_back(slot.period.id);
    }
    return {fmt::format("no report is owed for the period `{}`", printable(own.period)),
            known.empty() ? "the plan has no reports"
                          : fmt::format("the plan's reports have: {}", fmt::join(known, ", "))};
}

/// The files behind the report. What came by standard input cannot be read again, so that then
/// there is no digest of it all.
Inputs inputs_of(const Session& session) {
    std::vector<fs::path> files;
    for (const auto& source : session.plan.sources) files.emplace_back(source->name());
    for (const auto& file : session.files.files) files.emplace_back(file.name);
    auto inputs = digest_of(files);
    if (session.files.standard_input) inputs.digest.clear();
    return inputs;
}

/// The office's own template, without a byte-order mark and with plain line ends; nothing where
/// none was given.
std::string read_template(const std::string& path) {
    if (path.empty()) return "";
    const auto source = read_source(path);
    std::string text(source->text());
    if (const auto at = first_invalid_utf8(text)) {
        throw IoError(fmt::format("{} is not UTF-8 (byte {})", printable(path), *at));
    }
    std::erase(text, '\r');
    return text;
}

/// Says what is wrong with a template, and gives the exit status 2; 0 when nothing is.
int report_template_faults(const std::string& path, std::string_view text, const Env& env) {
    const auto faults = check_template(text, report_keys());
    for (const auto& fault : faults) {
        env.err(fmt::format("plantool: {}:{}: {}\n", printable(path), fault.line, fault.message));
        if (!fault.help.empty()) env.err(fmt::format("help: {}\n", fault.help));
    }
    return faults.empty() ? 0 : kUsageExit;
}

int run_report(const ReportOptions& own, const GlobalOptions& options, const Env& env) {
    const auto formats = parse_formats(own.formats);
    const bool to_stdout = own.output.empty();
    if (to_stdout && (formats.size() > 1 || formats.front().name == "xlsx")) {
        throw UsageError{"a workbook, or several formats, cannot go to standard output",
                         "name a folder with -o DIR, or a file of the format's ending"};
    }
    if (own.period.empty()) {
        throw UsageError{"the period is missing", "write --period 2022-H1, or --period latest"};
    }
    const auto own_template = read_template(own.templ);
    if (!own.templ.empty()) {
        const bool used = std::any_of(formats.begin(), formats.end(),
                                      [](const auto& f) { return f.name == "markdown"; });
        if (!used) {
            throw UsageError{"--template is for Markdown, which was not asked for",
                             "add markdown to --format"};
        }
        if (const int fault = report_template_faults(own.templ, own_template, env)) return fault;
    }
    auto session = open_session(options, env, true);
    if (const int fault = report_plan_faults(*session, options, env)) return fault;
    const auto obligations = parse_obligations(own.obligations, session->plan);
    const auto scope =
        find_scope(session->plan, session->schedule, own.period, obligations, session->as_of);
    if (!scope) throw no_such_period(own, *session);
    Assessment assessment(session->plan, session->schedule, session->as_of);
    ContentKeeper contents(*scope, session->as_of);
    take_in(*session, {.assessment = &assessment,
                       .wanted = [&](const CheckedSubmission& one) { return contents.wanted(one); },
                       .kept = [&](const Submission& one) { contents.add(one); }});
    auto report = build_report(assessment, *scope, contents);
    report.inputs = inputs_of(*session);
    const Contents written{
        report, session->language,
        own.templ.empty() ? markdown_template(session->language) : std::string_view(own_template)};
    if (to_stdout) {
        env.out(text_of(formats.front(), written));
    } else {
        write_files(formats, written, own.output, options.quiet, env);
    }
    report_refused(assessment, options, env);
    return 0;
}

}  // namespace

Runner setup_report(CLI::App& app) {
    auto own = std::make_shared<ReportOptions>();
    app.add_option("--period", own->period, "The period, or `latest`: the newest that came due")
        ->type_name("ID");
    app.add_option("--obligation", own->obligations,
                   "Only this report (default: every report with that period); repeatable")
        ->type_name("ID")
        ->expected(1)
        ->take_all();
    app.add_option("--format", own->formats,
                   "xlsx, markdown, html, json (default xlsx,markdown,html)")
        ->type_name("FORMAT[,FORMAT]")
        ->expected(1)
        ->take_all();
    app.add_option("-o,--output", own->output, "The folder, or one file by its name")
        ->type_name("PATH");
    app.add_option("--template", own->templ,
                   "The Markdown by a template of your own (docs/templates.md)")
        ->type_name("FILE");
    return [own](const GlobalOptions& options, const Env& env) {
        return run_report(*own, options, env);
    };
}

}  // namespace plantool
