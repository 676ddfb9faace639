#include "cli/options.hpp"

#include <string_view>

#include "os/terminal.hpp"
#include "text/utf8.hpp"

namespace plantool {
namespace {

/// `vi_VN.UTF-8` is Vietnamese, `vi` too, `vim` is not.
bool is_vietnamese(std::string_view locale) {
    return locale.starts_with("vi") &&
           (locale.size() == 2 ||
            std::string_view("_.@-").find(locale[2]) != std::string_view::npos);
}

}  // namespace

std::vector<std::string> given_to(const std::string& option,
                                  const std::vector<std::string>& arguments) {
    std::vector<std::string> values;
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        const auto& argument = arguments[i];
        if (argument == option && i + 1 < arguments.size()) {
            values.push_back(arguments[++i]);
        } else if (argument.starts_with(option + "=")) {
            values.push_back(argument.substr(option.size() + 1));
        }
    }
    return values;
}

Language language_before_plan(const std::string& language, const Env& env) {
    if (const auto given = parse_language(language)) return *given;
    if (const auto given = parse_language(env.variable("PLANTOOL_LANG").value_or(""))) {
        return *given;
    }
    for (const auto* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto locale = env.variable(name);
        if (locale) return is_vietnamese(*locale) ? Language::vi : Language::en;
    }
    return Language::en;
}

void fill_from_environment(GlobalOptions& options, const Env& env) {
    const auto fill = [&](std::string& into, const char* name) {
        if (into.empty()) into = env.variable(name).value_or("");
    };
    const auto fill_list = [&](std::vector<std::string>& into, const char* name) {
        if (!into.empty()) return;
        if (auto path = env.variable(name)) into.push_back(os::with_slashes(std::move(*path)));
    };
    fill_list(options.plans, "PLANTOOL_PLAN");
    fill_list(options.submissions, "PLANTOOL_SUBMISSIONS");
    fill(options.as_of, "PLANTOOL_AS_OF");
    fill(options.language, "PLANTOOL_LANG");
}

Day parse_day(const std::string& text, std::string_view option) {
    if (const auto day = parse_date(text)) return *day;
    const auto local = parse_day_month_year(text);
    throw UsageError{{Word::no_date, printable(text)},
                     local ? Message(Word::write_with_value, option, format_date(*local))
                           : Message(Word::write_existing_day, option)};
}

std::optional<Day> given_as_of(const GlobalOptions& options) {
    if (options.as_of.empty()) return std::nullopt;
    return parse_day(options.as_of, "--as-of");
}

std::optional<Language> given_language(const GlobalOptions& options) {
    if (options.language.empty()) return std::nullopt;
    const auto language = parse_language(options.language);
    if (!language) {
        throw UsageError{{Word::no_language, printable(options.language)}, {Word::write_language}};
    }
    return language;
}

bool use_color(const GlobalOptions& options, const Env& env, bool terminal) {
    if (options.color == "always") return true;
    if (options.color == "never") return false;
    if (options.color != "auto") {
        throw UsageError{{Word::no_color_choice, printable(options.color)}, {Word::write_color}};
    }
    return terminal && !env.variable("NO_COLOR") && env.variable("TERM") != "dumb";
}

int table_width(const Env& env) {
    return env.columns;
}

std::vector<std::string> split_lists(const std::vector<std::string>& given) {
    std::vector<std::string> out;
    for (const auto& list : given) {
        std::size_t from = 0;
        while (from <= list.size()) {
            const auto comma = std::min(list.find(',', from), list.size());
            const auto entry = trim(std::string_view(list).substr(from, comma - from));
            if (entry.empty()) {
                throw UsageError{{Word::list_with_gap, printable(list)}, {Word::fill_list}};
            }
            out.emplace_back(entry);
            from = comma + 1;
        }
    }
    return out;
}

}  // namespace plantool
