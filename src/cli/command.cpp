#include "cli/command.hpp"

#include <array>

namespace plantool {
namespace {

constexpr std::array kCommands = {
    Command{"status", "Which reports are in, late, overdue or missing", &setup_status},
    Command{"due", "What falls due next", &setup_due},
    Command{"validate", "Check the plan and every submission", &setup_validate},
    Command{"report", "Write the consolidated report of a period", &setup_report},
    Command{"plan", "Show the plan as an outline", &setup_plan},
    Command{"explain", "Why a report has its state, or what a code means", &setup_explain},
    Command{"schema", "Print the JSON Schema of a format", &setup_schema},
    Command{"init", "Make a new workspace with a plan to begin from", &setup_init},
};

}  // namespace

std::span<const Command> all_commands() {
    return kCommands;
}

}  // namespace plantool
