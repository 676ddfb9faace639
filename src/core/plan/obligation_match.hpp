// Which task or report of a plan a text means (formats.md, end of section 2).
#pragma once

#include <optional>
#include <string_view>

#include "core/plan/plan.hpp"
#include "text/string_map.hpp"

namespace plantool {

/// Tasks and reports by their titles, folded; nothing for a title that several have.
using ObligationTitles = StringMap<std::optional<ObligationIx>>;
ObligationTitles obligation_titles(const Plan& plan);

/// By its id or, where one alone has it, by its title. Who asks often keeps the titles.
std::optional<ObligationIx> find_obligation(const Plan& plan, std::string_view written);

}  // namespace plantool
