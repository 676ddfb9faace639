// `--plan` of `record`, which may name a known plan by its id.
#pragma once

#include <string>

#include "cli/session.hpp"

namespace plantool {

/// Takes the one id out of the paths of plans, and gives it; empty where all are paths. Where none
/// is left, those of the environment hold. Throws UsageError for several ids.
std::string take_plan_id(GlobalOptions& options, const Env& env);

/// Throws UsageError where the id, which is not empty, is that of no plan.
void require_known(const std::string& id, const Session& session);

}  // namespace plantool
