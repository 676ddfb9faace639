// A task or a report as YAML, and what that shares with the rest of a plan's file. Only write/plan
// uses this.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/plan/obligation.hpp"

namespace plantool {

std::vector<std::string> values_of(const std::vector<Text>& texts);
/// `[a, b]`
std::string yaml_list(const std::vector<std::string>& values);

/// A mapping on one line, `{a: b}`. What is empty is left out.
class YamlFlow {
  public:
    void text(std::string_view key, std::string_view value);
    void words(std::string_view key, const std::vector<std::string>& values);
    /// A value that is YAML already.
    void raw(std::string_view key, std::string_view value);
    void why(const Provenance& why);
    std::string take() const { return "{" + inner_ + "}"; }

  private:
    std::string inner_;
};

/// As `before`, `by` and `within` have it.
std::string due_yaml(const DueRule& rule);

/// An entry of `tasks` or `reports`, with its dash and line breaks.
std::string obligation_yaml(const Obligation& obligation);

}  // namespace plantool
