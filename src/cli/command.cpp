#include "cli/command.hpp"

#include <array>

namespace plantool {
namespace {

constexpr std::array kCommands = {
    Command{"status", Word::help_status, Needs::submissions, &setup_status},
    Command{"due", Word::help_due, Needs::submissions, &setup_due},
    Command{"rates", Word::help_rates, Needs::submissions, &setup_rates},
    Command{"changes", Word::help_changes, Needs::submissions, &setup_changes},
    Command{"validate", Word::help_validate, Needs::nothing, &setup_validate},
    Command{"report", Word::help_report, Needs::submissions, &setup_report},
    Command{"remind", Word::help_remind, Needs::submissions, &setup_remind},
    Command{"calendar", Word::help_calendar, Needs::submissions, &setup_calendar},
    Command{"plan", Word::help_plan, Needs::plan, &setup_plan},
    Command{"explain", Word::help_explain, Needs::submissions, &setup_explain},
    Command{"record", Word::help_record, Needs::nothing, &setup_record},
    Command{"import", Word::help_import, Needs::nothing, &setup_import},
    Command{"form", Word::help_form, Needs::nothing, &setup_form},
    Command{"schema", Word::help_schema, Needs::nothing, &setup_schema},
    Command{"init", Word::help_init, Needs::nothing, &setup_init},
    Command{"draft", Word::help_draft, Needs::nothing, &setup_draft},
    Command{"load", Word::help_load, Needs::nothing, &setup_load},
    Command{"completion", Word::help_completion, Needs::nothing, &setup_completion},
    Command{"help", Word::help_help, Needs::nothing, &setup_help},
    Command{"version", Word::help_version, Needs::nothing, &setup_version},
};

}  // namespace

std::span<const Command> all_commands() {
    return kCommands;
}

}  // namespace plantool
