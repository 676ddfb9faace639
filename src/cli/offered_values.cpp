#include "cli/offered_values.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <string_view>

#include "cli/options.hpp"

namespace plantool {
namespace {

// The library's options hold nothing of ours but the group under which its own help would list
// them: our pages have none, so that it is free.
constexpr std::string_view kGroup = "one of: ";

}  // namespace

CLI::Option* offer_values(CLI::Option* option, const std::vector<std::string>& values) {
    return option->group(fmt::format("{}{}", kGroup, fmt::join(values, ",")));
}

std::vector<std::string> offered_values(const CLI::Option& option) {
    const std::string_view group = option.get_group();
    if (!group.starts_with(kGroup)) return {};
    return split_lists({std::string(group.substr(kGroup.size()))});
}

}  // namespace plantool
