// `plantool form`.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <memory>

#include "cli/answered.hpp"
#include "cli/command.hpp"
#include "cli/filter.hpp"
#include "cli/papers/shelf.hpp"
#include "cli/written.hpp"
#include "read/file/name_forms.hpp"
#include "text/utf8.hpp"
#include "write/form/form_books.hpp"
#include "write/kit/file_set.hpp"

namespace plantool {
namespace {

namespace fs = std::filesystem;

struct FormOptions {
    FilterOptions filter;
    bool overdue = false;
    bool all = false;
    bool incoming = false;  ///< the register of incoming reports
    std::string output;
};

void check_options(const FormOptions& own, const Call& call) {
    const auto require = [](bool condition, const Message& message, const Message& help) {
        if (!condition) throw UsageError{message, help};
    };
    require(!own.output.empty(), {Word::form_output_missing}, {Word::write_form_output});
    require(!own.all || own.filter.agencies.empty(), {Word::all_and_agency}, {Word::give_once});
    parse_states(own.filter.states);
    if (own.incoming) {
        require(dotted_ending(own.output) == ".xlsx",
                {Word::register_is_workbook, printable(own.output)}, {Word::write_form_output});
    } else {
        require(!own.filter.periods.empty(), {Word::form_period_missing},
                {Word::write_form_period});
        require(own.filter.states.empty() && own.filter.groups.empty() && !own.overdue,
                {Word::filters_of_register}, {Word::write_form_period});
    }
    use_color(call.options, call.env, false);
}

int write_incoming(const FormOptions& own, const Session& session, const Call& call) {
    const auto filters = make_filters(with_overdue(own.filter, own.overdue), session);
    const auto answered = answer_of(session);
    const fs::path path(name_on_disk(own.output));
    make_folder(path.parent_path());
    AtomicFile file(path);
    write_register(file, answered.select(filters), session.as_of, session.language);
    file.commit();
    if (!call.options.quiet) tell_written(path, session.language, call.env);
    return 0;
}

/// The rows of the plan that are asked for. A form for nothing but a period is of its reports:
/// tasks are reported on by themselves where they are named.
std::vector<RowIx> rows_of(const FormOptions& own, const Assessment& assessment,
                           const Filter& filter) {
    std::vector<RowIx> rows;
    for (const auto& row : select(assessment, filter).rows) {
        const auto& slot = assessment.schedule().slots[assessment.schedule().rows[row.row].slot];
        const auto kind = assessment.plan().obligations[slot.obligation].kind;
        if (own.filter.obligations.empty() && kind == ObligationKind::task) continue;
        rows.push_back(row.row);
    }
    return rows;
}

int write_forms(const FormOptions& own, const Session& session, const Call& call) {
    const auto filters = make_filters(own.filter, session);
    const fs::path folder(name_on_disk(own.output));
    FileSet files;
    std::size_t at = 0;
    for (const auto* plan : session.asked()) {
        const Assessment nothing_came(*plan, session.as_of);
        for (const auto row : rows_of(own, nothing_came, filters.of_plan[at])) {
            const auto& expected = plan->schedule.rows[row];
            const auto& slot = plan->schedule.slots[expected.slot];
            const auto name =
                fmt::format("{}-{}-{}", plan->plan.obligations[slot.obligation].id.value,
                            slot.period.id, plan->plan.agencies[expected.agency].id.value);
            if (files.files().empty()) make_folder(folder);
            auto file = std::make_unique<AtomicFile>(folder / (as_file_name(name) + ".xlsx"));
            write_form(*file, *plan, row, session.as_of, session.language);
            files.add(std::move(file));
        }
        ++at;
    }
    files.commit();
    const auto count = files.files().size();
    if (call.options.quiet) return 0;
    const auto told = count == 0
                          ? Message(Word::no_form_fits)
                          : Message(Word::wrote_forms, count, printable(folder.generic_string()));
    call.env.err(fmt::format("plantool: {}\n", say(told, session.language)));
    return 0;
}

/// Forms are made before anything came: the folder of submissions may still be missing.
int run_form(const FormOptions& own, const Call& call) {
    const auto session = open_session(call.options, call.env, Submissions::if_there);
    tell_plan_faults(*session, call.options, call.env);
    if (!own.incoming) return write_forms(own, *session, call);
    return without_attachments(*session, [&] { return write_incoming(own, *session, call); });
}

}  // namespace

Runner setup_form(CLI::App& app, Language language) {
    auto own = std::make_shared<FormOptions>();
    const auto add_each = [&](const char* name, auto& into, Word help, Word value) {
        app.add_option(name, into, say(help, language))
            ->type_name(say(value, language))
            ->expected(1)
            ->take_all();
    };
    add_each("--period", own->filter.periods, Word::help_for_form_period, Word::value_period);
    add_each("--obligation", own->filter.obligations, Word::help_for_form_obligation,
             Word::value_obligation);
    add_each("--agency", own->filter.agencies, Word::help_for_form_agency, Word::value_agency);
    app.add_flag("--all", own->all, say(Word::help_for_form_all, language));
    app.add_flag("--register", own->incoming, say(Word::help_for_register, language));
    add_each("--group", own->filter.groups, Word::help_for_group, Word::value_group);
    add_each("--state", own->filter.states, Word::help_for_state, Word::value_state);
    app.add_flag("--overdue", own->overdue, say(Word::help_for_overdue, language));
    app.add_option("-o,--output", own->output, say(Word::help_for_form_output, language))
        ->type_name(say(Word::value_path, language));
    return {[own](const Call& call) { return run_form(*own, call); },
            [own](const Call& call) { check_options(*own, call); }};
}

}  // namespace plantool
