#include "write/output_formats.hpp"

#include <array>

#include "write/plan/outline.hpp"

namespace plantool {
namespace {

constexpr std::array kFormats = {
    PlanFormat{
        {.name = "text", .ending = ".txt", .by_default = true}, &plan_outline, &plan_assumptions},
    PlanFormat{{.name = "json", .ending = ".json"},
               [](const Plan& plan, const Schedule& schedule, Language) {
                   return plan_outline_json(plan, schedule);
               },
               [](const Plan& plan, Language) { return plan_assumptions_json(plan); }},
};

}  // namespace

std::span<const PlanFormat> plan_formats() {
    return kFormats;
}

}  // namespace plantool
