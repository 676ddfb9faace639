// `plantool rates`.

#include <CLI/CLI.hpp>
#include <memory>

#include "cli/answer_output.hpp"
#include "cli/answered.hpp"
#include "cli/command.hpp"
#include "cli/offered_values.hpp"
#include "text/labels.hpp"
#include "text/suggest.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

struct RatesOptions {
    FilterOptions filter;
    bool overdue = false;
    std::string by;
    OutputOptions output;
};

std::vector<std::string> all_by() {
    std::vector<std::string> ids;
    for (const auto& entry : all_rates_by()) ids.emplace_back(entry.id);
    return ids;
}

RatesBy by_of(const RatesOptions& own) {
    if (const auto by = parse_rates_by(own.by)) return *by;
    const Message all(Word::write_by, in_backquotes(all_by()));
    if (own.by.empty()) throw UsageError{{Word::by_missing}, all};
    throw UsageError{{Word::no_rates_by, printable(own.by)}, suggestion(own.by, all_by(), all)};
}

int run_rates(const RatesOptions& own, const Call& call) {
    const auto& [options, env, session] = call;
    const auto filters = make_filters(with_overdue(own.filter, own.overdue), *session);
    const auto answered = answer_of(*session);
    const auto plans = answered.select(filters);
    RatesAnswer answer{
        .of = {.plans = plans, .filters = filters.asked, .elsewhere = answered.counts.elsewhere},
        .by = by_of(own),
        .lines = {}};
    answer.lines = count_rates(plans, answer.by, session->language);
    // A share of rows that were chosen by their state ranks nobody.
    if (answer.of.has_rates()) rank_by_rates(answer.lines);
    write_answer(chosen_format(rates_formats(), own.output), answer,
                 style_of(own.output, session->language, call), own.output, call);
    tell_refused(answered.refused, *session, options, env);
    return 0;
}

}  // namespace

Runner setup_rates(CLI::App& app, Language language) {
    auto own = std::make_shared<RatesOptions>();
    const auto help = say(Word::help_for_by, language, in_backquotes(all_by()));
    offer_values(app.add_option("--by", own->by, help)->type_name(say(Word::value_what, language)),
                 all_by());
    add_filter_options(app, language, own->filter);
    app.add_flag("--overdue", own->overdue, say(Word::help_for_overdue, language));
    add_output_options(app, language, format_names(rates_formats()), own->output);
    return {[own](const Call& call) { return run_rates(*own, call); },
            [own](const Call& call) {
                by_of(*own);
                chosen_format(rates_formats(), own->output);
                parse_states(own->filter.states);
                use_color(call.options, call.env, false);
            }};
}

}  // namespace plantool
