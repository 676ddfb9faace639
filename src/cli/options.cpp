#include "cli/options.hpp"

#include <fmt/format.h>

#include "text/utf8.hpp"

namespace plantool {

void fill_from_environment(GlobalOptions& options, const Env& env) {
    const auto fill = [&](std::string& into, const char* name) {
        if (into.empty()) into = env.variable(name).value_or("");
    };
    fill(options.plan, "PLANTOOL_PLAN");
    fill(options.as_of, "PLANTOOL_AS_OF");
    fill(options.language, "PLANTOOL_LANG");
    if (options.submissions.empty()) {
        if (auto path = env.variable("PLANTOOL_SUBMISSIONS")) {
            options.submissions.push_back(std::move(*path));
        }
    }
}

std::optional<Day> given_as_of(const GlobalOptions& options) {
    if (options.as_of.empty()) return std::nullopt;
    const auto day = parse_date(options.as_of);
    if (!day) {
        throw UsageError{fmt::format("`{}` is no date", printable(options.as_of)),
                         "write --as-of as an existing day, YYYY-MM-DD"};
    }
    return day;
}

std::optional<Language> given_language(const GlobalOptions& options) {
    if (options.language.empty()) return std::nullopt;
    const auto language = parse_language(options.language);
    if (!language) {
        throw UsageError{fmt::format("there is no language `{}`", printable(options.language)),
                         "write --lang vi or --lang en"};
    }
    return language;
}

bool use_color(const GlobalOptions& options, const Env& env, bool terminal) {
    if (options.color == "always") return true;
    if (options.color == "never") return false;
    if (options.color != "auto") {
        throw UsageError{fmt::format("`{}` is no value of --color", printable(options.color)),
                         "write auto, always or never"};
    }
    return terminal && !env.variable("NO_COLOR") && env.variable("TERM") != "dumb";
}

int table_width(const Env& env) {
    return env.out_is_terminal || env.variable("COLUMNS") ? env.columns : 0;
}

std::vector<std::string> split_lists(const std::vector<std::string>& given) {
    std::vector<std::string> out;
    for (const auto& list : given) {
        std::size_t from = 0;
        while (from <= list.size()) {
            const auto comma = std::min(list.find(',', from), list.size());
            const auto entry = trim(std::string_view(list).substr(from, comma - from));
            if (entry.empty()) {
                throw UsageError{fmt::format("the list `{}` has an empty entry", printable(list)),
                                 "name at least one, with a comma between two"};
            }
            out.emplace_back(entry);
            from = comma + 1;
        }
    }
    return out;
}

}  // namespace plantool
