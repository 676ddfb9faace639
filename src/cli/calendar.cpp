// `plantool calendar`.

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/answer_output.hpp"
#include "cli/answered.hpp"
#include "cli/command.hpp"
#include "cli/filter.hpp"
#include "cli/session.hpp"
#include "text/utf8.hpp"
#include "write/calendar/due_calendar.hpp"

namespace plantool {
namespace {

struct CalendarOptions {
    FilterOptions filter;
    bool overdue = false;
    std::vector<std::string> alarms;
    OutputOptions output;
};

std::vector<Amount> alarms_of(const CalendarOptions& own) {
    std::vector<Amount> alarms;
    for (const auto& written : own.alarms) {
        const auto amount = parse_amount(written);
        if (!amount) throw UsageError{{Word::no_amount, printable(written)}, {Word::write_alarm}};
        alarms.push_back(*amount);
    }
    return alarms;
}

/// A calendar is called by its plans.
std::string name_of(const std::vector<Status>& plans) {
    std::vector<std::string> numbers;
    for (const auto& status : plans) numbers.push_back(status.assessment->plan().head.number);
    return listed(numbers);
}

int run_calendar(const CalendarOptions& own, const Call& call) {
    const auto& session = *call.session;
    const auto filters = make_filters(with_overdue(own.filter, own.overdue), session);
    const auto answered = answer_of(session);
    const auto plans = answered.select(filters);
    const auto entries = calendar_entries({.plans = plans,
                                           .filters = filters.of_plan,
                                           .by_agency = !own.filter.agencies.empty(),
                                           .alarms = alarms_of(own)},
                                          session.language);
    const auto write = [&](const TextSink& to) {
        write_icalendar(entries, name_of(plans), session.as_of, to);
    };
    if (own.output.to_file()) {
        const auto file = open_output(own.output);
        write([&](std::string_view text) { file->write(text); });
        commit_output(*file, call);
    } else {
        Collected collected([&](std::string_view text) { call.env.out(text); });
        write([&](std::string_view text) { collected(text); });
        collected.flush();
    }
    tell_refused(answered.refused, session, call.options, call.env);
    return 0;
}

}  // namespace

Runner setup_calendar(CLI::App& app, Language language) {
    auto own = std::make_shared<CalendarOptions>();
    add_filter_options(app, language, own->filter);
    app.add_flag("--overdue", own->overdue, say(Word::help_for_overdue, language));
    app.add_option("--alarm", own->alarms, say(Word::help_for_alarm, language))
        ->type_name(say(Word::value_amount, language))
        ->expected(1)
        ->take_all();
    app.add_option("-o,--output", own->output.file, say(Word::help_for_calendar_file, language))
        ->type_name(say(Word::value_file, language));
    return {[own](const Call& call) { return run_calendar(*own, call); },
            [own](const Call& call) {
                alarms_of(*own);
                use_color(call.options, call.env, false);
            }};
}

}  // namespace plantool
